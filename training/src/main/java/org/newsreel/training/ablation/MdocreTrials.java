package org.newsreel.training.ablation;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.newsreel.extraction.mdocre.MdocreConfig;
import org.newsreel.extraction.mdocre.MdocreExample;
import org.newsreel.extraction.mdocre.MdocreNetwork;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.training.made.MadeItem;
import org.newsreel.training.made.MadeItem.Mentioned;
import org.newsreel.training.made.MadePictures;
import org.newsreel.training.made.MadeWorld;
import org.newsreel.training.made.Tongue;
import org.newsreel.training.made.Vocabulary;

/**
 * MDocRE on documents with frames, over given entities. Its text encoder starts from random weights, so both of the
 * paper's training stages are one here.
 */
final class MdocreTrials {
    private MdocreTrials() {}

    static Trial<MdocreExample> of(Tongue tongue) {
        Vocabulary vocabulary = new Vocabulary(tongue);
        MdocreConfig whole = MdocreConfig.tiny(vocabulary.size(), MadePosts.RELATIONS.size() - 1);
        return new Trial<>(
                "mdocre",
                Trial.rows(whole, whole.textOnly(), whole.ablations(), c -> new MdocreNetwork(c, Device.cpu())),
                Optional.empty(),
                12,
                1e-3,
                Map.of(),
                (world, count, part) -> withFacts(world, count, part),
                item -> example(item, vocabulary, whole.imageSize()),
                e -> e.pieces().length,
                MdocreTrials::scores);
    }

    /** A document says as much as two posts; those that say nothing of any two entities ask for nothing. */
    private static List<MadeItem> withFacts(MadeWorld world, int count, String part) {
        int documents = Math.max(1, count * 3 / 5);
        return world.documents(2 * documents, part).stream()
                .filter(item -> !item.facts().isEmpty())
                .limit(documents)
                .toList();
    }

    private static MdocreExample example(MadeItem item, Vocabulary vocabulary, int size) {
        int words = item.tokens().size();
        long[] pieces = new long[words + 2];
        pieces[0] = Vocabulary.CLS;
        pieces[words + 1] = Vocabulary.SEP;
        for (int w = 0; w < words; w++) {
            pieces[w + 1] = vocabulary.number(item.tokens().get(w));
        }
        Map<Integer, List<MdocreExample.TextMention>> texts = new LinkedHashMap<>();
        for (Mentioned mention : item.mentions()) {
            texts.computeIfAbsent(mention.chain(), c -> new ArrayList<>())
                    .add(new MdocreExample.TextMention(mention.from(), mention.to()));
        }
        List<Pixels> frames =
                item.frames().stream().map(f -> MadePictures.of(f, size)).toList();
        List<MdocreExample.Entity> entities = new ArrayList<>();
        for (int chain = 0; chain < texts.size(); chain++) {
            entities.add(new MdocreExample.Entity(texts.get(chain), seen(item, chain)));
        }
        List<MdocreExample.Pair> pairs = item.facts().stream()
                .map(said -> new MdocreExample.Pair(
                        item.mentions().get(said.subject()).chain(),
                        item.mentions().get(said.object()).chain(),
                        MadePosts.RELATIONS.indexOf(said.relation())))
                .toList();
        return new MdocreExample(pieces, IntStream.rangeClosed(1, words).toArray(), frames, entities, pairs);
    }

    private static List<MdocreExample.VisualMention> seen(MadeItem item, int chain) {
        List<MdocreExample.VisualMention> seen = new ArrayList<>();
        for (int f = 0; f < item.frames().size(); f++) {
            List<MadeItem.Seen> regions = item.frames().get(f).regions();
            for (int r = 0; r < regions.size(); r++) {
                if (regions.get(r).chain() == chain) {
                    seen.add(new MdocreExample.VisualMention(f, r));
                }
            }
        }
        return seen;
    }

    private static Map<String, Double> scores(TrainableNetwork<MdocreExample> trained, List<MdocreExample> test) {
        RelationClassifier<MdocreExample> network = (RelationClassifier<MdocreExample>) trained;
        List<float[]> rows = new ArrayList<>();
        Chunks.of(test).forEach(chunk -> rows.addAll(List.of(network.scores(chunk))));
        List<Integer> gold = test.stream()
                .flatMap(e -> e.pairs().stream().map(MdocreExample.Pair::relation))
                .toList();
        return Map.of(PostTrials.RELATIONS, MadePosts.relationF1(gold, rows));
    }
}
