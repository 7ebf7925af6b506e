package org.newsreel.extraction.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.WordShape;

class PairDecoderTest {
    private static final BertConfig TINY = new BertConfig(100, 64, 16, 2, 2, 32, 0.1, 1e-12, PairInput.ROWS);
    private static final PairConfig CONFIG = new PairConfig(TINY, List.of("a", "None", "b"), 8, 4, 2, -1.5);

    private static long row(PairInput.Role role) {
        return PairInput.row(role, WordShape.LOWER);
    }

    /** CLS, marker, head, marker, context, marker, tail, marker, SEP. */
    private static final PairInput INPUT = new PairInput(
            new long[] {101, 1, 50, 2, 51, 3, 52, 4, 102},
            new long[] {
                0,
                PairInput.markerRow(0),
                row(PairInput.Role.HEAD),
                PairInput.markerRow(1),
                row(PairInput.Role.CONTEXT),
                PairInput.markerRow(2),
                row(PairInput.Role.TAIL),
                PairInput.markerRow(3),
                0
            },
            new int[] {-1, -1, 0, -1, 1, -1, 2, -1, -1},
            1,
            5);

    @Test
    void theTemperatureDividesLogitsAndProbabilitiesSumToOne() {
        double[] p = new PairDecoder(CONFIG).probabilities(new float[] {2, 4, 0});

        double z = Math.exp(1) + Math.exp(2) + 1;
        assertThat(p[0]).isCloseTo(Math.exp(1) / z, within(1e-12));
        assertThat(p[1]).isCloseTo(Math.exp(2) / z, within(1e-12));
        assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
    }

    @Test
    void theBiasOfNoneMovesTheDecisionAndNotTheProbabilities() {
        PairClaim claim = new PairDecoder(CONFIG)
                .decode(INPUT, new float[] {3, 4, 0}, new float[] {0, 0, 1, 0, 0, 0, 0, 0, 0}, 3);

        assertThat(claim.relation()).isEqualTo("a");
        assertThat(claim.probabilities().keySet()).containsExactly("None", "a", "b");
        assertThat(claim.confidence()).isLessThan(claim.probabilities().get("None"));
        Map<String, Double> probabilities = claim.probabilities();
        assertThat(probabilities.values().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void evidenceIsTheAttentionToMentionsAndContextAndSumsToOne() {
        float[] attention = {0.1f, 0.1f, 0.2f, 0.1f, 0.2f, 0.05f, 0.1f, 0.05f, 0.1f};
        PairClaim claim = new PairDecoder(CONFIG).decode(INPUT, new float[] {3, 0, 0}, attention, 3);

        assertThat(claim.head()).isCloseTo(0.3 / 0.65, within(1e-6));
        assertThat(claim.tail()).isCloseTo(0.15 / 0.65, within(1e-6));
        assertThat(claim.context()).hasSize(3);
        assertThat(claim.context().get(1)).isCloseTo(0.2 / 0.65, within(1e-6));
        assertThat(claim.context().get(0) + claim.context().get(2)).isZero();
    }

    @Test
    void attentionOnSpecialPiecesAlonePointsAtTheMentions() {
        PairClaim claim = new PairDecoder(CONFIG)
                .decode(INPUT, new float[] {3, 0, 0}, new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0}, 3);

        assertThat(claim.head()).isEqualTo(0.5);
        assertThat(claim.tail()).isEqualTo(0.5);
        assertThat(claim.context()).containsOnly(0.0);
    }
}
