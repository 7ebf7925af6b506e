package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsreel.training.metric.MadeClaims.chain;
import static org.newsreel.training.metric.MadeClaims.mention;
import static org.newsreel.training.metric.MadeClaims.person;
import static org.newsreel.training.metric.MadeClaims.relation;
import static org.newsreel.training.metric.MadeClaims.side;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.training.metric.ChainErrors.Kind;
import org.newsreel.training.metric.ChainErrors.Strings;

class ErrorsTest {
    @Test
    void everyMentionIsOneError() {
        EntityErrors errors = new EntityErrors();
        errors.add(
                List.of(
                        person(0, "Ann Lee"),
                        person(10, "the old actor"),
                        mention(EntityType.ORG, 30, "Acme"),
                        mention(EntityType.LOC, 40, "New Oslo"),
                        person(60, "his wife"),
                        person(70, "Bo")),
                List.of(
                        person(0, "Ann Lee"),
                        person(14, "old actor"),
                        mention(EntityType.LOC, 30, "Acme"),
                        mention(EntityType.ORG, 44, "Oslo"),
                        person(80, "Cy"),
                        person(90, "a friend"),
                        person(100, "friends")));

        assertThat(errors.counts())
                .containsExactly(
                        Map.entry(EntityErrors.Kind.RIGHT, 1),
                        Map.entry(EntityErrors.Kind.BOUNDARY, 1),
                        Map.entry(EntityErrors.Kind.TYPE, 1),
                        Map.entry(EntityErrors.Kind.BOUNDARY_AND_TYPE, 1),
                        Map.entry(EntityErrors.Kind.MISSED_NAME, 1),
                        Map.entry(EntityErrors.Kind.MISSED_GENERAL, 1),
                        Map.entry(EntityErrors.Kind.SPURIOUS_NAME, 1),
                        Map.entry(EntityErrors.Kind.SPURIOUS_GENERAL, 2));
    }

    /** One of two annotated mentions that begin with the same word is found: it is right, whichever is listed first. */
    @Test
    void anExactMentionIsNeverTakenByAnOverlap() {
        EntityErrors errors = new EntityErrors();
        errors.add(List.of(person(0, "Ann of Acme"), person(0, "Ann")), List.of(person(0, "Ann")));

        assertThat(errors.counts())
                .containsEntry(EntityErrors.Kind.RIGHT, 1)
                .containsEntry(EntityErrors.Kind.BOUNDARY, 0)
                .containsEntry(EntityErrors.Kind.MISSED_NAME, 1);
    }

