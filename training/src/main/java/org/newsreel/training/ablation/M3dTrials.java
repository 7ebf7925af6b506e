package org.newsreel.training.ablation;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.m3d.LossWeights;
import org.newsreel.extraction.m3d.M3dConfig;
import org.newsreel.extraction.m3d.M3dExample;
import org.newsreel.extraction.m3d.M3dNetwork;
import org.newsreel.extraction.m3d.Missing;
import org.newsreel.ontology.claim.Box;
import org.newsreel.training.made.MadeItem;
import org.newsreel.training.made.MadeItem.Mentioned;
import org.newsreel.training.made.MadeItem.Said;
import org.newsreel.training.made.MadeItem.Seen;
import org.newsreel.training.made.MadePictures;
import org.newsreel.training.made.MadeWorld;
import org.newsreel.training.made.Tongue;
import org.newsreel.training.made.Vocabulary;

/** M3D on documents with frames. */
final class M3dTrials {
    /** Of twenty pairs of chains one is related, so that a mean over pairs is small beside the other tasks' losses. */
    private static final LossWeights WEIGHTS = new LossWeights(1, 1, 10, 1, 1, 0.1, 0.001, 0.2);

    /** The made world leaves pictures out of its documents itself; a tenth of them lose their words. */
    private static final Missing MISSING = new Missing(1, 0.1, 0);

    private M3dTrials() {}

    static M3dConfig config(Tongue tongue) {
        return M3dConfig.tiny(
                        new Vocabulary(tongue).size(),
                        MadePosts.TYPES.size(),
                        MadePosts.RELATIONS.size() - 1,
                        MadePosts.TYPES.size() - 1)
                .with(WEIGHTS)
                .with(MISSING);
    }

    static Trial<M3dExample> of(Tongue tongue) {
        Vocabulary vocabulary = new Vocabulary(tongue);
        M3dConfig whole = config(tongue);
        int size = whole.image().imageSize();
        return new Trial<>(
                "m3d",
                Trial.rows(whole, whole.textOnly(), whole.ablations(), c -> new M3dNetwork(c, Device.cpu())),
                Optional.of(Eyes.of(whole.image())),
                10,
                2e-3,
                Map.of(),
                M3dTrials::documents,
                item -> example(item, vocabulary, size),
                e -> e.pieces().length,
                M3dScores::of);
    }

    /**
     * A document says as much as two posts. But one network learns four tasks from them and has to find out which of
     * several frames goes with which sentence: with 900 documents it learns them by heart, and does worse than on text.
     */
    private static List<MadeItem> documents(MadeWorld world, int count, String part) {
        int of = part.equals("train") ? 9 : 3;
        return world.documents(Math.max(1, count * of / 5), part);
    }

    static M3dExample example(MadeItem item, Vocabulary vocabulary, int size) {
        int words = item.tokens().size();
        long[] pieces = new long[words + 2];
        pieces[0] = Vocabulary.CLS;
        pieces[words + 1] = Vocabulary.SEP;
        int[] at = new int[words];
        for (int w = 0; w < words; w++) {
            pieces[w + 1] = vocabulary.number(item.tokens().get(w));
            at[w] = w + 1;
        }
        List<M3dExample.Mention> mentions = new ArrayList<>();
        int chains = 0;
        for (Mentioned mention : item.mentions()) {
            mentions.add(new M3dExample.Mention(
                    mention.from(), mention.to(), MadePosts.TYPES.indexOf(mention.type()), mention.chain()));
            chains = Math.max(chains, mention.chain() + 1);
        }
        List<M3dExample.ChainRelation> relations = new ArrayList<>();
        for (Said said : item.facts()) {
            int relation = MadePosts.RELATIONS.indexOf(said.relation());
            if (relation != M3dNetwork.NONE) {
                relations.add(new M3dExample.ChainRelation(
                        item.mentions().get(said.subject()).chain(),
                        item.mentions().get(said.object()).chain(),
                        relation));
            }
        }
        List<M3dExample.Frame> frames = item.frames().stream()
                .map(frame -> new M3dExample.Frame(
                        MadePictures.of(frame, size),
                        frame.regions().stream().map(M3dTrials::region).toList()))
                .toList();
        return new M3dExample(item.id().hashCode(), pieces, at, mentions, chains, relations, frames);
    }

    private static M3dExample.Region region(Seen seen) {
        Box box = seen.box();
        return new M3dExample.Region(
                1 + MadePosts.TYPES.indexOf(seen.type()),
                Math.min(1, box.x() + box.width() / 2),
                Math.min(1, box.y() + box.height() / 2),
                box.width(),
                box.height(),
                seen.chain());
    }
}
