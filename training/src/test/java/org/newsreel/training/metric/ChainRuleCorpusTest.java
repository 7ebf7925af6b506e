package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.GoldSource;

/** What the rules score on annotated mentions, which a learned model is to be compared with. Each is 1.3 to 2.1
 * higher than on the test set of the corpus, so the rules are the same and the documents a little easier. */
@Tag("corpus")
class ChainRuleCorpusTest {
    @ParameterizedTest
    @CsvSource({"SINGLETONS,43.34", "SAME_STRING,79.12", "SHARED_NAME_TOKEN,86.43"})
    void rulesOnTheEnglishDevelopmentSetOfM3d(ChainRule rule, double f1) {
        Path file = Path.of("../../shared/data/m3d/dev_en.json");
        assumeTrue(Files.exists(file), "M3D is not beside this checkout");
        ChainMetric metric = new ChainMetric();
        try (GoldSource source = GoldSource.m3d(file)) {
            while (source.hasNext()) {
                source.next();
                GoldDocument gold = source.gold().orElseThrow();
                metric.add(Span.ofChains(gold.mentions(), gold.chains()).values(), rule.chains(gold.mentions()));
            }
        }
        assertThat(metric.f1()).isCloseTo(f1, within(0.01));
    }
}
