package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsreel.training.metric.MadeClaims.mention;
import static org.newsreel.training.metric.MadeClaims.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;

class ChainRuleTest {
    private static final List<Mention> MENTIONS = List.of(
            person(0, "Ann Lee"),
            person(10, "his wife"),
            person(20, "Lee"),
            person(30, "Bo Lee"),
            person(40, "His wife"),
            mention(EntityType.LOC, 50, "Lee"),
            person(60, "Bo"));

    private static List<List<Integer>> starts(ChainRule rule) {
        return rule.chains(MENTIONS).stream()
                .map(chain -> chain.stream().map(Span::start).toList())
                .toList();
    }

    @Test
    void singletonsAreAlone() {
        assertThat(starts(ChainRule.SINGLETONS)).hasSize(7);
    }

    @Test
    void theSameStringIsJoinedWhateverItsCapitals() {
        assertThat(starts(ChainRule.SAME_STRING))
                .containsExactly(List.of(0), List.of(10, 40), List.of(20), List.of(30), List.of(50), List.of(60));
    }

    @Test
    void aSharedWordOfANameJoinsWithinOneTypeAndOnwards() {
        assertThat(starts(ChainRule.SHARED_NAME_TOKEN))
                .containsExactly(List.of(0, 20, 30, 60), List.of(10, 40), List.of(50));
    }
}
