package org.newsreel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.codec.ExtractionJson;

class CheckpointsTest {
    private static final WorkUnit UNIT = new WorkUnit(0, "0/news/a", "/news/a", "", 0, 1, 1);

    @TempDir
    private Path out;

    @Test
    void anItemIsDoneOnceItsDocumentStandsBesideItsGraph() throws IOException {
        Checkpoints checkpoints = new Checkpoints(out);
        String name = Checkpoints.name(UNIT, "a");
        assertThat(checkpoints.version(name)).isEmpty();

        ExtractionDocument document = document("a", 1);
        checkpoints.write(name, document, ItemGraphBuilder.build(document));
        assertThat(checkpoints.version(name)).contains(document.version());

        Files.delete(checkpoints.graph(name));
        assertThat(checkpoints.version(name)).as("a document alone").isEmpty();
    }

    @Test
    void whatAKillLeftHalfWrittenIsNotDone() throws IOException {
        Checkpoints checkpoints = new Checkpoints(out);
        String name = Checkpoints.name(UNIT, "a");
        ExtractionDocument document = document("a", 1);
        checkpoints.write(name, document, ItemGraphBuilder.build(document));
        String whole = Files.readString(checkpoints.document(name));
        Files.writeString(checkpoints.document(name), whole.substring(0, whole.length() / 2));

        assertThat(checkpoints.version(name)).isEmpty();
    }

    @Test
    void leavesNoFilesBesideTheTwo() throws IOException {
        Checkpoints checkpoints = new Checkpoints(out);
        String name = Checkpoints.name(UNIT, "a");
        for (int version = 1; version <= 3; version++) {
            ExtractionDocument document = document("a", version);
            checkpoints.write(name, document, ItemGraphBuilder.build(document));
        }

        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .containsExactlyInAnyOrder(checkpoints.document(name), checkpoints.graph(name));
        }
        assertThat(checkpoints.version(name)).contains(document("a", 3).version());
    }

    @Test
    void countsTheTimesThatAnItemWasBegunWithoutAnEnd() throws IOException {
        String name = Checkpoints.name(UNIT, "a");
        assertThat(new Checkpoints(out).begin("run", name)).isEqualTo(1);
        assertThat(new Checkpoints(out).begin("run", name))
                .as("its process died")
                .isEqualTo(2);
        assertThat(new Checkpoints(out).begin("run", Checkpoints.name(UNIT, "b")))
                .isEqualTo(1);
        assertThat(new Checkpoints(out).begin("later", name)).as("another run").isEqualTo(1);

        new Checkpoints(out).end("run", name);
        assertThat(new Checkpoints(out).begin("run", name)).isEqualTo(1);
    }

    @Test
    void twoItemsOfOnePlaceAndOneItemOfTwoPlacesStayApart() {
        WorkUnit other = new WorkUnit(0, "0/news/b", "/news/a", "", 0, 1, 1);
        assertThat(List.of(Checkpoints.name(UNIT, "a"), Checkpoints.name(UNIT, "b"), Checkpoints.name(other, "a")))
                .doesNotHaveDuplicates();
    }

    private static ExtractionDocument document(String id, int version) {
        return ExtractionJson.read(
                """
                {"id":"%s","version":"sha256:%064x","language":"en","text":"Nobody is named.","media":[],"mentions":[],\
                "chains":[],"relations":[],"regions":[],"models":[]}"""
                        .formatted(id, version));
    }
}
