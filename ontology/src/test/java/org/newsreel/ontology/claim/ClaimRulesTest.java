package org.newsreel.ontology.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the records is broken once. */
class ClaimRulesTest {
    private static final String HASH = "0".repeat(64);
    private static final String VERSION = "sha256:" + HASH;
    private static final Optional<String> NONE = Optional.empty();
    private static final OptionalDouble NO = OptionalDouble.empty();
    private static final Mention A = new Mention("m", EntityType.PER, 0, 1, "A", 1);
    private static final Mention B = new Mention("n", EntityType.PER, 2, 3, "B", 1);
    private static final EntityChain CHAIN_A = new EntityChain("a", EntityType.PER, "A", List.of("m"));
    private static final EntityChain CHAIN_B = new EntityChain("b", EntityType.PER, "B", List.of("n"));
    private static final Medium PICTURE = new Medium("p", MediaKind.IMAGE, "p.jpg", HASH, 10, 20, NONE, NO);
    private static final Box BOX = new Box(0, 0, 1, 1);
    private static final Region REGION = new Region("g", EntityType.PER, "p", 0, NO, BOX, Optional.of("a"), 1, NONE);
    private static final Relation RELATION =
            new Relation("r", "PER-PER_peer", "a", "b", 1, List.of(EvidenceRef.ofMention("m", 1)));

    private record Broken(String message, Supplier<Object> make) {}

    private static Broken broken(String message, Supplier<Object> make) {
        return new Broken(message, make);
    }

