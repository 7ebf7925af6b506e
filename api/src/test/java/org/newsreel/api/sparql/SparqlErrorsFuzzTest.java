package org.newsreel.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;

/** Queries come from strangers, and what is wrong with them goes back in one sentence. */
class SparqlErrorsFuzzTest {
    @FuzzTest
    void saysInOneShortLineWhatIsWrongWithAQuery(FuzzedDataProvider data) {
        String query = data.consumeRemainingAsString();
        String said;
        try {
            QueryFactory.create(query, Syntax.syntaxSPARQL_11);
            return;
        } catch (QueryException e) {
            said = String.valueOf(e.getMessage());
        }
        String sentence = SparqlErrors.sentence(said, 400);
        assertThat(sentence)
                .isNotBlank()
                .doesNotContain("\n", "\r", "Was expecting")
                .hasSizeLessThan(500);
    }
}
