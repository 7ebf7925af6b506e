package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GumSourceTest {
    private static final String HEADER =
            """
            #FORMAT=WebAnno TSV 3.2
            #T_SP=webanno.custom.Referent|entity|infstat
            #T_RL=webanno.custom.Coref|type|BT_webanno.custom.Referent


            #Text=whatever
            """;

    /** Ann's sister Bo of Acme met her . She likes it . Her work : it */
    private static final String ROWS =
            """
            1-1 0-3 Ann person[1]|person[2] new[1]|new[2] coref|bridge:aggr 1-7[4_1]|2-1[5_1]
            1-2 3-5 's person[1]|person[2] new[1]|new[2] _ _
            1-3 6-12 sister person[2] new[2] _ _
            1-4 13-15 Bo person[2] new[2] ana 2-1[5_2]
            1-5 16-18 of _ _ _ _
            1-6 19-23 Acme organization new coref 2-3[6_0]
            1-7 24-27 her person[4] new[4] _ _
            1-8 28-29 . _ _ _ _

            #Text=more
            2-1 30-33 She person[5] new[5] _ _
            2-2 34-39 likes _ _ _ _
            2-3 40-42 it abstract[6] new[6] ana 2-4[0_6]
            2-4 43-46 It organization new _ _
            """;

    @TempDir
    Path root;

    private Path file(String name, String rows) throws IOException {
        String table = Arrays.stream(rows.split("\n"))
                .map(row -> row.startsWith("#") || row.isEmpty() ? row : row.replace(' ', '\t') + "\t")
                .collect(Collectors.joining("\n"));
        return Files.writeString(root.resolve(name), HEADER + table + "\n");
    }

    @Test
    void mentionsNestAndLinksOfIdentityMakeChains() throws IOException {
        try (GoldSource source = GoldSource.gum(file("GUM_made_one.tsv", ROWS))) {
            NewsItem item = ((ItemRead) source.next()).item();
            assertThat(item.id()).isEqualTo("GUM_made_one");
            assertThat(item.text()).isEqualTo("Ann 's sister Bo of Acme her . She likes it It");
            GoldDocument gold = source.gold().orElseThrow();
            assertThat(gold.mentions())
                    .extracting(m -> m.id() + " " + m.type() + " " + m.text())
                    .containsExactly(
                            "m0 PER Ann 's",
                            "m1 PER Ann 's sister Bo",
                            "m2 ORG Acme",
                            "m3 PER her",
                            "m4 PER She",
                            "m5 ORG It");
            // Acme and It are linked through a mention of a type that is dropped; the bridge links nothing.
            assertThat(gold.chains())
                    .extracting(c -> String.join(" ", c.mentions()))
                    .containsExactly("m0 m3", "m1 m4", "m2 m5");
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void aDirectoryIsReadInTheOrderOfNamesAndABadFileIsPassedOver() throws IOException {
        file("b.tsv", ROWS.replace("1-7[4_1]|", ""));
        file("a.tsv", ROWS);
        file("c.tsv", "1-1 0-1 a person[1 _ _ _");
        Files.writeString(root.resolve("d.tsv"), "no table");
        Files.writeString(root.resolve("readme.txt"), "not read");
        try (GoldSource source = GoldSource.gum(root)) {
            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("a");
            assertThat(sentence(source))
                    .startsWith("The file " + root.resolve("b.tsv"))
                    .contains("line 7 has 2 links to 1 mentions");
            assertThat(sentence(source))
                    .startsWith("The file " + root.resolve("c.tsv"))
                    .contains("line 7", "person[1");
            assertThat(sentence(source))
                    .startsWith("The file " + root.resolve("d.tsv"))
                    .contains("header");
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        Path made = file("GUM_made_one.tsv", ROWS);
        Files.writeString(made, Files.readString(made).replace("\t\n", "\r\n").replace("]\n", "]\r\n"));
        try (GoldSource source = GoldSource.gum(made)) {
            source.next();
            assertThat(source.gold().orElseThrow().chains())
                    .extracting(c -> String.join(" ", c.mentions()))
                    .containsExactly("m0 m3", "m1 m4", "m2 m5");
        }
    }

    @Test
    void aDirectoryWithoutItsFilesIsSaidToBeSo() {
        try (GoldSource source = GoldSource.gum(root)) {
            assertThat(sentence(source)).isEqualTo("The directory " + root + " has no .tsv files.");
            assertThat(source.hasNext()).isFalse();
        }
    }

    private static String sentence(GoldSource source) {
        return ((ItemFailed) source.next()).sentence();
    }
}
