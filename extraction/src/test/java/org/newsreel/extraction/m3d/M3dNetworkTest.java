package org.newsreel.extraction.m3d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.network.Descent;
import org.newsreel.extraction.network.Evidence;

class M3dNetworkTest {
    private static final double CLOSE = 2e-4;

    @BeforeEach
    void seed() {
        Engine.getInstance().setRandomSeed(7);
    }

    private static M3dNetwork network(M3dConfig config) {
        return new M3dNetwork(config, Device.cpu());
    }

    private static void same(float[][] actual, float[][] expected) {
        assertThat(actual).hasDimensions(expected.length, expected.length == 0 ? 0 : expected[0].length);
        for (int i = 0; i < actual.length; i++) {
            for (int c = 0; c < actual[i].length; c++) {
                assertThat((double) actual[i][c]).as("row %d column %d", i, c).isCloseTo(expected[i][c], within(CLOSE));
            }
        }
    }

    @Test
    void aFewStepsDriveTheLossDown() {
        try (M3dNetwork network = network(MadeDocuments.config().withDropout(0))) {
            Descent<M3dExample> descent = new Descent<>(network, 0.002f);
            List<M3dExample> batch = MadeDocuments.documents(12);
            double first = descent.step(batch);
            double last = first;
            for (int i = 0; i < 25; i++) {
                last = descent.step(batch);
            }
            assertThat(last).isLessThan(0.6 * first);
        }
    }

    @Test
    void anOrderOfABatchChangesNothing() {
        try (M3dNetwork network = network(MadeDocuments.config())) {
            List<M3dExample> batch = new ArrayList<>(MadeDocuments.documents(4));
            batch.set(1, batch.get(1).withoutPictures());
            batch.add(2, MadeDocuments.document(9, 8, 2).withoutText());
            float[][] scores = network.scores(batch);
            assertThat(scores).hasDimensions(4 * 6, 4);
            List<M3dReading> readings = network.read(batch);
            Collections.reverse(batch);
            float[][] turned = network.scores(batch);
            for (int e = 0; e < 4; e++) {
                same(
                        java.util.Arrays.copyOfRange(turned, 6 * (3 - e), 6 * (4 - e)),
                        java.util.Arrays.copyOfRange(scores, 6 * e, 6 * (e + 1)));
            }
            List<M3dReading> turnedReadings = network.read(batch);
            for (int e = 0; e < 5; e++) {
                assertThat(turnedReadings.get(4 - e).mentions())
                        .isEqualTo(readings.get(e).mentions());
                assertThat(turnedReadings.get(4 - e).regions())
                        .hasSameSizeAs(readings.get(e).regions());
            }
        }
    }

    @Test
    void paddingChangesNothing() {
        try (M3dNetwork network = network(MadeDocuments.config())) {
            M3dExample small = MadeDocuments.document(3, 8, 1);
            M3dExample large = MadeDocuments.document(4, 30, 4);
            float[][] alone = network.scores(List.of(small));
            same(java.util.Arrays.copyOf(network.scores(List.of(small, large)), 6), alone);
            M3dExample bare = small.withoutPictures();
            float[][] constructed = network.scores(List.of(bare));
            same(java.util.Arrays.copyOf(network.scores(List.of(bare, large.withoutPictures())), 6), constructed);
            M3dExample film = small.withoutText();
            List<List<M3dReading.FoundRegion>> regions =
                    network.read(List.of(film)).get(0).regions();
            assertThat(network.read(List.of(film, large.withoutText()))
                            .get(0)
                            .regions()
                            .size())
                    .isEqualTo(regions.size())
                    .isEqualTo(1);
        }
    }

