package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.ontology.claim.EntityType;

class MentionWordsTest {
    @ParameterizedTest
    @CsvSource({
        "PER,Ann Lee,true",
        "PER,His mother,false",
        "PER,his wife Ann,true",
        "PER,mother of Ann,false",
        "PER,The young actor,false",
        "ORG,the University of Oslo,true",
        "LOC,their home,false",
        "TIME,May 3,true",
        "TIME,morning of May,true",
        "TIME,1969,true",
        "TIME,that morning,false",
        "PER,安娜,true",
        "PER,安娜的母亲,false",
        "PER,他妻子,false",
        "PER,',',false"
    })
    void namesAreToldFromDescriptions(EntityType type, String text, boolean name) {
        assertThat(MentionWords.of(MadeClaims.mention(type, 0, text)).name()).isEqualTo(name);
    }

    @Test
    void wordsOfANameLeaveOutWhatTwoPeopleMayShare() {
        assertThat(MentionWords.of(MadeClaims.person(0, "the King Olav V of Norway 's Ann"))
                        .nameTokens())
                .containsExactly("ann", "norway", "olav");
        assertThat(MentionWords.of(MadeClaims.person(0, "his mother")).nameTokens())
                .isEmpty();
        assertThat(MentionWords.of(MadeClaims.person(0, "Mrs . É. Ångström")).nameTokens())
                .containsExactly("ångström");
    }
}
