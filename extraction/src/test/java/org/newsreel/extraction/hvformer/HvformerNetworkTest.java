package org.newsreel.extraction.hvformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.layer.Doubles;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.Descent;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.MadePosts;
import org.newsreel.extraction.network.Post;

class HvformerNetworkTest {
    private static final HvformerConfig TINY = HvformerConfig.tiny(MadePosts.VOCABULARY, MadePosts.COLOURS);

    private final MadePosts made = new MadePosts(TINY.image().imageSize(), 5);

    @BeforeEach
    void seed() {
        Engine.getInstance().setRandomSeed(5);
    }

    private static HvformerNetwork network(HvformerConfig config) {
        return new HvformerNetwork(config, Device.cpu());
    }

    private List<HvformerExample> examples(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> HvformerExample.of(made.post(i % MadePosts.COLOURS), i % MadePosts.COLOURS))
                .toList();
    }

    private static boolean has(HvformerNetwork network, String part) {
        return network.byName().keySet().stream().anyMatch(name -> name.startsWith(part));
    }

    @Test
    void everyVariantTrainsAStepAndHasThePartsOfItsDescription() {
        List<HvformerExample> batch = examples(4);
        Map<String, HvformerConfig> all = new LinkedHashMap<>(TINY.ablations());
        assertThat(all.keySet()).containsExactly("w/o HVF", "w/o TVA", "w/o MoME");
        all.put("full", TINY);
        all.put("text", TINY.textOnly());
        all.put("every", TINY.withEveryLevel());
        all.put("layer 1", TINY.singleLevels().get("layer 1"));
        all.forEach((name, config) -> {
            try (HvformerNetwork network = network(config)) {
                Descent<HvformerExample> descent = new Descent<>(network, 1e-3f);
                assertThat(descent.step(batch)).as(name).isFinite().isPositive();
                assertThat(descent.step(batch)).as(name).isFinite();
                boolean text = name.equals("text");
                boolean one = name.equals("w/o HVF");
                assertThat(has(network, "expert.4.")).as(name).isEqualTo(!text && !name.equals("layer 1"));
                assertThat(has(network, "expert.2.")).as(name).isEqualTo(!text && !one && !name.equals("layer 1"));
                assertThat(has(network, "expert.1."))
                        .as(name)
                        .isEqualTo(name.equals("every") || name.equals("layer 1"));
                assertThat(has(network, "expert.4.attention."))
                        .as(name)
                        .isEqualTo(!text && !name.equals("w/o TVA") && !name.equals("layer 1"));
                assertThat(has(network, "router.")).as(name).isEqualTo(!text && !name.equals("w/o MoME"));
                assertThat(has(network, "joined.")).as(name).isEqualTo(name.equals("w/o MoME"));
                assertThat(has(network, "image.")).as(name).isEqualTo(!text);
            }
        });
        assertThat(TINY.singleLevels()).hasSize(5);
    }

    @Test
    void gradientsReachEveryParameterOfEveryVariant() {
        List<HvformerConfig> configs = new ArrayList<>(TINY.ablations().values());
        configs.add(TINY);
        for (HvformerConfig config : configs) {
            try (HvformerNetwork network = network(config)) {
                new Descent<>(network, 1e-3f)
                        .gradients(examples(4))
                        .forEach((name, size) ->
                                assertThat(size).as(name).isPositive().isFinite());
            }
        }
    }

    @Test
    void equations2And11And12ReadTheRelationOffTheStartMarkers() {
        Post post = made.text(5);
        BertConfig text = BertConfig.small(MadePosts.VOCABULARY, 64, 48, 2, 4);
        HvformerConfig config =
                new HvformerConfig(text, TINY.image(), List.of(), TINY.heads(), true, true, 0, MadePosts.COLOURS, 0);
        try (HvformerNetwork network = network(config);
                NDManager manager = NDManager.newBaseManager();
                BertEncoder encoder = new BertEncoder(text, BertLayout.BERT, new Weights(manager))) {
            encoder.byName().forEach((name, p) -> p.getArray().set(values(network, "text." + name)));
            Shape shape = new Shape(1, post.length());
            double[][] t = Doubles.of(encoder.states(manager.create(post.pieces(), shape), manager.ones(shape), false)
                    .get(2));
            double[][] pair = new double[1][96];
            System.arraycopy(t[post.markers().orElseThrow().head()], 0, pair[0], 0, 48);
            System.arraycopy(t[post.markers().orElseThrow().tail()], 0, pair[0], 48, 48);
            double[][] logits = Doubles.linear(
                    pair,
                    network.byName().get("relations.weight").getArray(),
                    network.byName().get("relations.bias").getArray());
            Doubles.same(manager.create(network.scores(List.of(HvformerExample.of(post)))[0]), logits);
            assertThat((double) network.loss(manager, List.of(HvformerExample.of(post, 2)))
                            .toFloatArray()[0])
                    .isCloseTo(-Math.log(Doubles.softmax(logits)[0][2]), within(1e-4));
        }
    }

    private static float[] values(HvformerNetwork network, String name) {
        return network.byName().get(name).getArray().toFloatArray();
    }

    @Test
    void evidenceIsTakenAtTheStartMarkers() {
        Post post = made.seen(made.text(6), 1, true, 1);
        double[][] weights = {{0.2, 0.8}, {0.6, 0.4}};
        HvformerConfig config = HvformerConfig.tiny(MadePosts.VOCABULARY, 2).withLevels(List.of(4));
        double[][] words = new double[post.length()][34];
        words[post.markers().orElseThrow().head()][3] = 1;
        words[post.markers().orElseThrow().tail()][20] = 1;
        TrackingMaps maps =
                new TrackingMaps(List.of(new TrackingMaps.Level(4, new double[2][17][17], new double[][][] {words})));
        Evidence evidence = new HvformerEvidence(config, post, weights, maps).evidence(true);

        assertThat(evidence.texts()).extracting(Evidence.TextShare::weight).containsExactly(0.1, 0.3);
        assertThat(evidence.regions()).extracting(Evidence.RegionShare::weight).containsExactly(0.4, 0.2);
        assertThat(evidence.gates().get("layer 4")).isCloseTo(0.6, within(1e-9));
        assertThat(evidence.map().orElseThrow().values()[2]).isEqualTo(0.4f);
    }

    @Test
    void whatAPictureSaysIsLearned() {
        List<HvformerExample> examples = examples(12);
        try (HvformerNetwork network = network(TINY)) {
            Descent<HvformerExample> descent = new Descent<>(network, 3e-3f);
            float first = descent.step(examples);
            float last = first;
            for (int i = 0; i < 60 && last > 0.08f; i++) {
                last = descent.step(examples);
            }
            assertThat(last).isLessThan(0.2f * first);
            float[][] scores = network.scores(examples);
            for (int i = 0; i < scores.length; i++) {
                int best = 0;
                for (int r = 1; r < scores[i].length; r++) {
                    best = scores[i][r] > scores[i][best] ? r : best;
                }
                assertThat(best).as("post %d", i).isEqualTo(i % MadePosts.COLOURS);
            }
        }
    }

    private static void same(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(2e-4f)).isFinite();
        }
    }

    @Test
    void aPostScoresTheSameAloneAsInABatchOfAnyOrderWithAndWithoutPictures() {
        Post text = made.text(5);
        List<HvformerExample> mixed = new ArrayList<>(examples(3));
        mixed.add(HvformerExample.of(text));
        mixed.add(HvformerExample.of(made.seen(made.text(8), 1, true, 0)));
        mixed.add(HvformerExample.of(made.seen(text, 2, false, 2)));
        List<HvformerExample> turned = new ArrayList<>(mixed);
        Collections.reverse(turned);
        List<HvformerConfig> configs = new ArrayList<>(TINY.ablations().values());
        configs.add(TINY);
        for (HvformerConfig config : configs) {
            try (HvformerNetwork network = network(config)) {
                float[][] scores = network.scores(mixed);
                float[][] backwards = network.scores(turned);
                for (int i = 0; i < mixed.size(); i++) {
                    same(backwards[mixed.size() - 1 - i], scores[i]);
                    same(network.scores(List.of(mixed.get(i)))[0], scores[i]);
                }
                assertThat(scores[5]).as("objects alone are seen").isNotEqualTo(scores[3]);
            }
        }
    }

    @Test
    void evidenceSumsTo1AndIsThatOfTheExpertsAndTheirMaps() {
        HvformerExample seen = HvformerExample.of(made.seen(made.text(4), 1, true, 2));
        try (HvformerNetwork network = network(TINY)) {
            Evidence evidence = network.evidence(seen, 0, 1);
            assertThat(evidence.gates()).containsOnlyKeys("text", "layer 0", "layer 2", "layer 4");
            double gates =
                    evidence.gates().values().stream().mapToDouble(v -> v).sum();
            assertThat(gates).isCloseTo(1, within(1e-5));
            assertThat(evidence.texts())
                    .extracting(Evidence.TextShare::from, Evidence.TextShare::to)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, 2), org.assertj.core.groups.Tuple.tuple(3, 4));
            double text = evidence.texts().stream()
                    .mapToDouble(Evidence.TextShare::weight)
                    .sum();
            assertThat(text).isCloseTo(evidence.gates().get("text"), within(1e-5));
            assertThat(evidence.regions())
                    .extracting(Evidence.RegionShare::object)
                    .containsExactly(-1, 0, 1);
            assertThat(evidence.map().orElseThrow().rows()).isEqualTo(4);

            Evidence blind = network.evidence(HvformerExample.of(made.text(4)), 0, 0);
            assertThat(blind.regions()).isEmpty();
            assertThat(blind.gates()).isEmpty();
            Evidence objects = network.evidence(HvformerExample.of(made.seen(made.text(4), 1, false, 2)), 0, 0);
            assertThat(objects.regions())
                    .extracting(Evidence.RegionShare::object)
                    .containsExactly(0, 1);
            assertThat(objects.map()).isEmpty();
        }
        for (HvformerConfig config : TINY.ablations().values()) {
            try (HvformerNetwork network = network(config)) {
                Evidence evidence = network.evidence(seen, 0, 0);
                assertThat(evidence.gates().isEmpty()).isEqualTo(!config.experts());
                assertThat(evidence.regions()).hasSize(3);
            }
        }
    }

    @Test
    void exchangedMarkersExchangeTheirShares() {
        Post post = made.seen(made.text(6), 1, true, 1);
        Post.Markers markers = post.markers().orElseThrow();
        Post turned = new Post(
                post.pieces(),
                post.tokens(),
                Optional.of(new Post.Markers(markers.tail(), markers.tailEnd(), markers.head(), markers.headEnd())),
                post.picture(),
                post.objects());
        try (HvformerNetwork network = network(TINY)) {
            Doubles.fill(network.byName(), 2);
            List<Evidence.TextShare> there =
                    network.evidence(HvformerExample.of(post), 0, 0).texts();
            List<Evidence.TextShare> back =
                    network.evidence(HvformerExample.of(turned), 0, 0).texts();
            assertThat(back).containsExactly(there.get(1), there.get(0));
            assertThat(there.get(0).weight()).isNotEqualTo(there.get(1).weight());
        }
    }

    @Test
    void trackingMapsCoverEveryLevelHeadWordAndPatch() {
        HvformerExample seen = HvformerExample.of(made.seen(made.text(4), 1, true, 1));
        try (HvformerNetwork network = network(TINY)) {
            TrackingMaps maps = network.tracking(seen);
            assertThat(maps.levels()).extracting(TrackingMaps.Level::layer).containsExactly(0, 2, 4);
            for (TrackingMaps.Level level : maps.levels()) {
                assertThat(level.patches()).hasDimensions(2, 17);
                assertThat(level.tokens()).hasDimensions(4, seen.post().length());
                for (double[][] head : level.tokens()) {
                    for (double[] word : head) {
                        assertThat(word).hasSize(34);
                        assertThat(Arrays.stream(word).sum()).isCloseTo(1, within(1e-5));
                    }
                }
            }
            double[][] first = maps.levels().get(0).patches()[0];
            double[][] last = maps.levels().get(2).patches()[0];
            assertThat(first[3][3]).isEqualTo(1);
            // Each layer keeps half of what was there before: 2^-4 of the patch itself at least.
            assertThat(last[3][3]).isBetween(1 / 16.0, 0.9);
            assertThat(network.tracking(HvformerExample.of(made.text(4))).levels())
                    .isEmpty();
        }
    }

    @Test
    void threadsThatInferAgree() throws InterruptedException {
        List<HvformerExample> batch = examples(3);
        try (HvformerNetwork network = network(TINY)) {
            float[][] expected = network.scores(batch);
            List<float[][]> found = Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                Thread thread = new Thread(() -> {
                    TorchOps.inferOnThisThread();
                    found.add(network.scores(batch));
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(found).hasSize(3);
            found.forEach(scores -> same(scores[2], expected[2]));
        }
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        HvformerExample unknown = HvformerExample.of(made.text(4));
        try (HvformerNetwork network = network(TINY.textOnly())) {
            assertThatThrownBy(() -> network.loss(network.manager(), List.of(unknown)))
                    .hasMessageContaining("gold relation");
            assertThatThrownBy(() -> network.evidence(unknown, 0, 3)).hasMessageContaining("no relation 3");
            assertThat(network.scores(List.of())).isEmpty();
        }
        assertThatThrownBy(() -> TINY.withLevels(List.of(2, 1))).hasMessageContaining("[2, 1]");
        assertThatThrownBy(() -> TINY.withLevels(List.of(5))).hasMessageContaining("[5]");
    }
}
