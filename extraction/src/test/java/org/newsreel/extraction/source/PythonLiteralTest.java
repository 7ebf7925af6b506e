package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonLiteralTest {
    @Test
    void dictionariesListsStringsAndNumbersAreRead() {
        assertThat(PythonLiteral.parse(" {'a': ['x', \"y\", -3, [],], 'b': {'c': {}} , } "))
                .isEqualTo(Map.of("a", List.of("x", "y", -3, List.of()), "b", Map.of("c", Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'it\"s'|it\"s",
                "\"it's\"|it's",
                "'it\\'s \\\\ '|`it's \\ `",
                "'\\x41\\u00e9\\U0001F600'|Aé😀",
                "'a\\tb'|`a\tb`",
                "''|``",
                "'[{,:}]'|[{,:}]"
            })
    void bothQuotesAndTheEscapesOfReprAreRead(String literal, String expected) {
        assertThat(PythonLiteral.parse(literal)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|column 1|missing",
                "(1, 2)|column 1|neither",
                "{'a': 1.5}|column 7|whole number",
                "[1 2]|column 4|a , is missing",
                "['a' 'b']|column 6|a , is missing",
                "{'a' 1}|column 6|a : is missing",
                "{1: 2}|column 2|key",
                "{'a': 1, 'a': 2}|column 16|twice",
                "{'a': True}|column 7|neither",
                "[u'a']|column 2|neither",
                "'abc|column 1|without its end",
                "'''abc'''|column 1|triple",
                "'\\q'|column 2|unknown escape",
                "'\\u12'|column 2|hexadecimal",
                "'\\U00110000'|column 2|Unicode",
                "99999999999|column 1|32 bits",
                "[1] 2|column 5|follows"
            })
    void anythingElseIsRefusedWithItsColumn(String literal, String column, String reason) {
        assertThatThrownBy(() -> PythonLiteral.parse(literal))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("at " + column + " ")
                .contains(reason);
    }

    @Test
    void nestingThatWouldFillTheStackIsRefused() {
        assertThatThrownBy(() -> PythonLiteral.parse("[".repeat(1_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deep");
    }
}
