package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.extraction.text.Calibration;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

class CalibrationFitTest {
    private static final LabelSpace SPACE = LabelSpace.m3d();
    private static final Mention A = new Mention("m0", EntityType.PER, 0, 1, "a", 1);
    private static final Mention B = new Mention("m1", EntityType.ORG, 2, 3, "b", 1);
    private static final List<EntityChain> CHAINS = List.of(
            new EntityChain("c0", EntityType.PER, "a", List.of("m0")),
            new EntityChain("c1", EntityType.ORG, "b", List.of("m1")));

    private static Relation relation(double confidence) {
        return new Relation("r0", "PER-ORG_member", "c0", "c1", confidence, List.of(EvidenceRef.ofMention("m0", 1)));
    }

    private static GoldDocument gold(boolean holds) {
        NewsItem item = new NewsItem(
                "x",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "a b",
                List.of(),
                "sha256:0");
        List<Relation> relations = holds ? List.of(relation(1)) : List.of();
        return new GoldDocument(item, List.of(A, B), CHAINS, relations, List.of());
    }

    private static TextClaims found(double margin) {
        return new TextClaims(List.of(A, B), CHAINS, List.of(relation(1 / (1 + Math.exp(-margin)))));
    }

    @Test
    void findsTheLogisticFunctionThatTheTruthFollows() {
        CalibrationFit fit = new CalibrationFit(SPACE);
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double margin = 6 * random.nextDouble() - 3;
            boolean holds = random.nextDouble() < 1 / (1 + Math.exp(-(0.5 * margin - 1)));
            fit.add(gold(holds), found(margin));
        }
        Calibration calibration = fit.calibration();

        assertThat(calibration.scale()).isCloseTo(0.5, within(0.05));
        assertThat(calibration.shift()).isCloseTo(-1, within(0.05));
        assertThat(fit.error(Calibration.NONE)).isGreaterThan(0.15);
        assertThat(fit.error(calibration)).isLessThan(0.02);
    }

    @Test
    void theThresholdIsWhereF1IsGreatest() {
        CalibrationFit fit = new CalibrationFit(SPACE);
        double[] margins = {3, 2, 1, 0.5, 0, -1, -2};
        boolean[] holds = {true, true, false, true, false, false, false};
        for (int i = 0; i < margins.length; i++) {
            fit.add(gold(holds[i]), found(margins[i]));
        }
        Calibration calibration = fit.calibration();

        // Three of four above it are right and none is missed: 6 / 7.
        List<Double> kept = new ArrayList<>();
        for (double margin : margins) {
            if (calibration.probability(margin) >= calibration.threshold() - 1e-9) {
                kept.add(margin);
            }
        }
        assertThat(kept).containsExactly(3.0, 2.0, 1.0, 0.5);
    }

    @Test
    void withoutRightAndWrongOnesThereIsNothingToFit() {
        CalibrationFit fit = new CalibrationFit(SPACE);
        fit.add(gold(true), found(1));

        assertThat(fit.calibration()).isEqualTo(Calibration.NONE);
    }
}
