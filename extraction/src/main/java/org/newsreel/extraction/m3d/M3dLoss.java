package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.newsreel.extraction.layer.Functions;

/** Eq. 19 to 24 of a batch. A task for which a batch has nothing to learn from adds nothing. */
final class M3dLoss {
    private final M3dConfig config;
    private final Heads heads;
    private NDArray total;

    private M3dLoss(M3dConfig config, Heads heads) {
        this.config = config;
        this.heads = heads;
    }

    /** Eq. 24 → {@code []}. */
    static NDArray of(M3dConfig config, Heads heads, Batch batch, Features features, boolean training) {
        M3dLoss loss = new M3dLoss(config, heads);
        features.words().ifPresent(words -> loss.texts(words, features.mask().orElseThrow(), batch.texts(), training));
        features.frames().ifPresent(frames -> loss.films(frames, batch.films(), training));
        features.loss().ifPresent(l -> loss.add(l, 1));
        return loss.total;
    }

    private void add(NDArray term, double weight) {
        if (weight == 0) {
            return;
        }
        NDArray weighted = weight == 1 ? term : Functions.scale(term, weight);
        total = total == null ? weighted : total.add(weighted);
    }

    private void texts(NDArray words, NDArray mask, List<M3dExample> texts, boolean training) {
        LossWeights weights = config.losses();
        NDArray kept = Functions.dropout(words, config.dropout(), training);
        add(entities(heads.emissions().apply(kept), mask, texts), weights.entities());
        List<List<M3dExample.Mention>> mentions =
                texts.stream().map(M3dExample::mentions).toList();
        Pairs links = Pairs.mentions(mentions);
        if (links.isEmpty()) {
            return;
        }
        MentionStates states = MentionStates.of(words, mentions);
        add(chains(heads.links().logits(states.mentions(), links, training), mentions), weights.chains());
        Pairs pairs = Pairs.chains(mentions);
        if (!pairs.isEmpty()) {
            add(relations(heads.relations().logits(states.chains(), pairs, training), texts), weights.relations());
        }
    }

    /** Eq. 19: a mean over words. */
    private NDArray entities(NDArray emissions, NDArray mask, List<M3dExample> texts) {
        int n = (int) mask.getShape().get(1);
        long[] tags = new long[texts.size() * n];
        int words = 0;
        for (int t = 0; t < texts.size(); t++) {
            int[] own = Tags.of(texts.get(t).mentions(), texts.get(t).words().length);
            for (int i = 0; i < own.length; i++) {
                tags[t * n + i] = own[i];
            }
            words += own.length;
        }
        NDArray gold = emissions.getManager().create(tags, new Shape(texts.size(), n));
        return Functions.scale(
                Functions.crfLoss(
                                emissions,
                                gold,
                                mask,
                                heads.crf().transitions(),
                                heads.crf().start(),
                                heads.crf().end())
                        .sum(),
                1.0 / words);
    }

    /** Eq. 20: a mean over pairs of mentions. */
    private static NDArray chains(NDArray logits, List<List<M3dExample.Mention>> texts) {
        long[] gold = new long[(int) logits.getShape().get(0)];
        int pair = 0;
        for (List<M3dExample.Mention> text : texts) {
            for (int i = 0; i < text.size(); i++) {
                for (int j = i + 1; j < text.size(); j++) {
                    gold[pair++] = text.get(i).chain() == text.get(j).chain() ? 1 : 0;
                }
            }
        }
        return Functions.crossEntropy(logits, logits.getManager().create(gold));
    }

    /** Eq. 21: a mean over pairs of chains; a pair with several relations has a term for each. */
    static NDArray relations(NDArray logits, List<M3dExample> texts) {
        NDManager manager = logits.getManager();
        int classes = (int) logits.getShape().get(1);
        int pairs = (int) logits.getShape().get(0);
        float[] gold = new float[pairs * classes];
        int first = 0;
        for (M3dExample text : texts) {
            int chains = text.chains();
            boolean[] related = new boolean[chains * Math.max(0, chains - 1)];
            for (M3dExample.ChainRelation relation : text.relations()) {
                int object = relation.object() - (relation.object() > relation.subject() ? 1 : 0);
                int pair = relation.subject() * (chains - 1) + object;
                gold[(first + pair) * classes + relation.type()] = 1;
                related[pair] = true;
            }
            for (int pair = 0; pair < related.length; pair++) {
                if (!related[pair]) {
                    gold[(first + pair) * classes + M3dNetwork.NONE] = 1;
                }
            }
            first += related.length;
        }
        return Functions.scale(
                Functions.logSoftmax(logits, 1)
                        .mul(manager.create(gold, new Shape(pairs, classes)))
                        .sum(),
                -1.0 / pairs);
    }

    private void films(NDArray frames, List<M3dExample> films, boolean training) {
        GroundingHead.Found found = heads.grounding().orElseThrow().found(frames, config.dropout(), training);
        GroundingLoss loss = GroundingLoss.of(found, films, config.losses().emptySlot());
        add(loss.types(), config.losses().regionTypes());
        add(loss.boxes(), config.losses().regionBoxes());
    }
}