    @TestFactory
    Stream<DynamicTest> eachRuleIsKept() {
        return Stream.of(
                        broken("document id is missing or blank", () -> document(" ", VERSION, "en", "A B")),
                        broken("version must be sha256: and 64", () -> document("d", "sha256:xyz", "en", "A B")),
                        broken("version must be sha256: and 64", () -> document("d", null, "en", "A B")),
                        broken("language must be a BCP 47 tag", () -> document("d", VERSION, "e", "A B")),
                        broken("language must be a BCP 47 tag", () -> document("d", VERSION, null, "A B")),
                        broken("document d has no text", () -> document("d", VERSION, "en", null)),
                        broken(
                                "mention m quotes \"A\" but the text has \"X\"",
                                () -> document("d", VERSION, "en", "X B")),
                        broken("mention n ends at 3 but the text has 1", () -> document("d", VERSION, "en", "A")),
                        broken(
                                "mention m is spoken in media v, which is not there",
                                () -> with(
                                        List.of(PICTURE),
                                        List.of(A.spokenAt(new Spoken("v", 0, 1))),
                                        List.of(),
                                        List.of(),
                                        List.of())),
                        broken("spoken words must have 0 <= start <= end", () -> new Spoken("v", 2, 1)),
                        broken(
                                "media id p is used twice",
                                () -> with(List.of(PICTURE, PICTURE), List.of(A), List.of(), List.of(), List.of())),
                        broken(
                                "mention id m is used twice",
                                () -> with(List.of(), List.of(A, A), List.of(), List.of(), List.of())),
                        broken(
                                "chain id a is used twice",
                                () -> with(List.of(), List.of(A), List.of(CHAIN_A, CHAIN_A), List.of(), List.of())),
                        broken(
                                "region id g is used twice",
                                () -> with(
                                        List.of(PICTURE),
                                        List.of(A),
                                        List.of(CHAIN_A),
                                        List.of(),
                                        List.of(REGION, REGION))),
                        broken(
                                "relation id r is used twice",
                                () -> with(
                                        List.of(),
                                        List.of(A, B),
                                        List.of(CHAIN_A, CHAIN_B),
                                        List.of(RELATION, RELATION),
                                        List.of())),
                        broken(
                                "chain a names mention m, which is not there",
                                () -> with(List.of(), List.of(B), List.of(CHAIN_A), List.of(), List.of())),
                        broken(
                                "mention m is in chains a and c",
                                () -> with(
                                        List.of(),
                                        List.of(A),
                                        List.of(CHAIN_A, new EntityChain("c", EntityType.PER, "A", List.of("m"))),
                                        List.of(),
                                        List.of())),
                        broken(
                                "region g names media p, which is not there",
                                () -> with(List.of(), List.of(A), List.of(CHAIN_A), List.of(), List.of(REGION))),
                        broken(
                                "region g names chain a, which is not there",
                                () -> with(List.of(PICTURE), List.of(A), List.of(), List.of(), List.of(REGION))),
                        broken(
                                "chain c has neither a mention nor a region",
                                () -> with(
                                        List.of(),
                                        List.of(A),
                                        List.of(new EntityChain("c", EntityType.PER, "C", List.of())),
                                        List.of(),
                                        List.of())),
                        broken(
                                "relation r names subject a, which is not there",
                                () -> with(List.of(), List.of(A, B), List.of(CHAIN_B), List.of(RELATION), List.of())),
                        broken(
                                "relation r names object b, which is not there",
                                () -> with(List.of(), List.of(A, B), List.of(CHAIN_A), List.of(RELATION), List.of())),
                        broken(
                                "relation r rests on mention x, which is not there",
                                () -> with(
                                        List.of(),
                                        List.of(A, B),
                                        List.of(CHAIN_A, CHAIN_B),
                                        List.of(relation(EvidenceRef.ofMention("x", 1))),
                                        List.of())),
                        broken(
                                "relation r rests on region x, which is not there",
                                () -> with(
                                        List.of(),
                                        List.of(A, B),
                                        List.of(CHAIN_A, CHAIN_B),
                                        List.of(relation(EvidenceRef.ofRegion("x", 1))),
                                        List.of())),
                        broken("mention id is missing", () -> new Mention("", EntityType.PER, 0, 1, "A", 1)),
                        broken("mention m has no type", () -> new Mention("m", null, 0, 1, "A", 1)),
                        broken("0 <= start < end", () -> new Mention("m", EntityType.PER, -1, 1, "A", 1)),
                        broken("0 <= start < end", () -> new Mention("m", EntityType.PER, 1, 1, "", 1)),
                        broken("mention m has no text", () -> new Mention("m", EntityType.PER, 0, 1, null, 1)),
                        broken(
                                "mention m has 1 code points of text for the span [0, 2)",
                                () -> new Mention("m", EntityType.PER, 0, 2, "🎬", 1)),
                        broken(
                                "confidence of mention m must lie in [0, 1] but is 1.1",
                                () -> new Mention("m", EntityType.PER, 0, 1, "A", 1.1)),
                        broken(
                                "confidence of mention m must lie in [0, 1] but is NaN",
                                () -> new Mention("m", EntityType.PER, 0, 1, "A", Double.NaN)),
                        broken("chain id is missing", () -> new EntityChain(null, EntityType.PER, "A", List.of("m"))),
                        broken("chain a has no type", () -> new EntityChain("a", null, "A", List.of("m"))),
                        broken(
                                "name of chain a is missing",
                                () -> new EntityChain("a", EntityType.PER, " ", List.of("m"))),
                        broken(
                                "chain a names a mention twice",
                                () -> new EntityChain("a", EntityType.PER, "A", List.of("m", "m"))),
                        broken(
                                "relation id is missing",
                                () -> new Relation("", "t", "a", "b", 1, List.of(EvidenceRef.ofMention("m", 1)))),
                        broken(
                                "type of relation r is missing",
                                () -> new Relation("r", "", "a", "b", 1, List.of(EvidenceRef.ofMention("m", 1)))),
                        broken(
                                "subject of relation r is missing",
                                () -> new Relation("r", "t", null, "b", 1, List.of(EvidenceRef.ofMention("m", 1)))),
                        broken(
                                "object of relation r is missing",
                                () -> new Relation("r", "t", "a", null, 1, List.of(EvidenceRef.ofMention("m", 1)))),
                        broken(
                                "relation r relates chain a to itself",
                                () -> new Relation("r", "t", "a", "a", 1, List.of(EvidenceRef.ofMention("m", 1)))),
                        broken(
                                "confidence of relation r",
                                () -> new Relation("r", "t", "a", "b", -0.1, List.of(EvidenceRef.ofMention("m", 1)))),
                        broken("relation r has no evidence", () -> new Relation("r", "t", "a", "b", 1, List.of())),
                        broken(
                                "evidence weights of relation r must sum to 1 but sum to 0.9",
                                () -> relation(EvidenceRef.ofMention("m", 0.9))),
                        broken("evidence must name either a mention or a region", () -> new EvidenceRef(NONE, NONE, 1)),
                        broken(
                                "evidence must name either a mention or a region",
                                () -> new EvidenceRef(Optional.of("m"), Optional.of("g"), 1)),
                        broken("evidence weight must lie in [0, 1]", () -> EvidenceRef.ofMention("m", 2)),
                        broken("media id is missing", () -> new Medium("", MediaKind.IMAGE, "f", HASH, 1, 1, NONE, NO)),
                        broken("media p has no kind", () -> new Medium("p", null, "f", HASH, 1, 1, NONE, NO)),
                        broken(
                                "file of media p is missing",
                                () -> new Medium("p", MediaKind.IMAGE, "", HASH, 1, 1, NONE, NO)),
                        broken("sha256 of media p", () -> new Medium("p", MediaKind.IMAGE, "f", "00", 1, 1, NONE, NO)),
                        broken(
                                "media p is 0 by 1 pixels",
                                () -> new Medium("p", MediaKind.IMAGE, "f", HASH, 0, 1, NONE, NO)),
                        broken(
                                "frame rate of media p must be a fraction such as 25/1 but is 25",
                                () -> new Medium(
                                        "p",
                                        MediaKind.VIDEO,
                                        "f",
                                        HASH,
                                        1,
                                        1,
                                        Optional.of("25"),
                                        OptionalDouble.of(1))),
                        broken(
                                "media p has duration",
                                () -> new Medium("p", MediaKind.VIDEO, "f", HASH, 1, 1, NONE, OptionalDouble.of(-1))),
                        broken(
                                "media p has duration",
                                () -> new Medium(
                                        "p",
                                        MediaKind.VIDEO,
                                        "f",
                                        HASH,
                                        1,
                                        1,
                                        NONE,
                                        OptionalDouble.of(Double.POSITIVE_INFINITY))),
                        broken(
                                "video p has no duration",
                                () -> new Medium("p", MediaKind.VIDEO, "f", HASH, 1, 1, NONE, NO)),
                        broken(
                                "region id is missing",
                                () -> new Region("", EntityType.PER, "p", 0, NO, BOX, NONE, 1, NONE)),
                        broken("region g has no type", () -> new Region("g", null, "p", 0, NO, BOX, NONE, 1, NONE)),
                        broken(
                                "media of region g is missing",
                                () -> new Region("g", EntityType.PER, "", 0, NO, BOX, NONE, 1, NONE)),
                        broken(
                                "region g has frame -1",
                                () -> new Region("g", EntityType.PER, "p", -1, NO, BOX, NONE, 1, NONE)),
                        broken(
                                "region g has time",
                                () -> new Region(
                                        "g",
                                        EntityType.PER,
                                        "p",
                                        0,
                                        OptionalDouble.of(Double.NaN),
                                        BOX,
                                        NONE,
                                        1,
                                        NONE)),
                        broken(
                                "region g has no box",
                                () -> new Region("g", EntityType.PER, "p", 0, NO, null, NONE, 1, NONE)),
                        broken(
                                "confidence of region g",
                                () -> new Region("g", EntityType.PER, "p", 0, NO, BOX, NONE, 2, NONE)),
                        broken("must lie inside the picture", () -> new Box(-0.1, 0, 1, 1)),
                        broken("must lie inside the picture", () -> new Box(0, 0, 0, 1)),
                        broken("must lie inside the picture", () -> new Box(0.5, 0, 0.6, 1)),
                        broken("must lie inside the picture", () -> new Box(0, 0.5, 1, 0.6)),
                        broken("must lie inside the picture", () -> new Box(0, 0, Double.NaN, 1)),
                        broken(
                                "a box is [x, y, width, height] but has 3 numbers",
                                () -> Box.of(new double[] {0, 0, 1})),
                        broken("model role is missing", () -> new ModelUse("", "n", HASH, NONE, NO)),
                        broken("name of the model for r is missing", () -> new ModelUse("r", "", HASH, NONE, NO)),
                        broken("sha256 of model n", () -> new ModelUse("r", "n", "?", NONE, NO)))
                .map(rule -> DynamicTest.dynamicTest(rule.message(), () -> assertThatThrownBy(
                                () -> rule.make().get())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(rule.message())));
    }

