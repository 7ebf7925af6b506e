package org.newsreel.ontology.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.claim.Spoken;

class ExtractionCodecTest {
    private static final String MINIMAL = "{\"id\":\"d\",\"version\":\"sha256:" + "0".repeat(64)
            + "\",\"language\":\"en\",\"text\":\"\",\"media\":[],\"mentions\":[],\"chains\":[],\"relations\":[],"
            + "\"regions\":[],\"models\":[]}";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("x.jsonl");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        ExtractionDocument full = full();
        try (ExtractionWriter writer = new ExtractionWriter(file)) {
            writer.write(full);
            writer.write(ExtractionJson.read(MINIMAL));
        }
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(all()).containsExactly(full, ExtractionJson.read(MINIMAL));
        assertThat(ExtractionJson.write(ExtractionJson.read(ExtractionJson.write(full))))
                .isEqualTo(ExtractionJson.write(full));
    }

    @Test
    void theJsonHasTheFormOfTheContract() {
        assertThat(ExtractionJson.write(full()))
                .contains("\"box\":[0.02,0.03,0.7,0.96]")
                .contains("\"kind\":\"video\"")
                .contains("\"t\":7.0")
                .contains("\"confidence\":0.99,\"spoken\":{\"media\":\"v0\",\"start\":1.5,\"end\":2.25}}")
                .contains("{\"mention\":\"m0\",\"weight\":0.8}")
                .doesNotContain("null")
                .doesNotContain("\n");
    }

    @Test
    void nullAndAbsentAreTheSame() {
        String json = MINIMAL.replace("\"text\":\"\"", "\"headline\":null,\"text\":\"\"");
        assertThat(ExtractionJson.read(json)).isEqualTo(ExtractionJson.read(MINIMAL));
    }

    @Test
    void blankLinesArePassedOverAndCounted() throws IOException {
        Files.writeString(file, "\n" + MINIMAL + "\n   \n" + MINIMAL + "\n\n");
        try (ExtractionReader reader = new ExtractionReader(file)) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.line()).isEqualTo(2);
            assertThat(reader.next()).isPresent();
            assertThat(reader.line()).isEqualTo(4);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void goesOnBehindABadLine() throws IOException {
        Files.writeString(file, MINIMAL + "\n{\"id\":\n" + MINIMAL + "\n");
        try (ExtractionReader reader = new ExtractionReader(file)) {
            reader.next();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(file + ", line 2: ");
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void namesTheLineOfEveryKindOfError() throws IOException {
        rejects("unknown field \"extra\"", MINIMAL.replace("\"id\"", "\"extra\":1,\"id\""));
        rejects("Duplicate field 'id'", MINIMAL.replace("\"id\":\"d\"", "\"id\":\"d\",\"id\":\"e\""));
        rejects("Unexpected end-of-input", MINIMAL.substring(0, 100));
        rejects("Unexpected end-of-input", MINIMAL.substring(0, MINIMAL.length() - 1));
        rejects("", "[]");
        rejects("null is no document", "null");
        rejects("a list has null in it", MINIMAL.replace("\"media\":[]", "\"media\":[null]"));
        rejects("a list has null in it", MINIMAL.replace("\"relations\":[]", "\"relations\":[null]"));
        rejects("", "not json");
        rejects("", MINIMAL + MINIMAL);
        rejects("language must be a BCP 47 tag", MINIMAL.replace("\"en\"", "\"!\""));
        rejects("document id is missing or blank", MINIMAL.replace("\"d\"", "\" \""));
        rejects("", MINIMAL.replace("\"text\":\"\"", "\"text\":7"));
        rejects("", MINIMAL.replace("\"media\":[]", "\"media\":{}"));
    }

    @Test
    void aFileThatIsNotUtf8SaysSo() throws IOException {
        Files.write(file, (MINIMAL + "\n" + MINIMAL.replace("\"d\"", "\"é\"")).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(this::all).isInstanceOf(IOException.class).hasMessageContaining("is not UTF-8");
    }

    @Test
    void aTextOfFiveMegabytesFits() throws IOException {
        String text = "汉🎬a ".repeat(600_000);
        ExtractionDocument large = new ExtractionDocument(
                "large",
                "sha256:" + "1".repeat(64),
                "zh",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        try (ExtractionWriter writer = new ExtractionWriter(file)) {
            writer.write(large);
        }
        assertThat(Files.size(file)).isGreaterThan(5_000_000);
        assertThat(all().get(0).text()).isEqualTo(text);
    }

    private void rejects(String reason, String line) throws IOException {
        Files.writeString(file, "\n" + line + "\n");
        try (ExtractionReader reader = new ExtractionReader(file)) {
            assertThatThrownBy(reader::next)
                    .as(line)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(file + ", line 2: ")
                    .hasMessageContaining(reason);
        }
    }

    private List<ExtractionDocument> all() throws IOException {
        List<ExtractionDocument> documents = new ArrayList<>();
        try (ExtractionReader reader = new ExtractionReader(file)) {
            for (Optional<ExtractionDocument> d = reader.next(); d.isPresent(); d = reader.next()) {
                documents.add(d.get());
            }
        }
        return documents;
    }

    private static ExtractionDocument full() {
        return new ExtractionDocument(
                "9 / 🎬",
                "sha256:" + "a".repeat(64),
                "zh-Hans",
                Optional.of("标题 \"q\"\n"),
                Optional.of("2024-01-02"),
                Optional.of("s"),
                Optional.of("u"),
                "🎬 Ann met Bo",
                List.of(new Medium(
                        "v0",
                        MediaKind.VIDEO,
                        "v.mp4",
                        "b".repeat(64),
                        640,
                        360,
                        Optional.of("25/1"),
                        OptionalDouble.of(138))),
                List.of(
                        new Mention("m0", EntityType.PER, 2, 5, "Ann", 0.99).spokenAt(new Spoken("v0", 1.5, 2.25)),
                        new Mention("m1", EntityType.PER, 10, 12, "Bo", 0.5)),
                List.of(
                        new EntityChain("c0", EntityType.PER, "Ann", List.of("m0"), Optional.of("AAA=")),
                        new EntityChain("c1", EntityType.PER, "Bo", List.of("m1"))),
                List.of(new Relation(
                        "r0",
                        "PER-PER_peer",
                        "c0",
                        "c1",
                        0.81,
                        List.of(EvidenceRef.ofMention("m0", 0.8), EvidenceRef.ofRegion("g0", 0.2)))),
                List.of(new Region(
                        "g0",
                        EntityType.PER,
                        "v0",
                        175,
                        OptionalDouble.of(7.0),
                        new Box(0.02, 0.03, 0.70, 0.96),
                        Optional.of("c0"),
                        0.77,
                        Optional.of("ANN"))),
                List.of(new ModelUse(
                        "entities",
                        "n",
                        "c".repeat(64),
                        Optional.of("cpu"),
                        OptionalDouble.of(0.5),
                        Optional.of("1"))));
    }
}