    @Test
    void theKindsOfEitherSideAddUpAndRightIsWhatTheMetricCounts() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Mention> gold = mentions(random);
            List<Mention> found = mentions(random);
            EntityErrors errors = new EntityErrors();
            errors.add(gold, found);
            Map<EntityErrors.Kind, Integer> counts = errors.counts();
            int both = counts.get(EntityErrors.Kind.RIGHT)
                    + counts.get(EntityErrors.Kind.BOUNDARY)
                    + counts.get(EntityErrors.Kind.TYPE)
                    + counts.get(EntityErrors.Kind.BOUNDARY_AND_TYPE);
            assertThat(both + counts.get(EntityErrors.Kind.MISSED_NAME) + counts.get(EntityErrors.Kind.MISSED_GENERAL))
                    .isEqualTo(gold.size());
            assertThat(both
                            + counts.get(EntityErrors.Kind.SPURIOUS_NAME)
                            + counts.get(EntityErrors.Kind.SPURIOUS_GENERAL))
                    .isEqualTo(found.size());
            EntityMetric metric = new EntityMetric();
            metric.add(gold, found);
            assertThat(Math.round(metric.score().precision() * found.size() / 100))
                    .isEqualTo(counts.get(EntityErrors.Kind.RIGHT).longValue());
        }
    }

    private static List<Mention> mentions(Random random) {
        return IntStream.range(0, 12)
                .filter(i -> random.nextBoolean())
                .mapToObj(i -> mention(
                        random.nextBoolean() ? EntityType.PER : EntityType.ORG,
                        i * 4 + random.nextInt(2),
                        "Annx".substring(0, 1 + random.nextInt(3))))
                .toList();
    }

    /**
     * Annotated: Ann Lee = Lee = his wife; Bo = Bo Day = Mr Day = he-man; Cy; Di. Found: Ann Lee = Lee, his wife alone; Bo,
     * Bo Day = Mr Day; he-man with Ann Lee; Cy = Di.
     */
    @Test
    void linksAreSortedByTheEasiestStringsThatSpeakForThem() {
        List<Mention> mentions = List.of(
                person(0, "Ann Lee"),
                person(10, "Bo"),
                person(20, "Lee"),
                person(30, "his wife"),
                person(40, "Bo Day"),
                person(50, "Mr Day"),
                person(60, "he-man"),
                person(70, "Cy"),
                person(80, "Di"));
        ChainErrors errors = new ChainErrors();
        errors.add(
                mentions,
                List.of(chain("a", 0, 20, 30), chain("b", 10, 40, 50, 60), chain("c", 70), chain("d", 80)),
                mentions,
                List.of(chain("x", 0, 20, 60), chain("y", 10), chain("z", 30), chain("v", 40, 50), chain("w", 70, 80)));

        assertThat(errors.first()).isEqualTo(3);
        assertThat(errors.counts().get(Kind.RIGHT))
                .containsEntry(Strings.SHARED_NAME_TOKEN, 2)
                .containsEntry(Strings.SAME_STRING, 0);
        assertThat(errors.counts().get(Kind.MISSED_LINK))
                .containsEntry(Strings.SHARED_NAME_TOKEN, 1)
                .containsEntry(Strings.NAME_AND_GENERAL, 1);
        assertThat(errors.counts().get(Kind.WRONG_LINK)).containsEntry(Strings.DIFFERENT_NAMES, 1);
        assertThat(errors.counts().get(Kind.WRONG_CHAIN)).containsEntry(Strings.NAME_AND_GENERAL, 1);
    }

    @Test
    void chainsAreComparedOverTheMentionsThatBothSidesHave() {
        ChainErrors errors = new ChainErrors();
        errors.add(
                List.of(person(0, "Ann"), person(10, "Ann"), person(20, "Ann")),
                List.of(chain("a", 0, 10, 20)),
                List.of(person(10, "Ann"), person(20, "Ann"), person(30, "Ann")),
                List.of(chain("x", 10, 20, 30)));

        assertThat(errors.first()).isEqualTo(1);
        assertThat(errors.counts().get(Kind.RIGHT)).containsEntry(Strings.SAME_STRING, 1);
        assertThat(errors.counts().get(Kind.MISSED_LINK)).containsEntry(Strings.SAME_STRING, 0);
    }

    @Test
    void theEasiestEarlierMentionCountsAndNotTheNearest() {
        List<Mention> mentions = List.of(person(0, "Ann"), person(10, "his wife"), person(20, "Ann"));
        ChainErrors errors = new ChainErrors();
        errors.add(
                mentions,
                List.of(chain("a", 0, 10, 20)),
                mentions,
                List.of(chain("x", 0), chain("y", 10), chain("z", 20)));

        assertThat(errors.counts().get(Kind.MISSED_LINK))
                .containsEntry(Strings.SAME_STRING, 1)
                .containsEntry(Strings.NAME_AND_GENERAL, 1);
    }

    @Test
    void anotherTypeIsAnotherTypeInEitherDirection() {
        Map<String, Set<Span>> chains = Map.of("a", Set.of(new Span(0, 1)), "b", Set.of(new Span(2, 3)));
        RelationErrors errors = new RelationErrors(type -> false);
        errors.add(side(chains, relation("parents", "a", "b")), side(chains, relation("friends", "b", "a")));

        assertThat(errors.found()).containsEntry(RelationErrors.Kind.TYPE, 1);
        assertThat(errors.gold()).containsEntry(RelationErrors.Kind.TYPE, 1);
    }

    @Test
    void relationsAreSortedFromBothSides() {
        Map<String, Set<Span>> gold = Map.of(
                "a", Set.of(new Span(0, 3), new Span(9, 12)),
                "b", Set.of(new Span(20, 23)),
                "c", Set.of(new Span(30, 33)),
                "d", Set.of(new Span(40, 43)));
        Map<String, Set<Span>> found = Map.of(
                "w", Set.of(new Span(9, 12)),
                "x", Set.of(new Span(20, 23)),
                "y", Set.of(new Span(30, 33)),
                "z", Set.of(new Span(50, 53)));
        RelationErrors errors = new RelationErrors("couple"::equals);
        errors.add(
                side(
                        gold,
                        relation("couple", "a", "b"),
                        relation("parents", "a", "c"),
                        relation("friends", "b", "c"),
                        relation("friends", "a", "d")),
                side(
                        found,
                        relation("couple", "x", "w"),
                        relation("parents", "y", "w"),
                        relation("couple", "x", "y"),
                        relation("friends", "w", "z"),
                        relation("friends", "w", "x")));

        assertThat(errors.found())
                .containsExactly(
                        Map.entry(RelationErrors.Kind.RIGHT, 1),
                        Map.entry(RelationErrors.Kind.DIRECTION, 1),
                        Map.entry(RelationErrors.Kind.TYPE, 2),
                        Map.entry(RelationErrors.Kind.ARGUMENT, 1),
                        Map.entry(RelationErrors.Kind.PAIR, 0));
        assertThat(errors.gold())
                .containsExactly(
                        Map.entry(RelationErrors.Kind.RIGHT, 1),
                        Map.entry(RelationErrors.Kind.DIRECTION, 1),
                        Map.entry(RelationErrors.Kind.TYPE, 1),
                        Map.entry(RelationErrors.Kind.ARGUMENT, 1),
                        Map.entry(RelationErrors.Kind.PAIR, 0));
    }

    @Test
    void relatedChainsWithoutARelationOnTheOtherSideAreAPair() {
        Map<String, Set<Span>> chains = Map.of("a", Set.of(new Span(0, 1)), "b", Set.of(new Span(2, 3)));
        RelationErrors errors = new RelationErrors(type -> false);
        errors.add(side(chains, relation("parents", "a", "b")), side(chains));
        errors.add(side(chains), side(chains, relation("parents", "a", "b")));

        assertThat(errors.found()).containsEntry(RelationErrors.Kind.PAIR, 1);
        assertThat(errors.gold()).containsEntry(RelationErrors.Kind.PAIR, 1);
    }
}
