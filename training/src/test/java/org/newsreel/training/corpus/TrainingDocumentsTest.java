package org.newsreel.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextNetworkConfig;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;

class TrainingDocumentsTest {
    private static final TextNetworkConfig CONFIG =
            TextNetworkConfig.of(new BertConfig(30522, 64, 16, 2, 2, 32, 0, 1e-12, 10), LabelSpace.standard());
    private static TextTokenizer tokenizer;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        tokenizer = TextTokenizer.pretrained();
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    private GoldDocument docred(String labels) throws IOException {
        String json =
                """
                [{"title": "Bo", "sents": [["Bo", "is", "from", "Oslo", ".", "Ann", "runs", "Acme", "."]],
                  "vertexSet": [
                    [{"type": "PER", "sent_id": 0, "pos": [0, 1]}],
                    [{"type": "LOC", "sent_id": 0, "pos": [3, 4]}],
                    [{"type": "PER", "sent_id": 0, "pos": [5, 6]}]],
                  "labels": %s}]
                """
                        .formatted(labels);
        try (GoldSource source = GoldSource.docred(Files.writeString(directory.resolve("d.json"), json))) {
            source.next();
            return source.gold().orElseThrow();
        }
    }

    @Test
    void aWikidataPropertyTeachesBothLabelSpacesEachInItsOwnDirection() throws IOException {
        TrainingDocument document = new TrainingDocuments(tokenizer, CONFIG)
                .of(
                        docred("[{\"h\": 0, \"t\": 2, \"r\": \"P25\"}, {\"h\": 0, \"t\": 1, \"r\": \"P27\"}]"),
                        Annotation.DOCRED)
                .get(0);

        RelationTask wikidata = document.relations().get(0);
        RelationLabels properties = new RelationLabels(CONFIG.space("wikidata").relations());
        assertThat(wikidata.holds())
                .containsExactlyInAnyOrder(
                        new RelationTask.Labelled(new ChainPair(0, 2), properties.indexOf("P25")),
                        new RelationTask.Labelled(new ChainPair(0, 1), properties.indexOf("P27")));
        assertThat(wikidata.complete()).hasSize(properties.size());
        RelationTask m3d = document.relations().get(1);
        RelationLabels types = new RelationLabels(CONFIG.space("m3d").relations());
        assertThat(m3d.holds())
                .containsExactly(new RelationTask.Labelled(new ChainPair(2, 0), types.indexOf("PER-PER_parents")));
        // P27 has no name in M3D: whether those two have a relation there is not known.
        assertThat(m3d.unsure()).contains(new ChainPair(0, 1), new ChainPair(1, 0));
        assertThat(m3d.complete())
                .contains(types.indexOf("PER-LOC_birth"))
                .doesNotContain(types.indexOf("PER-PER_colleague"));
    }

    private static GoldDocument nested(String text, List<Mention> mentions) {
        List<EntityChain> chains = mentions.stream()
                .map(m -> new EntityChain("c" + m.id().substring(1), m.type(), m.text(), List.of(m.id())))
                .toList();
        try {
            GoldDocument any = new TrainingDocumentsTest().empty(text);
            return new GoldDocument(any.item(), mentions, chains, List.of(), List.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private GoldDocument empty(String text) throws IOException {
        Path file = Files.createTempFile("gold", ".json");
        try {
            Files.writeString(
                    file, "[{\"doc\": \"" + text + "\", \"lang\": \"en\", \"video_id\": \"v_1\", \"entityLink\": {}}]");
            try (GoldSource source = GoldSource.m3d(file)) {
                source.next();
                return source.gold().orElseThrow();
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Mention mention(String id, EntityType type, String text, String part) {
        int start = text.indexOf(part);
        return new Mention(id, type, start, start + part.length(), part, 1);
    }

    @Test
    void ofNestedMentionsTheOutermostCountsAndPronounsDoNot() {
        String text = "her friend from Oslo met her .";
        GoldDocument gold = nested(
                text,
                List.of(
                        mention("m0", EntityType.PER, text, "her"),
                        mention("m1", EntityType.PER, text, "her friend from Oslo"),
                        mention("m2", EntityType.LOC, text, "Oslo")));

        assertThat(new TrainingDocuments(tokenizer, CONFIG)
                        .of(gold, Annotation.GUM)
                        .get(0)
                        .spans())
                .containsExactly(new MentionSpan(EntityType.PER, 0, 4));
    }

    @Test
    void aLongTextIsCutIntoPiecesThatFitWithoutLosingAWordOrAMention() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append("Ann number ").append(i).append(" came late . ");
        }
        String whole = text.toString().trim();
        List<Mention> mentions = new java.util.ArrayList<>();
        for (int at = whole.indexOf("Ann"); at >= 0; at = whole.indexOf("Ann", at + 1)) {
            mentions.add(new Mention("m" + mentions.size(), EntityType.PER, at, at + 3, "Ann", 1));
        }
        List<TrainingDocument> pieces =
                new TrainingDocuments(tokenizer, CONFIG).of(nested(whole, mentions), Annotation.M3D);

        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(pieces).allMatch(p -> p.words().pieceCount() <= 62);
        assertThat(pieces.stream().mapToInt(p -> p.words().count()).sum())
                .isEqualTo(tokenizer.tokenize(whole).count());
        assertThat(pieces.stream().mapToInt(p -> p.spans().size()).sum()).isEqualTo(60);
        assertThat(pieces).allSatisfy(p -> p.spans()
                .forEach(s -> assertThat(p.words().slice(s.from(), s.to())).isEqualTo("Ann")));
    }
}