    @Test
    void whatKeepsEveryRuleIsMade() {
        assertThat(document("d", VERSION, "en-GB", "A B").mentions()).containsExactly(A, B);
        assertThat(with(List.of(PICTURE), List.of(A, B), List.of(CHAIN_A, CHAIN_B), List.of(RELATION), List.of(REGION))
                        .regions())
                .containsExactly(REGION);
    }

    @Test
    void listsAreCopiedAndCannotBeChanged() {
        List<String> ids = new ArrayList<>(List.of("m"));
        EntityChain chain = new EntityChain("a", EntityType.PER, "A", ids);
        ids.add("n");
        assertThat(chain.mentions()).containsExactly("m");
        assertThatThrownBy(() -> chain.mentions().add("n")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void boxesOverlapByTheirCommonArea() {
        assertThat(new Box(0, 0, 0.5, 0.5).intersectionOverUnion(new Box(0.25, 0, 0.5, 0.5)))
                .isCloseTo(1.0 / 3, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(new Box(0, 0, 0.5, 0.5).intersectionOverUnion(new Box(0.5, 0.5, 0.5, 0.5)))
                .isZero();
    }

    private static Relation relation(EvidenceRef evidence) {
        return new Relation("r", "PER-PER_peer", "a", "b", 1, List.of(evidence));
    }

    private static ExtractionDocument document(String id, String version, String language, String text) {
        return new ExtractionDocument(
                id,
                version,
                language,
                NONE,
                NONE,
                NONE,
                NONE,
                text,
                List.of(),
                List.of(A, B),
                List.of(CHAIN_A, CHAIN_B),
                List.of(),
                List.of(),
                List.of());
    }

    private static ExtractionDocument with(
            List<Medium> media,
            List<Mention> mentions,
            List<EntityChain> chains,
            List<Relation> relations,
            List<Region> regions) {
        return new ExtractionDocument(
                "d", VERSION, "en", NONE, NONE, NONE, NONE, "A B", media, mentions, chains, relations, regions,
                List.of());
    }
}
