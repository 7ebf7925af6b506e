package org.newsreel.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparqlErrorsTest {
    @Test
    void parseErrorsKeepLineAndColumnAndLoseTheListOfTokens() {
        String said =
                "Parse error: \nSELECT * {\nEncountered \"<EOF>\" at line 1, column 10.\nWas expecting one of:\n    <IRIref> ...\n";
        assertThat(SparqlErrors.sentence(said, 400))
                .isEqualTo("The SPARQL text can't be parsed: Encountered \"<EOF>\" at line 1, column 10.");
    }

    @Test
    void lexicalErrorsKeepTheirPlace() {
        String said =
                "Parse error: \nASK { ?s ?p 爱 }\nLexical error at line 1, column 14.  Encountered: '32' (32), after prefix \"x\"";
        assertThat(SparqlErrors.sentence(said, 400)).contains("line 1, column 14");
    }

    @Test
    void everyStatusHasASentence() {
        for (int status : new int[] {400, 404, 405, 406, 415, 500, 503}) {
            assertThat(SparqlErrors.sentence("  \n", status)).matches("[A-Z].*\\.");
        }
    }

    @Test
    void longMessagesAreCut() {
        assertThat(SparqlErrors.sentence("word ".repeat(1000), 400))
                .hasSizeLessThan(420)
                .endsWith("…");
    }
}
