package org.newsreel.extraction.dgfpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.Evidence;

class DgfPtNetworkTest {
    private static DgfPtNetwork network;
    private static List<DgfPtExample> batch;

    @BeforeAll
    static void open() {
        Engine.getInstance().setRandomSeed(4);
        network = new DgfPtNetwork(Made.config(), Device.cpu());
        batch = new ArrayList<>(Made.examples(3, 6));
        batch.set(1, batch.get(1).withoutPicture());
        batch.set(2, Made.with(batch.get(2), List.of()));
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static void close(float[] actual, float[] expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isFinite().isCloseTo(expected[i], within(1e-4f));
        }
    }

    @Test
    void anExamplesScoresDoNotDependOnItsBatch() {
        float[][] together = network.scores(batch);
        List<DgfPtExample> turned = new ArrayList<>(batch);
        Collections.reverse(turned);
        float[][] backwards = network.scores(turned);
        for (int b = 0; b < batch.size(); b++) {
            close(together[b], backwards[batch.size() - 1 - b]);
            close(together[b], network.scores(List.of(batch.get(b)))[0]);
        }
        assertThat(network.scores(List.of())).isEmpty();
    }

    @Test
    void whatAPictureShowsChangesTheScores() {
        DgfPtExample example = batch.get(0);
        float[] seen = network.scores(List.of(example))[0];
        assertThat(network.scores(List.of(example.withoutPicture()))[0]).isNotEqualTo(seen);
        assertThat(network.scores(List.of(Made.with(example, List.of())))[0]).isNotEqualTo(seen);
    }

