package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.ontology.claim.EntityType;

class GoldSourceTest {
    @TempDir
    private Path directory;

    private Path file(String json) throws IOException {
        return Files.writeString(directory.resolve("gold.json"), json.replace('\'', '"'));
    }

    private static final String M3D =
            """
            [{'doc': '😀  Ann of Acme saw Bo .', 'lang': 'en', 'video_id': 'video_1_2', 'video_title': 'Ann',
              'entityLink': {
                'L0': {'type': 'ORG', 'link': [{'type': 'ORG', 'start': 3, 'end': 4, 'text': 'Acme'}]},
                'L1': {'type': 'PER', 'link': [{'type': 'PER', 'start': 5, 'end': 6, 'text': 'Bo'}]},
                'L2': {'type': 'PER', 'link': [{'type': 'PER', 'start': 1, 'end': 2, 'text': 'Ann'}]}},
              'relation': [
                {'link1': 'L0', 'link2': 'L2', 'type': 'PER-ORG_member'},
                {'link1': 'L1', 'link2': 'L2', 'type': 'PER-PER_couple'},
                {'link1': 'L1', 'link2': 'L2', 'type': 'PER-PER_parents'}]}]
            """;

    @Test
    void m3dTokensBecomeCodePointsOfTheUnchangedText() throws IOException {
        try (GoldSource source = GoldSource.m3d(file(M3D))) {
            ItemRead read = (ItemRead) source.next();
            GoldDocument gold = source.gold().orElseThrow();

            assertThat(read.item().id()).isEqualTo("video_1_2");
            assertThat(read.item().text()).isEqualTo("😀  Ann of Acme saw Bo .");
            assertThat(gold.mentions()).extracting(m -> m.text()).containsExactly("Ann", "Acme", "Bo");
            assertThat(gold.mentions().get(0).start()).isEqualTo(3);
            assertThat(gold.chains())
                    .extracting(c -> c.type())
                    .containsExactly(EntityType.PER, EntityType.ORG, EntityType.PER);
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void m3dRelationsStartFromTheTypeThatTheirNameBeginsWith() throws IOException {
        try (GoldSource source = GoldSource.m3d(file(M3D))) {
            source.next();
            assertThat(source.gold().orElseThrow().relations())
                    .extracting(r -> r.type() + " " + r.subject() + " " + r.object())
                    .containsExactly("PER-ORG_member c0 c1", "PER-PER_couple c0 c2", "PER-PER_parents c2 c0");
        }
    }

    @Test
    void m3dChineseOffsetsCountCharacters() throws IOException {
        String json =
                """
                [{'doc': '安娜在北京。', 'lang': 'zh', 'entityLink':
                  {'L0': {'type': 'LOC', 'link': [{'type': 'LOC', 'start': 3, 'end': 5}]}}, 'relation': []}]
                """;
        try (GoldSource source = GoldSource.m3d(file(json))) {
            source.next();
            assertThat(source.gold().orElseThrow().mentions().get(0).text()).isEqualTo("北京");
        }
    }

    @Test
    void aBadDocumentIsNamedAndTheNextOneFollows() throws IOException {
        String good = M3D.strip().substring(1, M3D.strip().length() - 1);
        String json = "[{'doc': 'A b'}, " + good.replace("'start': 3, 'end': 4", "'start': 3, 'end': 40") + ", " + good
                + ", " + good + "]";
        try (GoldSource source = GoldSource.m3d(file(json))) {
            assertThat(source.next()).isInstanceOfSatisfying(ItemFailed.class, f -> assertThat(f.sentence())
                    .contains("Document 0", "gold.json", "entityLink"));
            assertThat(source.gold()).isEmpty();
            assertThat(source.next()).isInstanceOfSatisfying(ItemFailed.class, f -> assertThat(f.sentence())
                    .contains("Document 1", "40"));
            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("video_1_2");
            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("video_1_2#2");
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void brokenJsonEndsTheFileWithLineAndColumn() throws IOException {
        try (GoldSource source = GoldSource.m3d(file("[{'doc': 'x',\n 'lang' 3}]"))) {
            assertThat(source.next()).isInstanceOfSatisfying(ItemFailed.class, f -> assertThat(f.sentence())
                    .contains("gold.json", "line 2", "column"));
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void docredTokensAreJoinedAndNumbersLeftOut() throws IOException {
        String json =
                """
                [{'title': 'Bo', 'sents': [['Bo', 'is', 'from', 'Oslo', '.'], ['Ann', 'had', '2', 'sons', '.']],
                  'vertexSet': [
                    [{'type': 'PER', 'sent_id': 0, 'pos': [0, 1]}],
                    [{'type': 'LOC', 'sent_id': 0, 'pos': [3, 4]}],
                    [{'type': 'PER', 'sent_id': 1, 'pos': [0, 1]}],
                    [{'type': 'NUM', 'sent_id': 1, 'pos': [2, 3]}]],
                  'labels': [{'h': 0, 't': 1, 'r': 'P19'}, {'h': 0, 't': 2, 'r': 'P25'},
                    {'h': 0, 't': 1, 'r': 'P27'}, {'h': 2, 't': 3, 'r': 'P1971'}]}]
                """;
        try (GoldSource source = GoldSource.docred(file(json))) {
            source.next();
            GoldDocument gold = source.gold().orElseThrow();
            assertThat(gold.item().text()).isEqualTo("Bo is from Oslo . Ann had 2 sons .");
            assertThat(gold.mentions()).extracting(m -> m.text()).containsExactly("Bo", "Oslo", "Ann");
            assertThat(gold.relations())
                    .extracting(r -> r.type() + " " + r.subject() + " " + r.object())
                    .containsExactly("P19 c0 c1", "P25 c0 c2", "P27 c0 c1");
        }
    }

    @Test
    void aWikidataPropertyMeansWhatTheSchemaSaysInItsOwnDirection() {
        assertThat(WikidataRelations.meaning("P25", EntityType.PER, EntityType.PER))
                .hasValueSatisfying(m -> {
                    assertThat(m.type()).isEqualTo("PER-PER_parents");
                    assertThat(m.turned()).isTrue();
                });
        assertThat(WikidataRelations.meaning("P19", EntityType.PER, EntityType.LOC))
                .hasValueSatisfying(m -> assertThat(m.turned()).isFalse());
        assertThat(WikidataRelations.meaning("P19", EntityType.ORG, EntityType.LOC))
                .isEmpty();
        assertThat(WikidataRelations.PROPERTIES).hasSize(96).doesNotHaveDuplicates();
    }
}
