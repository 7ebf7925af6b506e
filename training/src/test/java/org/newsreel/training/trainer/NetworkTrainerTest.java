package org.newsreel.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.TrainableNetwork;

class NetworkTrainerTest {
    @TempDir
    private Path directory;

    private record Point(float[] at, long side) {}

    /** Tells on which side of a line a point lies; one of its parameters must not learn. */
    private static final class Side implements TrainableNetwork<Point> {
        private final NDManager root = NDManager.newBaseManager();
        private final Weights weights = new Weights(root);
        private final Linear below = weights.linear("encoder", 2, 4);
        private final Linear above = weights.linear("head", 4, 2);
        private final NDArray fixed = weights.add("fixed", Weights.ONES, 2);

        @Override
        public NDManager manager() {
            return root;
        }

        @Override
        public Map<String, Parameter> byName() {
            return weights.byName();
        }

        @Override
        public boolean pretrained(String parameter) {
            return parameter.startsWith("encoder");
        }

        @Override
        public boolean frozen(String parameter) {
            return parameter.equals("fixed");
        }

        @Override
        public NDArray loss(NDManager scratch, List<Point> batch) {
            float[] values = new float[2 * batch.size()];
            long[] sides = new long[batch.size()];
            for (int i = 0; i < batch.size(); i++) {
                System.arraycopy(batch.get(i).at(), 0, values, 2 * i, 2);
                sides[i] = batch.get(i).side();
            }
            NDArray x = Functions.tanh(below.apply(scratch.create(values, new Shape(batch.size(), 2))));
            NDArray scores = Functions.plus(above.apply(Functions.dropout(x, 0.1, true)), fixed);
            return Functions.crossEntropy(scores, scratch.create(sides));
        }

        @Override
        public void close() {
            root.close();
        }
    }

    private static List<Point> points() {
        Random random = new Random(1);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            float[] at = {(float) random.nextGaussian(), (float) random.nextGaussian()};
            points.add(new Point(at, at[0] + at[1] > 0 ? 1 : 0));
        }
        return points;
    }

    private static NetworkTrainer<Point> trainer(Side network, Path out) {
        NetworkPlan plan = new NetworkPlan(4, 7, 5e-2, 0.5, 1, 16, 0.01);
        return new NetworkTrainer<>(network, plan, p -> 1, Optional.of(out), line -> {});
    }

    private static Side network() {
        Engine.getInstance().setRandomSeed(9);
        return new Side();
    }

    @Test
    void trainingLearnsAndLeavesFrozenParametersAlone() {
        try (Side network = network();
                NetworkTrainer<Point> trainer = trainer(network, directory)) {
            double first = trainer.epoch(points());
            trainer.epoch(points());
            trainer.epoch(points());
            assertThat(trainer.epoch(points())).isLessThan(0.6 * first);
            assertThat(network.fixed.toFloatArray()).containsExactly(1, 1);
            assertThat(directory.resolve("metrics.png")).exists();
        }
    }

    @Test
    void aRunThatWasStoppedAndResumedHasTheLossesOfOneThatWasNot() throws Exception {
        List<Double> whole = new ArrayList<>();
        try (Side network = network();
                NetworkTrainer<Point> trainer = trainer(network, directory.resolve("a"))) {
            for (int i = 0; i < 4; i++) {
                whole.add(trainer.epoch(points()));
            }
        }
        List<Double> parts = new ArrayList<>();
        try (Side network = network();
                NetworkTrainer<Point> trainer = trainer(network, directory.resolve("b"))) {
            assertThat(trainer.resume()).isFalse();
            parts.add(trainer.epoch(points()));
            parts.add(trainer.epoch(points()));
        }
        try (Side network = new Side();
                NetworkTrainer<Point> trainer = trainer(network, directory.resolve("b"))) {
            assertThat(trainer.resume()).isTrue();
            assertThat(trainer.done()).isEqualTo(2);
            parts.add(trainer.epoch(points()));
            parts.add(trainer.epoch(points()));
        }
        assertThat(parts).isEqualTo(whole);
        assertThat(Files.readString(directory.resolve("b/metrics.csv")))
                .isEqualTo(Files.readString(directory.resolve("a/metrics.csv")));
    }
}