    @Test
    void equations1To3LetEachStageSeeOnlyWhatCameBefore() {
        for (DgfPtConfig config : List.of(
                Made.config(),
                Made.config().ablations().get("all prefixes in S2"),
                Made.config().ablations().get("all prefixes in S3"))) {
            try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
                    StagedEncoder encoder = new StagedEncoder(config, new Weights(manager))) {
                DgfPtExample one = batch.get(0);
                // All but the mentions, of which the entity-oriented prefix tells every stage.
                int[] pieces = one.pieces().clone();
                pieces[0] = 9;
                pieces[pieces.length - 1] = 9;
                DgfPtExample otherText = Made.withPieces(one, pieces);
                DgfPtExample otherImage = new DgfPtExample(
                        one.pieces(),
                        one.head(),
                        one.tail(),
                        0,
                        0,
                        batch.get(3).picture(),
                        one.objects(),
                        one.caption(),
                        0);
                DgfPtExample otherMention = Made.withPieces(one, one.pieces().clone());
                otherMention.pieces()[1] = 9;
                Understood first = read(encoder, manager, config, one);
                Understood text = read(encoder, manager, config, otherText);
                Understood image = read(encoder, manager, config, otherImage);
                Understood mention = read(encoder, manager, config, otherMention);

                assertThat(differ(first.objects().orElseThrow(), text.objects().orElseThrow()))
                        .isFalse();
                assertThat(differ(first.image().orElseThrow(), text.image().orElseThrow()))
                        .isFalse();
                assertThat(differ(first.objects().orElseThrow(), image.objects().orElseThrow()))
                        .isFalse();
                assertThat(differ(first.image().orElseThrow(), image.image().orElseThrow()))
                        .isTrue();
                assertThat(differ(first.text(), image.text())).isTrue();
                // A prefix tells the stages from its own on.
                assertThat(differ(
                                first.objects().orElseThrow(), mention.objects().orElseThrow()))
                        .isEqualTo(config.prefixes().entities() == 1);
                assertThat(differ(first.image().orElseThrow(), mention.image().orElseThrow()))
                        .isEqualTo(config.prefixes().entities() <= 2);
            }
        }
    }

    @Test
    void keysAndValuesOfAPrefixAreSeenFromItsStageOn() {
        DgfPtConfig config = Made.config().ablations().get("E-P in S3");
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            Weights weights = new Weights(manager);
            try (StagedEncoder encoder = new StagedEncoder(config, weights)) {
                Understood before = read(encoder, manager, config, batch.get(0));
                weights.byName().get("prefix_e.0.value").getArray().addi(1);
                Understood after = read(encoder, manager, config, batch.get(0));
                assertThat(differ(
                                before.objects().orElseThrow(), after.objects().orElseThrow()))
                        .isFalse();
                assertThat(differ(before.image().orElseThrow(), after.image().orElseThrow()))
                        .isFalse();
                assertThat(differ(before.text(), after.text())).isTrue();
            }
        }
    }

    @Test
    void theObjectOrientedPrefixIsAboutTheObjectsOfBothMentions() {
        DgfPtConfig config = Made.config().ablations().get("w/o E-P");
        DgfPtExample one = batch.get(3);
        DgfPtExample otherHead = marked(one, new DgfPtExample.Span(0, 1), one.tail());
        DgfPtExample otherTail = marked(one, one.head(), new DgfPtExample.Span(0, 1));
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
                StagedEncoder encoder = new StagedEncoder(config, new Weights(manager))) {
            NDArray objects = read(encoder, manager, config, one).objects().orElseThrow();
            for (DgfPtExample other : List.of(otherHead, otherTail)) {
                assertThat(objects.sub(read(encoder, manager, config, other)
                                        .objects()
                                        .orElseThrow())
                                .abs()
                                .max()
                                .getFloat())
                        .isGreaterThan(1e-7f);
            }
        }
    }

    private static DgfPtExample marked(DgfPtExample e, DgfPtExample.Span head, DgfPtExample.Span tail) {
        return new DgfPtExample(e.pieces(), head, tail, 0, 0, e.picture(), e.objects(), e.caption(), e.relation());
    }

    private static Understood read(StagedEncoder encoder, NDManager manager, DgfPtConfig config, DgfPtExample one) {
        return encoder.apply(manager, BatchLayout.of(config, List.of(one)), false);
    }

    private static boolean differ(NDArray one, NDArray other) {
        return one.sub(other).abs().max().getFloat() > 1e-4;
    }

    @Test
    void evidenceSumsToOneAndNamesWhatIsThere() {
        Evidence all = network.evidence(batch.get(0), 0, 1);
        assertThat(all.regions()).hasSize(batch.get(0).objects().size() + 1);
        assertThat(all.texts()).hasSize(batch.get(0).pieces().length);
        assertThat(all.gates()).containsOnlyKeys("image-relevance", "object-importance");
        assertThat(all.gates().values()).allSatisfy(g -> assertThat(g).isBetween(0.0, 1.0));
        assertThat(all.regions()).allSatisfy(r -> assertThat(r.weight()).isBetween(0.0, 1.0));

        Evidence textOnly = network.evidence(batch.get(1), 0, 1);
        assertThat(textOnly.regions()).isEmpty();
        assertThat(textOnly.gates()).isEmpty();
        Evidence noObjects = network.evidence(batch.get(2), 0, 1);
        assertThat(noObjects.regions()).singleElement().satisfies(r -> assertThat(r.object())
                .isEqualTo(-1));
        assertThat(noObjects.gates()).containsOnlyKeys("image-relevance");
        assertThatThrownBy(() -> network.evidence(batch.get(0), 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRowOfTheTablesTrainsWithTheParametersThatItsNameSays() {
        Map<String, DgfPtConfig> rows = new HashMap<>(Made.config().ablations());
        assertThat(rows).hasSize(18);
        rows.putAll(Made.config().parts());
        rows.put("text", Made.config().textOnly());
        Map<String, Set<String>> gone = new HashMap<>();
        rows.forEach((name, config) -> {
            try (DgfPtNetwork row = new DgfPtNetwork(config, Device.cpu())) {
                float[] losses = Made.train(row, batch, batch.size(), 2, 1e-3f);
                assertThat(losses[0]).as(name).isFinite().isNotEqualTo(losses[1]);
                for (float[] scores : row.scores(batch)) {
                    for (float score : scores) {
                        assertThat(score).as(name).isFinite();
                    }
                }
                row.evidence(batch.get(0), 0, 1);
                Set<String> missing = new HashSet<>();
                for (String parameter : network.byName().keySet()) {
                    if (!row.byName().containsKey(parameter)) {
                        missing.add(parameter.split("\\.")[0]
                                + (parameter.startsWith("fusion")
                                        ? "." + parameter.split("\\.")[1]
                                        : ""));
                    }
                }
                gone.put(name, missing);
            }
        });
        assertThat(gone.get("w/o all prefixes")).containsExactlyInAnyOrder("prefix_o", "prefix_e");
        assertThat(gone.get("w/o E-P")).containsExactly("prefix_e");
        assertThat(gone.get("w/o O-P")).containsExactly("prefix_o");
        assertThat(gone.get("w/o dual-gated fusion"))
                .containsExactlyInAnyOrder("fusion.fc_beta", "fusion.fc_gamma", "fusion.mlp");
        assertThat(gone.get("w/o image gate")).containsExactly("fusion.fc_gamma");
        assertThat(gone.get("w/o object gate")).containsExactly("fusion.fc_beta");
        assertThat(gone.get("w/o objects")).containsExactlyInAnyOrder("fc_o", "prefix_o", "fusion.fc_beta");
        assertThat(gone.get("w/o image")).containsExactlyInAnyOrder("fc_i", "fusion.fc_gamma");
        assertThat(gone.get("text"))
                .containsExactlyInAnyOrder(
                        "image", "fc_o", "fc_i", "prefix_o", "fusion.fc_beta", "fusion.fc_gamma", "fusion.mlp");
        assertThat(gone.get("E-P in S3, O-P in S2")).isEmpty();
    }

    @Test
    void theTextOnlyNetworkDoesNotLookAtPictures() {
        try (DgfPtNetwork text = new DgfPtNetwork(Made.config().textOnly(), Device.cpu())) {
            DgfPtExample one = batch.get(0);
            close(text.scores(List.of(one))[0], text.scores(List.of(one.withoutPicture()))[0]);
        }
    }

    @Test
    void frozenEncodersKeepTheirWeightsWhileTheRestLearns() {
        try (DgfPtNetwork frozen = new DgfPtNetwork(Made.config().withFrozen(true), Device.cpu())) {
            Map<String, float[]> before = new HashMap<>();
            frozen.byName().forEach((name, p) -> before.put(name, p.getArray().toFloatArray()));
            Made.train(frozen, batch, batch.size(), 2, 1e-2f);
            frozen.byName()
                    .forEach((name, p) -> assertThat(Arrays.equals(p.getArray().toFloatArray(), before.get(name)))
                            .as(name)
                            .isEqualTo(frozen.frozen(name)));
            assertThat(frozen.frozen("text.wte.weight")).isTrue();
            assertThat(network.frozen("text.wte.weight")).isFalse();
        }
    }

    @Test
    void itLearnsRelationsThatOnlyThePictureTells() {
        Engine.getInstance().setRandomSeed(1);
        List<DgfPtExample> training = Made.examples(11, 64);
        List<DgfPtExample> held = Made.examples(12, 40);
        try (DgfPtNetwork learner = new DgfPtNetwork(Made.config(), Device.cpu())) {
            float[] losses = Made.train(learner, training, 16, 40, 3e-3f);
            assertThat(Made.mean(losses, 35, 40)).isLessThan(0.5 * Made.mean(losses, 0, 5));
            assertThat(Made.accuracy(learner, held)).isGreaterThan(0.9);
            int[][] types = learner.types(held);
            for (int i = 0; i < types.length; i++) {
                assertThat(types[i]).containsExactly(0, held.get(i).tailType());
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedInOneSentence() {
        DgfPtExample one = batch.get(0);
        assertThatThrownBy(() -> new DgfPtExample.Span(3, 3)).hasMessageContaining("from 3 to 3");
        assertThatThrownBy(() -> Made.withPieces(one, 1, 2)).hasMessageContaining("sentence of 2");
        int[] tooLong = new int[97];
        assertThatThrownBy(() -> network.scores(List.of(Made.withPieces(one, tooLong))))
                .hasMessageContaining("97 pieces is longer than the network's 96");
        List<DgfPtExample.Region> many = Collections.nCopies(11, one.objects().get(0));
        assertThatThrownBy(() -> network.scores(List.of(Made.with(one, many)))).hasMessageContaining("11 objects");
    }
}
