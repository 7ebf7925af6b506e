package org.newsreel.extraction.dgfpt;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.newsreel.extraction.network.Pixels;

/**
 * Made posts: pieces at random, a mention of each of two types, and a relation that the picture's colour alone decides
 * among those that the types admit.
 */
final class Made {
    static final int VOCABULARY = 40;
    static final int SIDE = 32;
    static final int RELATIONS = 5;
    static final Pattern PATTERN = new Pattern(List.of(1), List.of(2), List.of(2, 3, 4));
    /** None, two of (0, 0) and two of (0, 1). */
    static final List<Admission> ADMISSIONS =
            List.of(Admission.ANY, Admission.of(0, 0), Admission.of(0, 0), Admission.of(0, 1), Admission.of(0, 1));

    private static final int FIRST = 10;

    private Made() {}

    static DgfPtConfig config() {
        return DgfPtConfig.tiny(VOCABULARY, PATTERN, 2, ADMISSIONS);
    }

    static Pixels picture(Random random, int colour) {
        float[] values = new float[3 * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.1 * random.nextGaussian()) + (i / (SIDE * SIDE) == colour ? 1 : -1);
        }
        return new Pixels(SIDE, SIDE, values);
    }

    static DgfPtExample example(Random random) {
        int length = 6 + random.nextInt(5);
        int[] pieces = random.ints(length, FIRST + 4, VOCABULARY).toArray();
        int tailType = random.nextInt(2);
        // The mentions' first pieces tell their types.
        pieces[1] = FIRST;
        pieces[4] = FIRST + 1 + tailType;
        int colour = random.nextInt(2);
        List<DgfPtExample.Region> objects = new ArrayList<>();
        for (int k = random.nextInt(3); k >= 0; k--) {
            objects.add(new DgfPtExample.Region(new int[] {5 + k, 6}, picture(random, random.nextInt(3))));
        }
        return new DgfPtExample(
                pieces,
                new DgfPtExample.Span(1, 3),
                new DgfPtExample.Span(4, 5),
                0,
                tailType,
                Optional.of(picture(random, colour)),
                objects,
                new int[] {7, 8},
                1 + 2 * tailType + colour);
    }

    static List<DgfPtExample> examples(int seed, int count) {
        Random random = new Random(seed);
        List<DgfPtExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(example(random));
        }
        return examples;
    }

    static DgfPtExample with(DgfPtExample e, List<DgfPtExample.Region> objects) {
        return new DgfPtExample(
                e.pieces(),
                e.head(),
                e.tail(),
                e.headType(),
                e.tailType(),
                e.picture(),
                objects,
                e.caption(),
                e.relation());
    }

    static DgfPtExample withPieces(DgfPtExample e, int... pieces) {
        return new DgfPtExample(
                pieces,
                e.head(),
                e.tail(),
                e.headType(),
                e.tailType(),
                e.picture(),
                e.objects(),
                e.caption(),
                e.relation());
    }

    /** Trains all parameters that are not frozen; gives the loss of every step. */
    static float[] train(DgfPtNetwork network, List<DgfPtExample> examples, int batch, int steps, float rate) {
        Optimizer adam =
                Optimizer.adam().optLearningRateTracker(Tracker.fixed(rate)).build();
        network.byName().forEach((name, p) -> p.getArray().setRequiresGradient(!network.frozen(name)));
        float[] losses = new float[steps];
        for (int s = 0; s < steps; s++) {
            List<DgfPtExample> some = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                some.add(examples.get((s * batch + i) % examples.size()));
            }
            try (NDManager scratch = network.manager().newSubManager()) {
                try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    NDArray loss = network.loss(scratch, some);
                    losses[s] = loss.getFloat();
                    collector.backward(loss);
                }
                network.byName().forEach((name, p) -> {
                    if (!network.frozen(name)) {
                        try (NDArray gradient = p.getArray().getGradient()) {
                            if (gradient != null) {
                                adam.update(name, p.getArray(), gradient);
                                gradient.subi(gradient);
                            }
                        }
                    }
                });
            }
        }
        return losses;
    }

    static double accuracy(DgfPtNetwork network, List<DgfPtExample> examples) {
        float[][] scores = network.scores(examples);
        int right = 0;
        for (int i = 0; i < scores.length; i++) {
            int best = 0;
            for (int r = 1; r < scores[i].length; r++) {
                best = scores[i][r] > scores[i][best] ? r : best;
            }
            right += best == examples.get(i).relation() ? 1 : 0;
        }
        return (double) right / scores.length;
    }

    static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (float value : Arrays.copyOfRange(values, from, to)) {
            sum += value;
        }
        return sum / (to - from);
    }
}
