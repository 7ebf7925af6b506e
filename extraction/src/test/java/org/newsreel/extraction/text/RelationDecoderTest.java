package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.EntityType;

class RelationDecoderTest {
    private static final List<String> NAMES = List.of("PER-ORG_member", "PER-PER_couple", "PER-PER_parents");
    private final RelationDecoder decoder = new RelationDecoder(new RelationLabels(NAMES), Calibration.NONE);

    private static RelationDecoder.Scored scored(int subject, int object, double... logits) {
        // The threshold class comes last and scores 0.
        float[] narrow = new float[logits.length + 1];
        for (int i = 0; i < logits.length; i++) {
            narrow[i] = (float) logits[i];
        }
        return new RelationDecoder.Scored(new ChainPair(subject, object), narrow, Map.of(0, 1.0));
    }

    @Test
    void neverClaimsWhatTheSchemaForbids() {
        List<FoundRelation> found = decoder.decode(
                List.of(EntityType.PER, EntityType.ORG), List.of(scored(0, 1, 9, 9, 9), scored(1, 0, 9, 9, 9)));

        assertThat(found).singleElement().satisfies(r -> {
            assertThat(r.pair()).isEqualTo(new ChainPair(0, 1));
            assertThat(r.type()).isZero();
        });
    }

    @Test
    void aSymmetricTypeIsClaimedOnceByTheMeanOfBothDirections() {
        List<EntityType> people = List.of(EntityType.PER, EntityType.PER);

        assertThat(decoder.decode(people, List.of(scored(0, 1, 0, 3, -9), scored(1, 0, 0, -1, -9))))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.pair()).isEqualTo(new ChainPair(0, 1));
                    assertThat(r.confidence()).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-6));
                });
        assertThat(decoder.decode(people, List.of(scored(0, 1, 0, 3, -9), scored(1, 0, 0, -4, -9))))
                .isEmpty();
    }

    @Test
    void aDirectedTypeKeepsItsDirection() {
        List<EntityType> people = List.of(EntityType.PER, EntityType.PER);

        assertThat(decoder.decode(people, List.of(scored(0, 1, 0, -9, -9), scored(1, 0, 0, -9, 2))))
                .singleElement()
                .satisfies(r -> assertThat(r.pair()).isEqualTo(new ChainPair(1, 0)));
    }

    @Test
    void theThresholdClassAndTheCalibrationDecideWhatIsClaimed() {
        RelationLabels labels = new RelationLabels(NAMES);
        List<EntityType> types = List.of(EntityType.PER, EntityType.ORG);
        var above = new RelationDecoder.Scored(new ChainPair(0, 1), new float[] {1, 0, 0, -1}, Map.of(0, 1.0));
        var below = new RelationDecoder.Scored(new ChainPair(0, 1), new float[] {1, 0, 0, 3}, Map.of(0, 1.0));

        assertThat(decoder.decode(types, List.of(above))).singleElement().satisfies(r -> assertThat(r.confidence())
                .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-6)));
        assertThat(decoder.decode(types, List.of(below))).isEmpty();
        assertThat(new RelationDecoder(labels, new Calibration(0.5, 0.3, 0.33)).decode(types, List.of(below)))
                .singleElement()
                .satisfies(r -> assertThat(r.confidence()).isCloseTo(1 / (1 + Math.exp(0.7)), within(1e-6)));
        assertThat(new RelationDecoder(labels, new Calibration(0.5, 0.3, 0.34)).decode(types, List.of(below)))
                .isEmpty();
    }

    @Test
    void aCorpusOwnTypeIsDirectedAndHoldsBetweenAnyTwoChains() {
        RelationDecoder wikidata = new RelationDecoder(new RelationLabels(List.of("P17")), Calibration.NONE);
        var there = new RelationDecoder.Scored(new ChainPair(1, 0), new float[] {2, 0}, Map.of(0, 1.0));
        var back = new RelationDecoder.Scored(new ChainPair(0, 1), new float[] {-2, 0}, Map.of(0, 1.0));

        assertThat(wikidata.decode(List.of(EntityType.LOC, EntityType.MISC), List.of(there, back)))
                .singleElement()
                .satisfies(r -> assertThat(r.pair()).isEqualTo(new ChainPair(1, 0)));
    }

    @Test
    void evidenceIsTheGatesWeightOfEveryMentionWithHalfForEachSide() {
        Map<Integer, Double> weights =
                RelationDecoder.weights(new int[] {3, 3, 5}, new int[] {4, 7, 4}, new float[] {0.5f, 0.3f, 0.2f});

        assertThat(weights.get(3)).isCloseTo(0.4, within(1e-6));
        assertThat(weights.get(5)).isCloseTo(0.1, within(1e-6));
        assertThat(weights.get(4)).isCloseTo(0.35, within(1e-6));
        assertThat(weights.get(7)).isCloseTo(0.15, within(1e-6));
    }

    @Test
    void evidenceTooSmallToMatterIsLeftOutAndTheRestSumsToOne() {
        float[] alpha = new float[10];
        Arrays.fill(alpha, 0.001f);
        alpha[0] = 0.991f;
        int[] subjects = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] objects = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19};

        Map<Integer, Double> weights = RelationDecoder.weights(subjects, objects, alpha);
        assertThat(weights).containsOnlyKeys(0, 10);
        assertThat(ClaimsBuilder.evidence(weights).stream()
                        .mapToDouble(e -> e.weight())
                        .sum())
                .isCloseTo(1, within(1e-9));
    }
}
