package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.ontology.claim.MediaKind;

class IllustratedSourceTest {
    @TempDir
    Path root;

    private Path pictures;

    @BeforeEach
    void open() throws IOException {
        pictures = Files.createDirectory(root.resolve("pictures"));
    }

    private Path put(String name) throws IOException {
        Path file = pictures.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[] {1});
    }

    private IllustratedSource posts(String content) throws IOException {
        return IllustratedSource.of(GoldSource.twitter(Files.writeString(root.resolve("posts"), content)), pictures);
    }

    @Test
    void itemsOfOneNameGetThePictureOfThatName() throws IOException {
        Path a = put("a.jpg");
        String line = MnreExamplesTest.GOOD;
        Path file = Files.writeString(root.resolve("lines"), line + "\n" + line);
        try (IllustratedSource source = IllustratedSource.of(GoldSource.mnre(file), pictures)) {
            for (String id : new String[] {"a", "a#2"}) {
                ItemRead read = (ItemRead) source.next();
                assertThat(read.item().id()).isEqualTo(id);
                assertThat(read.warnings()).isEmpty();
                assertThat(read.item().media()).singleElement().satisfies(m -> {
                    assertThat(m.kind()).isEqualTo(MediaKind.IMAGE);
                    assertThat(m.file()).isEqualTo(a);
                });
                GoldDocument gold = source.gold().orElseThrow();
                assertThat(gold.item()).isEqualTo(read.item());
                assertThat(gold.relations()).hasSize(1);
            }
            assertThat(source.hasNext()).isFalse();
            assertThat(source.missing()).isZero();
        }
    }

    @Test
    void anItemWithoutItsPictureStaysAsItIsAndIsNamedInAWarning() throws IOException {
        put("7.txt");
        put("8.png");
        try (IllustratedSource source = posts("IMGID:7\nAnn\tB-PER\n\nIMGID:8\nBo\tO\n\nIMGID:9\nbad\n")) {
            ItemRead read = (ItemRead) source.next();
            assertThat(read.item().media()).isEmpty();
            assertThat(read.warnings()).containsExactly("The picture of 7 is not in " + pictures + ".");
            assertThat(source.gold().orElseThrow().mentions()).hasSize(1);
            assertThat(((ItemRead) source.next()).item().media()).hasSize(1);
            assertThat(source.next()).isInstanceOf(ItemFailed.class);
            assertThat(source.gold()).isEmpty();
            assertThat(source.items()).isEqualTo(2);
            assertThat(source.missing()).isEqualTo(1);
        }
    }

    @Test
    void framesLieInADirectoryOfTheVideosName() throws IOException {
        put("v/2.jpg");
        put("v/1.jpg");
        put("v/notes.txt");
        Path clip = put("w.mp4");
        String json = "[{\"doc\": \"Ann left\", \"lang\": \"en\", \"video_id\": \"v\", \"entityLink\": {}},"
                + "{\"doc\": \"Bo left\", \"lang\": \"en\", \"video_id\": \"w\", \"entityLink\": {}}]";
        Path file = Files.writeString(root.resolve("m3d.json"), json);
        try (IllustratedSource source = IllustratedSource.of(GoldSource.m3d(file), pictures)) {
            assertThat(((ItemRead) source.next()).item().media())
                    .extracting(MediaFile::name)
                    .containsExactly("v/1.jpg", "v/2.jpg");
            assertThat(((ItemRead) source.next()).item().media())
                    .singleElement()
                    .satisfies(m -> {
                        assertThat(m.kind()).isEqualTo(MediaKind.VIDEO);
                        assertThat(m.file()).isEqualTo(clip);
                    });
        }
    }
}
