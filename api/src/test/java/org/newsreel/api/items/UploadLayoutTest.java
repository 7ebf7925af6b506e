package org.newsreel.api.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadLayoutTest {
    @TempDir
    private Path folder;

    private static List<UploadedFile> files(String... names) {
        List<UploadedFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(UploadedFile.of(name, Path.of("unread"), 1));
        }
        return files;
    }

    private static UploadLayout layout(String... names) {
        return UploadLayout.of(files(names), Map.of());
    }

    private static void assertRefused(String sentence, String... names) {
        assertThatThrownBy(() -> layout(names))
                .isInstanceOf(WebApplicationException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void noNameOfTheSenderBecomesAPath() {
        UploadLayout layout = layout(
                "../../../evil/b.MP4", "C:\\x\\b.srt", "a.webm", "/etc/passwd.jpg", "article.txt", "x\u0000y\n.png");

        assertThat(layout.files().keySet())
                .containsExactlyInAnyOrder(
                        "video-000.webm",
                        "video-001.mp4",
                        "video-001.srt",
                        "picture-000.jpg",
                        "picture-001.png",
                        "article.txt")
                .allMatch(name -> name.matches("[a-z0-9.-]+"));
        assertThat(layout.json().get("names.json").get("video-001.mp4").asText())
                .isEqualTo("b.MP4");
        assertThat(layout.json().get("names.json").get("picture-001.png").asText())
                .isEqualTo("x?y?.png");
    }

    @Test
    void mediaKeepTheOrderOfTheirNamesWhateverTheOrderOfTheForm() {
        assertThat(layout("b.jpg", "a.jpg").files().get("picture-000.jpg").name())
                .isEqualTo("a.jpg");
        assertThat(layout("a.jpg", "b.jpg").files().get("picture-000.jpg").name())
                .isEqualTo("a.jpg");
    }

    @Test
    void articlesKeepTheirLanguageAndOneMayBeCalledAnything() {
        assertThat(layout("article.en.txt", "article.zh.txt").files())
                .containsOnlyKeys("article.en.txt", "article.zh.txt");
        assertThat(layout("story.txt").files()).containsOnlyKeys("article.txt");
        assertRefused("one article in each language", "story.txt", "article.txt");
    }

    @Test
    void documentsStandBesideWhatTheyReferTo() {
        UploadLayout layout = layout("story.json", "photo.jpg", "feed.rss");

        assertThat(layout.files()).containsOnlyKeys("picture-000.jpg", "news-000.json", "news-001.xml");
        assertThat(layout.json()).containsOnlyKeys("names.json");
        assertRefused("without article.txt", "story.json", "article.txt");
        assertRefused("An item.json belongs to", "story.xml", "item.json");
    }

    @Test
    void fieldsOfTheFormStandInPlaceOfThoseOfItemJson() throws Exception {
        Path json = Files.writeString(folder.resolve("j"), "{\"id\": \"a\", \"headline\": \"old\"}");
        List<UploadedFile> files = files("article.txt");
        files.add(UploadedFile.of("item.json", json, Files.size(json)));

        UploadLayout layout = UploadLayout.of(files, Map.of("headline", "new"));

        assertThat(layout.json().get("item.json").get("id").asText()).isEqualTo("a");
        assertThat(layout.json().get("item.json").get("headline").asText()).isEqualTo("new");
        assertThat(layout.hasId()).isTrue();
        assertThat(layout("article.txt").hasId()).isFalse();
    }

    @Test
    void whatMakesNoItemIsRefused() {
        assertRefused("is of no kind", "a.docx");
        assertRefused("brings no news");
        assertRefused("belong to no video", "a.srt", "b.mp4");
        assertRefused("Two videos are called", "a.mp4", "a.webm");
    }

    @Test
    void aBrokenItemJsonIsSaidWithItsPlace() throws Exception {
        Path json = Files.writeString(folder.resolve("j"), "{\n \"id\": }");
        List<UploadedFile> files = files("article.txt");
        files.add(UploadedFile.of("item.json", json, Files.size(json)));

        assertThatThrownBy(() -> UploadLayout.of(files, Map.of())).hasMessageContaining("line 2, column");
    }
}
