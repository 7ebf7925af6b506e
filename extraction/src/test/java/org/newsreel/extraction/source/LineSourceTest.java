package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.ontology.claim.EntityType;

/** MNRE and CrossRE, which have a document a line. */
class LineSourceTest {
    private static final String CROSSRE =
            "{\"doc_key\": \"k\", \"sentence\": [\"Ann\", \"Bo\", \"leads\", \"Acme\"], \"ner\": [[0, 1, \"politician\"],"
                    + " [3, 3, \"organisation\"]], \"relations\": [[0, 1, 3, 3, \"role\", \"leads\", false, false]]}";

    @TempDir
    Path root;

    private Path file(String content) throws IOException {
        return Files.writeString(root.resolve("lines"), content);
    }

    @Test
    void anMnreRelationGivesItsArgumentsTheirTypes() throws IOException {
        String turned = MnreExamplesTest.GOOD
                .replace("[1, 2]", "[-]")
                .replace("[3, 5]", "[1, 2]")
                .replace("[-]", "[3, 5]");
        try (GoldSource source = GoldSource.mnre(
                file(MnreExamplesTest.GOOD + "\n" + turned.replace("per/org/member_of", "org/per/x")))) {
            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("a");
            GoldDocument gold = source.gold().orElseThrow();
            assertThat(gold.item().text()).isEqualTo("RT Ann of Acme Corp 😀");
            assertThat(gold.mentions())
                    .extracting(m -> m.type() + " " + m.text())
                    .containsExactly("PER Ann", "ORG Acme Corp");
            assertThat(gold.relations())
                    .extracting(r -> r.type() + " " + r.subject() + " " + r.object())
                    .containsExactly("/per/org/member_of c0 c1");
            assertThat(source.next()).isInstanceOfSatisfying(ItemFailed.class, f -> assertThat(f.sentence())
                    .isEqualTo(
                            "Line 2 of " + root.resolve("lines") + " can't be used: MNRE has no relation /org/per/x."));
        }
    }

    @Test
    void theRelationOfMnreStartsFromTheHeadWhereverItStands() throws IOException {
        String turned = MnreExamplesTest.GOOD
                .replace("[1, 2]", "[-]")
                .replace("[3, 5]", "[1, 2]")
                .replace("[-]", "[3, 5]");
        try (GoldSource source = GoldSource.mnre(file(turned))) {
            source.next();
            GoldDocument gold = source.gold().orElseThrow();
            assertThat(gold.mentions()).extracting(m -> m.type()).containsExactly(EntityType.ORG, EntityType.PER);
            assertThat(gold.relations())
                    .extracting(r -> r.subject() + " " + r.object())
                    .containsExactly("c1 c0");
        }
    }

    @Test
    void namesWithoutRelationAreOfNoKnownType() throws IOException {
        try (GoldSource source = GoldSource.mnre(file(MnreExamplesTest.GOOD.replace("/per/org/member_of", "None")))) {
            source.next();
            GoldDocument gold = source.gold().orElseThrow();
            assertThat(gold.chains()).extracting(c -> c.type()).containsExactly(EntityType.MISC, EntityType.MISC);
            assertThat(gold.relations()).isEmpty();
        }
    }

    @Test
    void crossreRangesIncludeTheirEndAndRelationsKeepTheirNames() throws IOException {
        try (GoldSource source = GoldSource.crossre(file(CROSSRE))) {
            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("k");
            GoldDocument gold = source.gold().orElseThrow();
            assertThat(gold.mentions())
                    .extracting(m -> m.type() + " " + m.text())
                    .containsExactly("PER Ann Bo", "ORG Acme");
            assertThat(gold.relations())
                    .extracting(r -> r.type() + " " + r.subject() + " " + r.object())
                    .containsExactly("crossre:role c0 c1");
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void aBadLineOfCrossreIsNamedAndTheNextOneFollows() throws IOException {
        String bad = String.join(
                "\n",
                "{\"sentence\" [",
                CROSSRE.replace("3, 3, \"org", "3, 4, \"org"),
                CROSSRE.replace("organisation", "thing"),
                CROSSRE.replace("3, 3, \"role", "2, 3, \"role"),
                CROSSRE);
        try (GoldSource source = GoldSource.crossre(file(bad))) {
            assertThat(sentence(source)).startsWith("Line 1 of ").contains("not valid JSON at column");
            assertThat(sentence(source)).startsWith("Line 2 of ").contains("3 to 4 of 4");
            assertThat(sentence(source)).startsWith("Line 3 of ").contains("unknown type thing");
            assertThat(sentence(source)).startsWith("Line 4 of ").contains("not there");
            assertThat(source.next()).isInstanceOf(ItemRead.class);
        }
    }

    private static String sentence(GoldSource source) {
        return ((ItemFailed) source.next()).sentence();
    }
}
