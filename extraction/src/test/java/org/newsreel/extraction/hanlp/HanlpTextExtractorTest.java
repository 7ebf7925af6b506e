package org.newsreel.extraction.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;

class HanlpTextExtractorTest {
    private static HanlpTextExtractor extractor;

    @BeforeAll
    static void load() {
        extractor = HanlpTextExtractor.load();
    }

    private static List<String> found(String text) {
        return extractor.extract(text).mentions().stream()
                .map(m -> m.type() + " " + m.text())
                .toList();
    }

    @Test
    void namesAndTimesAreFoundWithTheirTypes() {
        assertThat(found("2021年3月5日，王小明在北京大学会见了美国总统特朗普。"))
                .containsExactly("TIME 2021年3月5日", "PER 王小明", "ORG 北京大学", "LOC 美国", "PER 特朗普");
    }

    @Test
    void partsOfAForeignNameAreOneMention() {
        assertThat(found("前总统吉米·卡特和比尔·克林顿到访。")).containsExactly("PER 吉米·卡特", "PER 比尔·克林顿");
    }

    @Test
    void wordsThatOnlySoundLikeATimeOrAnOrganisationAreLeftOut() {
        assertThat(found("后来两人离开，当时就会下雨，今年3月也是。")).containsExactly("TIME 今年3月");
    }

    @Test
    void offsetsCountCodePoints() {
        String text = "\ud83d\ude00\ud83d\ude00特朗普在北京大学。\ud83d\ude00\ud840\udc00王小明去了上海市。";
        CodePoints points = new CodePoints(text);

        TextClaims claims = extractor.extract(text);

        assertThat(claims.mentions()).extracting(Mention::text).contains("特朗普", "北京大学", "上海市");
        assertThat(claims.mentions().get(0).start()).isEqualTo(2);
        for (Mention mention : claims.mentions()) {
            assertThat(points.slice(mention.start(), mention.end())).isEqualTo(mention.text());
        }
    }

    @Test
    void theSameWordsAreOneChain() {
        TextClaims claims = extractor.extract("特朗普去了北京。特朗普说，北京很大。");

        assertThat(claims.chains())
                .containsExactly(
                        new EntityChain("c0", EntityType.PER, "特朗普", List.of("m0", "m2")),
                        new EntityChain("c1", EntityType.LOC, "北京", List.of("m1", "m3")));
        assertThat(claims.relations()).isEmpty();
    }

    @Test
    void textsOfAnyLengthAreReadWithoutALossAtTheJoints() {
        String sentence = "王小明在北京大学。";
        TextClaims claims = extractor.extract(sentence.repeat(10_000));

        assertThat(claims.mentions()).hasSize(20_000);
        assertThat(claims.mentions().get(19_999).start()).isEqualTo(9_999 * 9 + 4);
        assertThat(claims.chains()).hasSize(2);
    }

    @Test
    void textWithoutWordsGivesNothing() {
        for (String text : List.of("", " ", "\n\n", "\ud83d\ude00", "。", "abc 123")) {
            assertThat(extractor.extract(text)).isEqualTo(TextClaims.NONE);
        }
    }

    @Test
    void modelsNameTheDataByItsHash() {
        assertThat(extractor.models()).extracting(ModelUse::role).containsExactly("entities", "chains");
        assertThat(extractor.models()).extracting(ModelUse::sha256).allMatch(h -> h.matches("[0-9a-f]{64}"));
        assertThat(HanlpTextExtractor.load().models()).isEqualTo(extractor.models());
    }

    @Test
    void nothingIsPrintedOrWritten() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName())
                .directory(Files.createTempDirectory("hanlp").toFile())
                .redirectErrorStream(true)
                .start();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        process.getInputStream().transferTo(printed);

        assertThat(process.waitFor()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("2 mentions, 0 files\n");
    }

    /** Extracts in a directory of its own and says what lies there afterwards. */
    static final class Run {
        public static void main(String[] args) throws Exception {
            int mentions;
            try (HanlpTextExtractor extractor = HanlpTextExtractor.load()) {
                mentions = extractor.extract("王小明在北京大学。").mentions().size();
            }
            try (var files = Files.list(Path.of(""))) {
                new PrintStream(System.out, true, StandardCharsets.UTF_8)
                        .print(mentions + " mentions, " + files.count() + " files\n");
            }
        }
    }
}
