package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.ontology.claim.Mention;

class ConllSourceTest {
    @TempDir
    Path root;

    private Path file(String content) throws IOException {
        return Files.write(root.resolve("posts.txt"), content.replace(' ', '\t').getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> marked(GoldSource source) {
        return source.gold().orElseThrow().mentions().stream()
                .map(ConllSourceTest::words)
                .toList();
    }

    private static String words(Mention mention) {
        return mention.type() + " " + mention.start() + " " + mention.text();
    }

    @Test
    void aPostIsItsTokensJoinedAndIsCalledByItsPicture() throws IOException {
        Path posts = file("IMGID:7\n😀 O\nAnn B-PER\nBo I-PER\nin O\nOslo B-LOC\n\n"
                + "IMGID:7\nCup B-OTHER\nCup B-MISC\nAcme B-ORG\n");
        try (GoldSource source = GoldSource.twitter(posts)) {
            NewsItem first = ((ItemRead) source.next()).item();
            assertThat(first.id()).isEqualTo("7");
            assertThat(first.language()).contains("en");
            assertThat(first.text()).isEqualTo("😀 Ann Bo in Oslo");
            assertThat(marked(source)).containsExactly("PER 2 Ann Bo", "LOC 12 Oslo");
            assertThat(source.gold().orElseThrow().chains()).hasSize(2);

            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("7#2");
            assertThat(marked(source)).containsExactly("MISC 0 Cup", "MISC 4 Cup", "ORG 8 Acme");
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void aMentionMayBeginWithAnInsideTag() throws IOException {
        try (GoldSource source = GoldSource.twitter(
                file("IMGID:1\na I-PER\nb I-PER\nc I-LOC\nd O\ne B-LOC\nf I-LOC\ng B-LOC\nh I-ORG"))) {
            source.next();
            assertThat(marked(source)).containsExactly("PER 0 a b", "LOC 4 c", "LOC 8 e f", "LOC 12 g", "ORG 14 h");
        }
    }

    @Test
    void aBadPostIsNamedWithItsLineAndTheNextOneFollows() throws IOException {
        Path posts =
                file("IMGID:1\na O\nb\n\nIMGID:2\na X-PER\n\nIMGID:3\na B-GPE\n\nIMGID:4\n? O\nb O\nIMGID:5\nc O\n");
        byte[] bytes = Files.readAllBytes(posts);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFE;
        Files.write(posts, bytes);
        try (GoldSource source = GoldSource.twitter(posts)) {
            assertThat(sentence(source))
                    .startsWith("The text at line 2 of " + posts)
                    .contains("line 3 is not a token");
            assertThat(source.gold()).isEmpty();
            assertThat(sentence(source)).contains("line 6 has the unknown tag X-PER");
            assertThat(sentence(source)).contains("line 9 has the unknown tag B-GPE");
            assertThat(sentence(source)).contains("line 12 is not UTF-8");
            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("5");
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void aTextWithoutAnEndIsNotKept() throws IOException {
        try (GoldSource source = GoldSource.twitter(file("a O\n".repeat((1 << 20) + 1) + "\nIMGID:2\nb O\n"))) {
            assertThat(sentence(source)).contains("more than 1048576 tokens");
            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("2");
        }
    }

    private static String sentence(GoldSource source) {
        return ((ItemFailed) source.next()).sentence();
    }

    @Test
    void typesOfCrossnerBecomeThoseThatTheyArePartOf() throws IOException {
        try (GoldSource source = GoldSource.crossner(file(
                "a B-politician\nb B-politicalparty\nc B-country\nd B-election\ne I-election\n\n\nf B-person\n\n"))) {
            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("document-0");
            assertThat(marked(source)).containsExactly("PER 0 a", "ORG 2 b", "LOC 4 c", "MISC 6 d e");
            assertThat(((ItemRead) source.next()).item().id()).isEqualTo("document-1");
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void theInventoryIsKnownByItsTag() throws IOException {
        assertThat(TwitterInventory.of(file("IMGID:1\na B-PER\nb B-OTHER\n"))).contains(TwitterInventory.TWITTER_2015);
        assertThat(TwitterInventory.of(file("IMGID:1\nOTHER O\nb B-MISC\n"))).contains(TwitterInventory.TWITTER_2017);
        assertThat(TwitterInventory.of(file("IMGID:1\na B-PER\n"))).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeSo() {
        try (GoldSource source = GoldSource.twitter(root.resolve("missing"))) {
            assertThat(sentence(source)).contains("missing", "not there");
            assertThat(source.hasNext()).isFalse();
        }
    }
}
