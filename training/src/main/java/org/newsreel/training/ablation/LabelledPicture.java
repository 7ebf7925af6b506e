package org.newsreel.training.ablation;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.training.made.MadeItem;
import org.newsreel.training.made.MadeItem.Frame;
import org.newsreel.training.made.MadePictures;
import org.newsreel.training.made.MadeWorld;
import org.newsreel.training.made.Tongue;
import org.newsreel.training.world.Organisation;
import org.newsreel.training.world.Place;
import org.newsreel.training.world.Scene.Cast;

/**
 * A made picture and what kind of picture it is, in words that no text of the made world knows.
 *
 * @param backdrop index of the kind of place
 * @param flag 0 without a flag, else one more than the index of its sign
 * @param people how they stand
 */
record LabelledPicture(Pixels pixels, int backdrop, int flag, int people) {
    static final int BACKDROPS = Place.Backdrop.values().length;
    static final int FLAGS = Organisation.Sign.values().length + 1;
    static final int PEOPLE = 5;

    /** Worlds that pictures are taken from, none of which is ever measured. */
    private static final long FIRST_WORLD = 10_000;

    private static final int EACH = 300;
    private static final double CLOSE = 0.4;

    /** Pictures of several worlds. */
    static List<LabelledPicture> some(int worlds, int size) {
        List<LabelledPicture> pictures = new ArrayList<>();
        for (int w = 0; w < worlds; w++) {
            MadeWorld world = new MadeWorld(Tongue.ENGLISH, FIRST_WORLD + w);
            List<MadeItem> items = new ArrayList<>(world.relationPosts(EACH, "pictures"));
            items.addAll(world.entityPosts(EACH / 2, "pictures"));
            items.forEach(item -> item.frames().forEach(frame -> pictures.add(of(frame, size))));
        }
        return pictures;
    }

    private static LabelledPicture of(Frame frame, int size) {
        return new LabelledPicture(
                MadePictures.of(frame, size),
                frame.scene().place().backdrop().ordinal(),
                frame.flag().map(f -> f.sign().ordinal() + 1).orElse(0),
                people(frame.scene().cast()));
    }

    /** Nobody, one, two of one size close, two of one size apart, two of different sizes. */
    private static int people(List<Cast> cast) {
        if (cast.size() < 2) {
            return cast.size();
        }
        if (cast.get(0).size() != cast.get(1).size()) {
            return 4;
        }
        return Math.abs(cast.get(0).x() - cast.get(1).x()) < CLOSE ? 2 : 3;
    }
}
