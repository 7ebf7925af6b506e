package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.hmnet.HmnetExample;
import org.newsreel.extraction.hmnet.HmnetNetwork;
import org.newsreel.extraction.hmnet.HmnetVariant;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.network.Post;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;

/**
 * HMNeT's tags of single sentences, each with the item's first picture. Every mention is as sure as the network was right
 * on what it was measured on, for its tags have no probabilities.
 */
final class HmnetFinder implements MentionFinder {
    private static final int BATCH = 16;

    private final OpenModel model;
    private final List<EntityType> types;
    private final TextTokenizer tokenizer;
    private final HmnetNetwork network;

    /** Takes the tokenizer and the network over. */
    HmnetFinder(OpenModel model, List<EntityType> types, TextTokenizer tokenizer, HmnetNetwork network) {
        this.model = model;
        this.types = List.copyOf(types);
        this.tokenizer = tokenizer;
        this.network = network;
    }

    /** Words of a text that are read together. */
    private record Run(int from, int to) {}

    @Override
    public List<Mention> mentions(String text, Sights sights) {
        TorchOps.inferOnThisThread();
        Words words = tokenizer.tokenize(text);
        int[] around = tokenizer.around();
        Optional<Pixels> picture = network.config().variant() == HmnetVariant.TEXT_ONLY
                ? Optional.empty()
                : sights.all(model.scale()).stream().findFirst().map(Sights.Seen::pixels);
        List<Run> runs = runs(words);
        List<Mention> mentions = new ArrayList<>();
        for (int at = 0; at < runs.size(); at += BATCH) {
            List<Run> some = runs.subList(at, Math.min(runs.size(), at + BATCH));
            int[][] tags = network.tags(some.stream()
                    .map(run -> HmnetExample.of(post(words, run, around, picture)))
                    .toList());
            for (int i = 0; i < tags.length; i++) {
                add(mentions, words, some.get(i), tags[i]);
            }
        }
        return mentions;
    }

    /** Sentences, cut where one is longer than the encoder reads. */
    private List<Run> runs(Words words) {
        int room = network.config().text().maxPositions() - 2;
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int w = 1; w <= words.count(); w++) {
            boolean ends = w == words.count() || words.sentence(w) != words.sentence(from);
            if (ends || words.firstPiece(w + 1) - words.firstPiece(from) > room) {
                runs.add(new Run(from, w));
                from = w;
            }
        }
        return runs;
    }

    private Post post(Words words, Run run, int[] around, Optional<Pixels> picture) {
        int first = words.firstPiece(run.from());
        // A single word that is longer than the encoder reads is cut off.
        int count = Math.min(
                words.firstPiece(run.to()) - first, network.config().text().maxPositions() - 2);
        long[] pieces = new long[count + 2];
        int[] tokens = new int[count + 2];
        pieces[0] = around[0];
        tokens[0] = -1;
        int word = run.from();
        for (int p = 0; p < count; p++) {
            while (words.firstPiece(word + 1) <= first + p) {
                word++;
            }
            pieces[p + 1] = words.piece(first + p);
            tokens[p + 1] = word - run.from();
        }
        pieces[count + 1] = around[1];
        tokens[count + 1] = -1;
        return new Post(pieces, tokens, Optional.empty(), picture, List.of());
    }

    /** O is 0, then B and I of every type; an I that continues nothing begins a mention. */
    private void add(List<Mention> mentions, Words words, Run run, int[] tags) {
        int to;
        for (int t = 0; t < tags.length; t = to) {
            to = t + 1;
            if (tags[t] == 0) {
                continue;
            }
            int inside = tags[t] + tags[t] % 2;
            while (to < tags.length && tags[to] == inside) {
                to++;
            }
            int from = run.from() + t;
            mentions.add(new Mention(
                    "m" + mentions.size(),
                    types.get((tags[t] - 1) / 2),
                    words.start(from),
                    words.end(run.from() + to - 1),
                    words.slice(from, run.from() + to),
                    model.calibration().precision()));
        }
    }

    @Override
    public ModelUse ofEntities() {
        return model.use("entities");
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