    @Test
    void eitherModalityMayBeMissing() {
        try (M3dNetwork network = network(MadeDocuments.config())) {
            M3dExample whole = MadeDocuments.document(3, 9, 2);
            M3dReading text = network.read(List.of(whole.withoutPictures())).get(0);
            assertThat(text.regions()).isEmpty();
            M3dReading film = network.read(List.of(whole.withoutText())).get(0);
            assertThat(film.mentions()).isEmpty();
            assertThat(film.relations()).isEmpty();
            assertThat(film.regions()).hasSize(2);
            assertThat(network.scores(List.of(whole.withoutText()))).isEmpty();
            float[][] with = network.scores(List.of(whole));
            float[][] without = network.scores(List.of(whole.withoutPictures()));
            for (float[] row : without) {
                for (float value : row) {
                    assertThat(value).isFinite();
                }
            }
            assertThat(with[0][0]).isNotEqualTo(without[0][0]);
            for (List<M3dExample> batch : List.of(List.of(whole.withoutText()), List.of(whole.withoutPictures()))) {
                try (NDManager scratch = network.manager().newSubManager()) {
                    assertThat(network.loss(scratch, batch).getFloat())
                            .isFinite()
                            .isPositive();
                }
            }
        }
    }

    @Test
    void tagsAreAsLongAsTheTextAndMentionsRoundTrip() {
        try (M3dNetwork network = network(MadeDocuments.config())) {
            List<M3dExample> batch = List.of(
                    MadeDocuments.document(3, 9, 1),
                    MadeDocuments.document(4, 8, 1).withoutText(),
                    MadeDocuments.document(5, 70, 0));
            int[][] tags = network.tags(batch);
            assertThat(tags[0]).hasSize(9);
            assertThat(tags[1]).isEmpty();
            // Longer than the encoder's 64 positions: read in windows.
            assertThat(tags[2]).hasSize(70);
        }
        M3dExample example = MadeDocuments.document(3, 9, 1);
        assertThat(Tags.mentions(Tags.of(example.mentions(), 9)))
                .extracting(M3dExample.Mention::from, M3dExample.Mention::to, M3dExample.Mention::type)
                .containsExactlyElementsOf(example.mentions().stream()
                        .map(m -> org.assertj.core.groups.Tuple.tuple(m.from(), m.to(), m.type()))
                        .toList());
        assertThat(Tags.mentions(new int[] {2, 2, 4, 0, 3, 3}))
                .extracting(M3dExample.Mention::from, M3dExample.Mention::to, M3dExample.Mention::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 2, 0),
                        org.assertj.core.groups.Tuple.tuple(2, 3, 1),
                        org.assertj.core.groups.Tuple.tuple(4, 5, 1),
                        org.assertj.core.groups.Tuple.tuple(5, 6, 1));
    }

    @Test
    void evidenceSumsToOneAndComesFromTheTextWherePicturesAreMissing() {
        try (M3dNetwork network = network(MadeDocuments.config())) {
            M3dExample whole = MadeDocuments.document(3, 9, 2);
            Evidence evidence = network.evidence(whole, 1, 3);
            assertThat(evidence.texts()).extracting(Evidence.TextShare::from).containsExactly(0, 4, 7);
            assertThat(evidence.regions())
                    .extracting(Evidence.RegionShare::picture)
                    .contains(0, 1);
            double pictures = evidence.regions().stream()
                    .mapToDouble(Evidence.RegionShare::weight)
                    .sum();
            assertThat(pictures)
                    .isCloseTo(evidence.gates().get("pictures"), within(1e-6))
                    .isPositive();
            assertThat(evidence.map()).isPresent();
            Evidence text = network.evidence(whole.withoutPictures(), 1, 3);
            assertThat(text.regions()).isEmpty();
            assertThat(text.map()).isEmpty();
            assertThat(text.gates().get("pictures")).isZero();
            assertThatThrownBy(() -> network.evidence(whole, 6, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anAblationLacksThePartThatItsNameSays() {
        M3dConfig config = MadeDocuments.config();
        Set<String> all = names(config);
        assertThat(without(all, names(config.ablations().get("w/o MMCM"))))
                .isNotEmpty()
                .allMatch(n -> n.startsWith("mmcm."));
        assertThat(names(config.ablations().get("w/o MMCM"))).noneMatch(n -> n.startsWith("mmcm."));
        Set<String> apart = names(config.ablations().get("w/o DFFM"));
        assertThat(without(all, apart)).allMatch(n -> n.startsWith("mmcm.") || n.startsWith("dffm."));
        assertThat(apart)
                .filteredOn(n -> n.startsWith("mmcm.") || n.startsWith("dffm."))
                .hasSize(6)
                .allMatch(n -> n.contains(".own.") || n.contains(".norm."));
        assertThat(names(config.variants().get("w/o VAE")))
                .noneMatch(n -> n.startsWith("dffm.") && n.contains("coder."));
        assertThat(names(config.variants().get("w/o hierarchy"))).noneMatch(n -> n.contains(".middle."));
        assertThat(names(config.textOnly()))
                .noneMatch(n -> n.startsWith("image.")
                        || n.startsWith("grounding.")
                        || n.startsWith("dffm.image")
                        || n.startsWith("mmcm.text"))
                .anyMatch(n -> n.startsWith("mmcm.image"));
        assertThat(config.withPromptLength(9).promptLength()).isEqualTo(9);
    }

    private static Set<String> names(M3dConfig config) {
        try (M3dNetwork network = network(config)) {
            return new TreeSet<>(network.byName().keySet());
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Test
    void everyVariantLearns() {
        M3dConfig config = MadeDocuments.config().withDropout(0);
        List<M3dConfig> all = new ArrayList<>(config.ablations().values());
        all.addAll(config.variants().values());
        all.add(config.textOnly());
        List<M3dExample> batch = MadeDocuments.documents(9);
        for (M3dConfig one : all) {
            try (M3dNetwork network = network(one)) {
                Descent<M3dExample> descent = new Descent<>(network, 0.002f);
                double first = descent.step(batch);
                for (int i = 0; i < 4; i++) {
                    descent.step(batch);
                }
                assertThat((double) descent.step(batch)).as("%s", one.parts()).isLessThan(first);
            }
        }
    }

    @Test
    void withoutFusionPicturesDoNotReachTheText() {
        M3dExample whole = MadeDocuments.document(3, 9, 2);
        try (M3dNetwork network = network(MadeDocuments.config().ablations().get("w/o DFFM"))) {
            same(network.scores(List.of(whole)), network.scores(List.of(whole.withoutPictures())));
        }
        try (M3dNetwork network = network(MadeDocuments.config().textOnly())) {
            same(network.scores(List.of(whole)), network.scores(List.of(whole.withoutPictures())));
            assertThatThrownBy(() -> network.scores(List.of(whole.withoutText())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void trainingTakesAwayAThirdEachByTheSeedTheEpochAndTheExample() {
        Missing missing = Missing.thirds(3);
        int[] counts = new int[3];
        int moved = 0;
        M3dExample one = MadeDocuments.document(1, 8, 1);
        for (int id = 0; id < 3000; id++) {
            M3dExample example =
                    new M3dExample(id, one.pieces(), one.words(), one.mentions(), 3, one.relations(), one.frames());
            M3dExample seen = missing.seen(example, 0);
            counts[kind(seen)]++;
            assertThat(kind(missing.seen(example, 0))).isEqualTo(kind(seen));
            moved += kind(missing.seen(example, 1)) == kind(seen) ? 0 : 1;
        }
        assertThat(counts[0]).isBetween(900, 1100);
        assertThat(counts[1]).isBetween(900, 1100);
        assertThat(moved).isBetween(1800, 2200);
    }

    private static int kind(M3dExample example) {
        return example.hasText() ? example.hasPictures() ? 0 : 1 : 2;
    }

    @Test
    void aPairMayHaveTwoRelations() {
        float[][] logits = {{0, 2, 1.9f, -5}, {3, 2, 1, 0}};
        assertThat(Decoder.relations(2, logits))
                .extracting(
                        M3dReading.FoundRelation::subject,
                        M3dReading.FoundRelation::object,
                        M3dReading.FoundRelation::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 1, 1), org.assertj.core.groups.Tuple.tuple(0, 1, 2));
    }
}
