package org.newsreel.extraction.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.voter.Grounds;
import org.newsreel.extraction.voter.Spot;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.Vote;

/** Worked by hand. */
class PollTest {
    private static final Fact SPOUSES = new Fact(0, 1, "spouse");
    private static final Fact PEERS = new Fact(0, 1, "peer");
    private static final Spot SPOT = new Spot("p0", 0, OptionalDouble.empty(), new Box(0, 0, 1, 1));

    private static Opinion opinion(String type, double confidence, double threshold, Grounds grounds) {
        return new Opinion(confidence, confidence >= threshold, type, "c0", "c1", () -> grounds);
    }

    private static Grounds words(double first, double second) {
        return new Grounds(Map.of("m0", first, "m1", second), Map.of(), Map.of());
    }

    private static Voice voice(String name, double weight, double threshold, Map<Fact, Opinion> opinions) {
        return new Voice(name, weight, threshold, new HashMap<>(opinions), opinions::containsKey);
    }

    @Test
    void oneVoiceClaimsWhatItClaimsByItself() {
        Voice text = voice(
                "text",
                3,
                0.3,
                Map.of(
                        SPOUSES, opinion("PER-PER_couple", 0.3, 0.3, words(0.4, 0.6)),
                        PEERS, opinion("PER-PER_peer", 0.29, 0.3, words(0.4, 0.6))));

        List<Poll.Claimed> claims = Poll.of(List.of(text));

        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.fact()).isEqualTo(SPOUSES);
            assertThat(claim.confidence()).isCloseTo(0.3, within(1e-12));
            assertThat(claim.votes()).containsExactly(new Vote("text", 0.3));
        });
    }

    @Test
    void thePoolIsTheMeanByWeightAndMustReachTheMeanThreshold() {
        Opinion sure = opinion("/per/per/couple", 0.9, 0.5, words(0.5, 0.5));
        Opinion doubtful = opinion("PER-PER_couple", 0.1, 0.3, words(1, 0));
        Voice network = voice("network", 1, 0.5, Map.of(SPOUSES, sure));

        // (0.9 + 0.1) / 2 = 0.5 reaches (0.5 + 0.3) / 2 = 0.4.
        List<Poll.Claimed> even = Poll.of(List.of(voice("text", 1, 0.3, Map.of(SPOUSES, doubtful)), network));
        // (0.9 + 3 * 0.1) / 4 = 0.3 does not reach (0.5 + 3 * 0.3) / 4 = 0.35.
        List<Poll.Claimed> against = Poll.of(List.of(voice("text", 3, 0.3, Map.of(SPOUSES, doubtful)), network));

        assertThat(even).singleElement().satisfies(claim -> {
            assertThat(claim.confidence()).isCloseTo(0.5, within(1e-12));
            assertThat(claim.said().type()).isEqualTo("/per/per/couple");
            // Only who claims it votes for it, and what it rests on is theirs.
            assertThat(claim.votes()).containsExactly(new Vote("network", 0.9));
            assertThat(claim.grounds().mentions()).containsExactlyInAnyOrderEntriesOf(Map.of("m0", 0.5, "m1", 0.5));
        });
        assertThat(against).isEmpty();
    }

    @Test
    void whoCouldNotHaveSaidItIsNotHeard() {
        Voice network = voice("network", 1, 0.5, Map.of(SPOUSES, opinion("PER-PER_couple", 0.6, 0.5, words(0.5, 0.5))));
        Voice other = voice("other", 9, 0.5, Map.of());

        assertThat(Poll.of(List.of(other, network))).singleElement().satisfies(claim -> assertThat(claim.confidence())
                .isCloseTo(0.6, within(1e-12)));
    }

    @Test
    void whoClaimsTogetherIsRestedOnByWeightAndConfidence() {
        Grounds seen = new Grounds(Map.of("m0", 0.5), Map.of(), Map.of(SPOT, 0.5));
        Voice text = voice("text", 1, 0.3, Map.of(SPOUSES, opinion("PER-PER_couple", 0.4, 0.3, words(0, 1))));
        Voice network = voice("network", 2, 0.5, Map.of(SPOUSES, opinion("PER-PER_couple", 0.6, 0.5, seen)));

        Poll.Claimed claim = Poll.of(List.of(text, network)).get(0);

        // 1 * 0.4 against 2 * 0.6: a quarter and three quarters.
        assertThat(claim.grounds().mentions().get("m1")).isCloseTo(0.25, within(1e-12));
        assertThat(claim.grounds().mentions().get("m0")).isCloseTo(0.375, within(1e-12));
        assertThat(claim.grounds().spots().get(SPOT)).isCloseTo(0.375, within(1e-12));
        assertThat(claim.votes()).containsExactly(new Vote("text", 0.4), new Vote("network", 0.6));
    }
}
