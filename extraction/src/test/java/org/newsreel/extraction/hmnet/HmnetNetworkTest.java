package org.newsreel.extraction.hmnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.network.Descent;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.MadePosts;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.network.Post;

class HmnetNetworkTest {
    private static final HmnetConfig RELATIONS =
            HmnetConfig.tiny(HmnetTask.RELATIONS, MadePosts.VOCABULARY, MadePosts.COLOURS);
    private static final HmnetConfig ENTITIES = HmnetConfig.tiny(HmnetTask.ENTITIES, MadePosts.VOCABULARY, 4);

    private final MadePosts made = new MadePosts(RELATIONS.pictureSize(), 5);

    @BeforeEach
    void seed() {
        Engine.getInstance().setRandomSeed(5);
    }

    private static HmnetNetwork network(HmnetConfig config) {
        return new HmnetNetwork(config, Device.cpu());
    }

    private List<HmnetExample> relations(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> HmnetExample.relation(made.post(i % MadePosts.COLOURS), i % MadePosts.COLOURS))
                .toList();
    }

    /** The colour is the tag of the head, and nothing else has one. */
    private List<HmnetExample> entities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Post post = made.post(i % MadePosts.COLOURS);
                    int[] tags = new int[post.firstPieces().length];
                    tags[1] = 1 + i % MadePosts.COLOURS;
                    return HmnetExample.entities(post, tags);
                })
                .toList();
    }

    private static Map<String, HmnetConfig> all(HmnetConfig config) {
        Map<String, HmnetConfig> all = new LinkedHashMap<>(config.ablations());
        all.put("full", config);
        all.put("text", config.textOnly());
        return all;
    }

    @Test
    void everyVariantTrainsAStepAndHasThePartsOfItsDescription() {
        List<HmnetExample> batch = relations(4);
        HmnetExample seen = HmnetExample.of(made.seen(made.text(4), 1, true, 1));
        all(RELATIONS).forEach((name, config) -> {
            try (HmnetNetwork network = network(config)) {
                Descent<HmnetExample> descent = new Descent<>(network, 1e-3f);
                assertThat(descent.step(batch)).as(name).isFinite().isPositive();
                assertThat(descent.step(batch)).as(name).isFinite();
                HmnetVariant variant = config.variant();
                boolean gated = variant == HmnetVariant.FULL || variant == HmnetVariant.ONLY_OBJECTS;
                boolean flat = variant == HmnetVariant.FLAT || variant == HmnetVariant.SINGLE;
                assertThat(has(network, "gates.")).as(name).isEqualTo(gated);
                assertThat(has(network, "image.")).as(name).isEqualTo(variant != HmnetVariant.TEXT_ONLY);
                assertThat(has(network, "pyramid.1.")).as(name).isEqualTo(!flat && variant != HmnetVariant.TEXT_ONLY);
                assertThat(has(network, "prompt.1."))
                        .as(name)
                        .isEqualTo(variant != HmnetVariant.SINGLE && variant != HmnetVariant.TEXT_ONLY);
                assertThat(network.gates(seen).isEmpty()).as(name).isNotEqualTo(gated);
            }
        });
        assertThat(RELATIONS.ablations().keySet())
                .containsExactly("HMNeT-Single", "HMNeT-Flat", "HMNeT-1V3", "HMNeT-OnlyObj");
    }

    private static boolean has(HmnetNetwork network, String prefix) {
        return network.byName().keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    @Test
    void gradientsReachEveryParameterOfBothTasks() {
        Map<HmnetConfig, List<HmnetExample>> tasks = Map.of(RELATIONS, relations(4), ENTITIES, entities(4));
        tasks.forEach((config, batch) -> {
            try (HmnetNetwork network = network(config)) {
                new Descent<>(network, 1e-3f)
                        .gradients(batch)
                        .forEach((name, size) ->
                                assertThat(size).as(name).isPositive().isFinite());
            }
        });
    }

    @Test
    void whatAPictureSaysIsLearnedForBothTasks() {
        List<HmnetExample> relations = relations(12);
        List<HmnetExample> entities = entities(12);
        try (HmnetNetwork pairs = network(RELATIONS);
                HmnetNetwork tagger = network(ENTITIES)) {
            descend(pairs, relations);
            descend(tagger, entities);
            float[][] scores = pairs.scores(relations);
            int[][] tags = tagger.tags(entities);
            for (int i = 0; i < scores.length; i++) {
                assertThat(best(scores[i])).as("post %d", i).isEqualTo(i % MadePosts.COLOURS);
                assertThat(tags[i])
                        .as("post %d", i)
                        .isEqualTo(entities.get(i).tags().orElseThrow());
            }
        }
    }

    private static void descend(HmnetNetwork network, List<HmnetExample> batch) {
        Descent<HmnetExample> descent = new Descent<>(network, 3e-3f);
        float first = descent.step(batch);
        float last = first;
        for (int i = 0; i < 60 && last > 0.08f; i++) {
            last = descent.step(batch);
        }
        assertThat(last).isLessThan(0.2f * first);
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
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
        List<HmnetExample> mixed = new ArrayList<>(relations(3));
        mixed.add(HmnetExample.of(text));
        mixed.add(HmnetExample.of(made.seen(made.text(8), 1, true, 0)));
        mixed.add(HmnetExample.of(made.seen(text, 2, false, 2)));
        List<HmnetExample> turned = new ArrayList<>(mixed);
        java.util.Collections.reverse(turned);
        for (HmnetConfig config : List.of(RELATIONS, RELATIONS.with(HmnetVariant.ONLY_OBJECTS))) {
            try (HmnetNetwork network = network(config)) {
                float[][] scores = network.scores(mixed);
                float[][] backwards = network.scores(turned);
                for (int i = 0; i < mixed.size(); i++) {
                    same(backwards[mixed.size() - 1 - i], scores[i]);
                    same(network.scores(List.of(mixed.get(i)))[0], scores[i]);
                }
                assertThat(scores[5]).as("objects alone are seen").isNotEqualTo(scores[3]);
            }
        }
        try (HmnetNetwork tagger = network(ENTITIES)) {
            int[][] tags = tagger.tags(mixed);
            for (int i = 0; i < mixed.size(); i++) {
                assertThat(tagger.tags(List.of(mixed.get(i)))[0]).isEqualTo(tags[i]);
                assertThat(tags[i]).hasSize(mixed.get(i).post().firstPieces().length);
            }
        }
    }

    @Test
    void evidenceSumsTo1AndNamesTheGatesOfEveryLayer() {
        HmnetExample seen = HmnetExample.of(made.seen(made.text(4), 1, true, 2));
        try (HmnetNetwork network = network(RELATIONS)) {
            Evidence evidence = network.evidence(seen, 0, 1);
            assertThat(evidence.texts()).hasSize(4);
            assertThat(evidence.regions())
                    .extracting(Evidence.RegionShare::object)
                    .containsExactly(-1, 0, 1);
            assertThat(evidence.regions()).allMatch(r -> r.weight() > 0);
            assertThat(evidence.map()).isPresent();
            for (int l = 1; l <= 4; l++) {
                double sum = 0;
                for (int i = 1; i <= 4; i++) {
                    sum += evidence.gates().get("layer " + l + " scale " + i);
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
            Evidence blind = network.evidence(HmnetExample.of(made.text(4)), 0, 0);
            assertThat(blind.regions()).isEmpty();
            assertThat(blind.gates()).isEmpty();
            Evidence objects = network.evidence(HmnetExample.of(made.seen(made.text(4), 1, false, 2)), 0, 0);
            assertThat(objects.regions())
                    .extracting(Evidence.RegionShare::object)
                    .containsExactly(0, 1);
            assertThat(objects.map()).isEmpty();
            assertThat(objects.gates()).hasSize(16);
        }
    }

    @Test
    void oneTaskStartsFromWhatTheOtherLearned() {
        try (HmnetNetwork pairs = network(RELATIONS);
                HmnetNetwork tagger = network(ENTITIES)) {
            new Descent<>(tagger, 1e-2f).step(entities(4));
            List<String> left = pairs.startFrom(tagger);

            assertThat(left).containsExactly("head.relations.weight", "head.relations.bias");
            for (String name : List.of("text.encoder.layer.3.output.dense.weight", "gates.weight", "prompt.2.weight")) {
                assertThat(pairs.byName().get(name).getArray().toFloatArray())
                        .isEqualTo(tagger.byName().get(name).getArray().toFloatArray());
            }
            assertThat(new Descent<>(pairs, 1e-3f).step(relations(3))).isFinite();
        }
        try (HmnetNetwork fresh = network(ENTITIES);
                HmnetNetwork tagger = network(ENTITIES)) {
            assertThat(fresh.startFrom(tagger))
                    .as("the same task, for another set")
                    .containsExactly(
                            "head.tags.weight",
                            "head.tags.bias",
                            "head.crf.transitions",
                            "head.crf.start",
                            "head.crf.end");
        }
        HmnetConfig other = HmnetConfig.tiny(HmnetTask.ENTITIES, MadePosts.VOCABULARY + 1, 4);
        try (HmnetNetwork pairs = network(RELATIONS);
                HmnetNetwork wider = network(other)) {
            assertThatThrownBy(() -> pairs.startFrom(wider)).hasMessageContaining("text.embeddings.word_embeddings");
        }
    }

    @Test
    void threadsThatInferAgree() throws InterruptedException {
        List<HmnetExample> batch = relations(3);
        try (HmnetNetwork network = network(RELATIONS)) {
            float[][] expected = network.scores(batch);
            List<float[][]> found = java.util.Collections.synchronizedList(new ArrayList<>());
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
        HmnetExample unknown = HmnetExample.of(made.text(4));
        Pixels small = new Pixels(2, 2, new float[12]);
        Post wrong = new Post(
                unknown.post().pieces(),
                unknown.post().tokens(),
                unknown.post().markers(),
                java.util.Optional.of(small),
                List.of());
        try (HmnetNetwork network = network(RELATIONS)) {
            assertThatThrownBy(() -> network.tags(List.of(unknown))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> network.loss(network.manager(), List.of(unknown)))
                    .hasMessageContaining("gold relation");
            assertThatThrownBy(() -> network.scores(List.of(HmnetExample.of(wrong))))
                    .hasMessageContaining("2 by 2 pixels");
            assertThatThrownBy(() -> network.evidence(unknown, 1, 0)).hasMessageContaining("no pair 1");
            assertThat(network.scores(List.of())).isEmpty();
        }
        assertThatThrownBy(() -> HmnetExample.entities(unknown.post(), new int[3]))
                .hasMessageContaining("3 tags");
    }
}
