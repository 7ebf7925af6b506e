package org.newsreel.extraction.m3d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.VitConfig;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.GradientCheck;
import org.newsreel.extraction.layer.Weights;

class M3dBlocksTest {
    private static final int D = 8;
    private static final int HEADS = 2;

    private final Random random = new Random(5);
    private NDManager manager;

    @BeforeEach
    void open() {
        Engine.getInstance().setRandomSeed(5);
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private static M3dConfig config() {
        M3dConfig tiny = MadeDocuments.config();
        return new M3dConfig(
                TextSize.tiny(30, D),
                VitConfig.small(16, 8, D, 3, 2),
                2,
                3,
                2,
                6,
                4,
                HEADS,
                2,
                3,
                8,
                2,
                0,
                0.25,
                tiny.losses(),
                Missing.none(),
                M3dConfig.Parts.ALL);
    }

    private double[][] values(int rows) {
        double[][] values = new double[rows][D];
        for (double[] row : values) {
            for (int c = 0; c < D; c++) {
                row[c] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    private static NDArray array(NDManager manager, double[][] values) {
        float[] flat = new float[values.length * values[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) values[i / values[0].length][i % values[0].length];
        }
        return manager.create(flat, new Shape(1, values.length, values[0].length));
    }

    private static Side side(NDManager manager, double[][] states, double[][]... levels) {
        List<NDArray> all = new ArrayList<>();
        for (double[][] level : levels) {
            all.add(array(manager, level));
        }
        return new Side(array(manager, states), all, manager.ones(new Shape(1, states.length)));
    }

    private static void same(NDArray actual, double[][] expected) {
        float[] values = actual.toFloatArray();
        assertThat(values).hasSize(expected.length * expected[0].length);
        for (int i = 0; i < values.length; i++) {
            assertThat((double) values[i])
                    .as("value %d", i)
                    .isCloseTo(expected[i / expected[0].length][i % expected[0].length], within(1e-4));
        }
    }

    @Test
    void equations8To11FuseThreeLevelsInLatentSpace() {
        Weights weights = new Weights(manager);
        Fusion fusion = Fusion.of(weights.in("f"), config());
        double[][] x = values(3);
        double[][][] levels = {values(5), values(5), values(5)};
        NDArray fused = fusion.fuse(side(manager, x, x), Optional.of(side(manager, levels[0], levels)), false)
                .states();
        same(fused, new PlainFusion(weights).fused(x, levels, "f", HEADS));
    }

    @Test
    void equations13And14ConstructAMissingModality() {
        Weights weights = new Weights(manager);
        Construction construction = Construction.of(weights.in("c"), config());
        double[][] x = values(4);
        Side made = construction.from(side(manager, x, x));
        for (int level = 0; level < 3; level++) {
            same(made.levels().get(level), new PlainFusion(weights).constructed(x, "c", level, 2, 3));
        }
        assertThat(made.mask().toFloatArray()).containsOnly(1).hasSize(6);
    }

    @Test
    void gradientsReachEveryParameterOfFusion() {
        Weights weights = new Weights(manager);
        Fusion fusion = Fusion.of(weights.in("f"), config());
        double[][] x = values(3);
        double[][] there = values(4);
        double[][] direction = values(3);
        // Outside training nothing is random and the auto-encoders have no loss: their variance is checked on its own.
        Map<String, Parameter> checked = new LinkedHashMap<>(weights.byName());
        checked.keySet().removeIf(name -> name.contains("variance"));
        GradientCheck.check(manager, checked, scratch -> fusion.fuse(
                        side(scratch, x, x), Optional.of(side(scratch, there, there, there, there)), false)
                .states()
                .mul(array(scratch, direction))
                .sum());
    }

    @Test
    void gradientsReachEveryParameterOfConstruction() {
        Weights weights = new Weights(manager);
        Construction construction = Construction.of(weights.in("c"), config());
        double[][] there = values(4);
        double[][] direction = values(6);
        // Differences across the kinks of eq. 13 and 14 say nothing: keep far from them.
        float[] far = new float[D];
        java.util.Arrays.fill(far, 3);
        weights.byName().get("c.shared.bias").getArray().set(far);
        java.util.Arrays.fill(far, 40);
        for (int level = 0; level < 3; level++) {
            weights.byName().get("c.convolution" + level + ".bias").getArray().set(far);
        }
        GradientCheck.check(manager, weights.byName(), scratch -> {
            List<NDArray> levels =
                    construction.from(side(scratch, there, there)).levels();
            NDArray sum = levels.get(0).add(Functions.scale(levels.get(1), 2)).sub(levels.get(2));
            return Functions.scale(sum.mul(array(scratch, direction)), 0.1).sum();
        });
    }

    /** A level in training whose noise is switched off by its variance. */
    private FusionLevel.Step trained(FusionLevel level, NDManager scratch, double[][] x, double[][] there) {
        Side own = side(scratch, x, x);
        NDArray mask = scratch.create(new float[] {1, 1, 0, 1}, new Shape(1, 4));
        NDArray bias = new Side(own.states(), List.of(), mask).bias();
        LossWeights weights = new LossWeights(1, 1, 1, 1, 1, 0.5, 0.25, 1);
        return level.fuse(own, array(scratch, there), mask, bias, weights, true);
    }

    @Test
    void anAutoEncodersTermsAreWhatTheirFormulasSayAndReachItsParameters() {
        Weights weights = new Weights(manager);
        FusionLevel level = FusionLevel.of(weights.in("f"), config());
        weights.byName().get("f.encoder.variance.weight").getArray().set(new float[4 * 6]);
        weights.byName().get("f.encoder.variance.bias").getArray().set(new float[] {-40, -40, -40, -40});
        double[][] x = values(3);
        double[][] there = values(4);
        PlainFusion plain = new PlainFusion(weights);
        double divergence = 0;
        double reconstruction = 0;
        double[][][] parts = {x, plain.linear(there, "f.key"), plain.linear(there, "f.value")};
        for (double[][] part : parts) {
            double[][] mu = plain.encoder(part, "f");
            double[][] back = plain.decoder(mu, "f");
            for (int i = 0; i < part.length; i++) {
                if (part.length == 4 && i == 2) {
                    continue;
                }
                for (double value : mu[i]) {
                    divergence += (Math.exp(-40) + value * value - 1 + 40) / 2 / 4 / 9;
                }
                for (int c = 0; c < D; c++) {
                    reconstruction += Math.pow(back[i][c] - part[i][c], 2) / D / 9;
                }
            }
        }
        FusionLevel.Step step = trained(level, manager, x, there);
        assertThat((double) step.loss().orElseThrow().getFloat())
                .isCloseTo(0.5 * reconstruction + 0.25 * divergence, within(1e-3));
        double[][] seen = {there[0], there[1], there[3]};
        same(step.states(), plain.level(x, seen, "f", HEADS));
        // What is to be reconstructed is held fixed, so the loss says nothing of how keys and values are made.
        Map<String, Parameter> checked = new LinkedHashMap<>(weights.byName());
        checked.keySet().removeIf(name -> !name.contains("coder."));
        GradientCheck.check(manager, checked, scratch -> trained(level, scratch, x, there)
                .loss()
                .orElseThrow());
    }

    @Test
    void noiseIsAddedInTrainingAlone() {
        FusionLevel level = FusionLevel.of(new Weights(manager).in("f"), config());
        double[][] x = values(3);
        double[][] there = values(4);
        float[] once = trained(level, manager, x, there).states().toFloatArray();
        assertThat(trained(level, manager, x, there).states().toFloatArray()).isNotEqualTo(once);
        Side own = side(manager, x, x);
        Side other = side(manager, there, there);
        float[] quiet = level.fuse(own, other.states(), other.mask(), other.bias(), LossWeights.even(), false)
                .states()
                .toFloatArray();
        assertThat(level.fuse(own, other.states(), other.mask(), other.bias(), LossWeights.even(), false)
                        .states()
                        .toFloatArray())
                .isEqualTo(quiet);
    }

    @Test
    void equation7TakesMeansOverThirds() {
        NDList states = new NDList();
        for (int i = 0; i <= 7; i++) {
            states.add(manager.create(new float[] {i}));
        }
        // 1 2 | 3 4 5 | 6 7
        assertThat(Levels.of(states).stream().map(NDArray::getFloat)).containsExactly(1.5f, 4f, 6.5f);
        assertThat(Levels.of(new NDList(states.subList(0, 4))).stream().map(NDArray::getFloat))
                .containsExactly(1f, 2f, 3f);
        assertThat(Levels.of(new NDList(states.subList(0, 3))).stream().map(NDArray::getFloat))
                .containsExactly(1f, 1.5f, 2f);
    }

    @Test
    void mentionsAreMeansOfWordsAndChainsMeansOfMentions() {
        NDArray words = manager.create(new float[] {1, 3, 8, 0, 10, 20, 30, 40}, new Shape(2, 4, 1));
        MentionStates states = MentionStates.of(
                words,
                List.of(
                        List.of(new M3dExample.Mention(0, 2, 0, 0), new M3dExample.Mention(2, 3, 0, 0)),
                        List.of(new M3dExample.Mention(1, 4, 0, 0))));
        assertThat(states.mentions().toFloatArray()).containsExactly(new float[] {2, 8, 30}, within(1e-4f));
        assertThat(states.chains().toFloatArray()).containsExactly(new float[] {5, 30}, within(1e-4f));
    }

    @Test
    void equation21HasATermForEachRelationOfAPairAndForEachPairWithout() {
        M3dExample document = MadeDocuments.document(1, 8, 0);
        float[] logits = new float[6 * 4];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) random.nextGaussian();
        }
        // (0, 1) has one relation, (0, 2) has types 3 and 1, the other four pairs have none.
        int[][] gold = {{document.relations().get(0).type()}, {3, 1}, {0}, {0}, {0}, {0}};
        double expected = 0;
        for (int pair = 0; pair < 6; pair++) {
            double[] likely = Decoder.softmax(logits, 4 * pair, 4);
            for (int type : gold[pair]) {
                expected -= Math.log(likely[type]) / 6;
            }
        }
        NDArray loss = M3dLoss.relations(manager.create(logits, new Shape(6, 4)), List.of(document));
        assertThat((double) loss.getFloat()).isCloseTo(expected, within(1e-5));
    }

    @Test
    void whatPadsATextDoesNotReachWhatIsConstructed() {
        Construction construction = Construction.of(new Weights(manager).in("c"), config());
        double[][] x = values(5);
        double[][] shorter = {x[0], x[1], x[2]};
        Side padded =
                new Side(array(manager, x), List.of(), manager.create(new float[] {1, 1, 1, 0, 0}, new Shape(1, 5)));
        float[] alone = construction
                .from(side(manager, shorter, shorter))
                .levels()
                .get(0)
                .toFloatArray();
        float[] beside = construction.from(padded).levels().get(0).toFloatArray();
        assertThat(java.util.Arrays.copyOf(beside, alone.length)).containsExactly(alone, within(1e-5f));
    }

    @Test
    void equations22And23MatchSlotsWithRegions() {
        // Two slots, none and one type. The second slot is nearer to the region and surer of the type.
        NDArray types = manager.create(new float[] {2, 0, 0, 1}, new Shape(1, 1, 2, 2));
        NDArray boxes =
                manager.create(new float[] {0.1f, 0.1f, 0.1f, 0.1f, 0.5f, 0.5f, 0.3f, 0.2f}, new Shape(1, 1, 2, 4));
        M3dExample film = MadeDocuments.document(1, 8, 1);
        M3dExample one = new M3dExample(
                1,
                new long[0],
                new int[0],
                List.of(),
                0,
                List.of(),
                List.of(new M3dExample.Frame(
                        film.frames().get(0).pixels(), List.of(new M3dExample.Region(1, 0.5, 0.5, 0.2, 0.2, -1)))));
        GroundingLoss loss = GroundingLoss.of(new GroundingHead.Found(types, boxes), List.of(one), 0.5);
        double none = Math.log(1 + Math.exp(-2));
        double region = Math.log(1 + Math.exp(-1));
        assertThat((double) loss.types().getFloat()).isCloseTo((0.5 * none + region) / 1.5, within(1e-5));
        assertThat((double) loss.boxes().getFloat()).isCloseTo(0.1, within(1e-5));
    }

    @Test
    void gradientsReachEveryHead() {
        Weights weights = new Weights(manager);
        M3dConfig config = config();
        Heads heads = Heads.of(weights, config);
        Batch batch = new Batch(List.of(MadeDocuments.document(2, 8, 2)), true);
        double[][] words = values(8);
        double[][] frames = values(2);
        GradientCheck.check(
                manager,
                weights.byName(),
                scratch -> M3dLoss.of(
                        config,
                        heads,
                        batch,
                        new Features(
                                Optional.of(array(scratch, words)),
                                Optional.of(scratch.ones(new Shape(1, 8))),
                                Optional.of(array(scratch, frames)),
                                Optional.empty()),
                        false));
    }
}
