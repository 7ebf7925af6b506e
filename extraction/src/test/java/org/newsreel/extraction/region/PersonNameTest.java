package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({
        "Ada Quillon, Ada Quillon, 2",
        "ADA QUILLON, Ada Quillon, 2",
        "Mayor Ada Quillon, Ada Quillon, 2",
        "Ada Quilon, Ada Quillon, 2",
        "Zoë Brånt, Zoe Brant, 2",
        "Ada Quillon, Quillon, 1",
        "Quillon, Ada Quillon, 1",
        "A. Quillon, Ada Quillon, 1",
        "Bert Quillon, Ada Quillon, 0",
        "Ada, Ada Quillon, 0",
        "Ada Brant, Ada Quillon, 0",
        "Li Wu, Li Wa, 0",
        "Lin Yuanzhou, 林远舟, 2",
        "Yuanzhou Lin, 林远舟, 2",
        "LIN YUAN ZHOU, 林远舟, 2",
        "Lin Yuanzhang, 林远舟, 0",
        "林远舟, 林远舟, 2"
    })
    void comparesNames(String caption, String name, int score) {
        assertThat(PersonName.match(caption, name)).isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Quillon", "Quillon", "Mayor Quillon", "Ludwig van Brant", "A. Quillon", "林远舟"})
    void knowsNames(String name) {
        assertThat(PersonName.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he",
                "We",
                "his wife",
                "Orinoco CEO",
                "the mayor",
                "Mayor",
                "island fishermen",
                "我们",
                "她",
                "",
                "US president"
            })
    void knowsWhatNamesNobody(String text) {
        assertThat(PersonName.isName(text)).isFalse();
    }

    @Test
    void findsNamesOfThingsAsWholeWords() {
        assertThat(PersonName.contains("CEO, TIDEWELL ENERGY", "Tidewell Energy"))
                .isTrue();
        assertThat(PersonName.contains("TIDEWELL", "Tidewell Energy")).isFalse();
        assertThat(PersonName.contains("ARTISTS", "Art")).isFalse();
    }
}
