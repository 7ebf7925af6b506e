package org.newsreel.extraction.mdocre;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.newsreel.extraction.network.Pixels;

/** Small documents with video; a word tells one pair's relation, a colour the other's. */
final class MadeVideos {
    static final int SIDE = 32;

    private MadeVideos() {}

    static MdocreConfig config() {
        return MdocreConfig.tiny(40, 3);
    }

    static MdocreExample document(int seed, int words, int frames) {
        Random random = new Random(seed);
        long[] pieces = new long[words + 2];
        int[] at = new int[words];
        pieces[0] = 1;
        pieces[words + 1] = 2;
        for (int i = 0; i < words; i++) {
            at[i] = i + 1;
            pieces[i + 1] = 20 + random.nextInt(20);
        }
        int told = random.nextInt(2);
        pieces[1] = 4 + told;
        pieces[4] = 6 + told;
        int colour = random.nextInt(3);
        List<Pixels> film = new ArrayList<>();
        for (int f = 0; f < frames; f++) {
            float[] values = new float[3 * SIDE * SIDE];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian() * 0.2f + (i / (SIDE * SIDE) == colour ? 1 : 0);
            }
            film.add(new Pixels(SIDE, SIDE, values));
        }
        List<MdocreExample.VisualMention> seen =
                frames == 0 ? List.of() : List.of(new MdocreExample.VisualMention(frames - 1, 0));
        List<MdocreExample.Entity> entities = List.of(
                new MdocreExample.Entity(
                        List.of(new MdocreExample.TextMention(0, 2), new MdocreExample.TextMention(3, 4)), seen),
                new MdocreExample.Entity(List.of(new MdocreExample.TextMention(5, 6)), List.of()),
                new MdocreExample.Entity(List.of(new MdocreExample.TextMention(6, 8)), seen));
        return new MdocreExample(
                pieces,
                at,
                film,
                entities,
                List.of(
                        new MdocreExample.Pair(0, 1, 1 + told),
                        new MdocreExample.Pair(0, 2, frames == 0 ? 0 : colour),
                        new MdocreExample.Pair(1, 2, 0)));
    }

    static List<MdocreExample> documents(int count) {
        List<MdocreExample> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(document(i, 8 + i % 3, i % 4));
        }
        return all;
    }
}
