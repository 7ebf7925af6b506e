package org.newsreel.extraction.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.media.MadePicture;
import org.newsreel.extraction.media.MadeVideo;
import org.newsreel.extraction.media.Sha256;
import org.newsreel.extraction.source.ItemRead;
import org.newsreel.extraction.source.ItemSource;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.extraction.source.Sources;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.codec.ExtractionJson;

class ExtractionPipelineTest {
    static final Path MODELS = Path.of("models");

    private static final String CHINESE = "\ud83d\ude00特朗普去了北京大学。";

    @TempDir
    Path root;

    private Path put(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static NewsItem item(Path directory) {
        try (ItemSource source = Sources.open(directory, Optional.of("folder"))) {
            return ((ItemRead) source.next()).item();
        }
    }

    private static ExtractionResult extract(Path directory) {
        try (ExtractionPipeline pipeline = ExtractionPipeline.open(PipelineConfig.of(MODELS))) {
            return pipeline.extract(item(directory));
        }
    }

    @Test
    void everythingInAnItemIsInItsDocument() throws Exception {
        put("i/article.txt", CHINESE);
        put("i/item.json", "{\"id\": \"x\", \"headline\": \"H\", \"published\": \"2026-05-17\", \"source\": \"S\"}");
        Path video = MadeVideo.in(root.resolve("i/v.mp4")).frames(60);
        MadePicture.png(root.resolve("i/p.png"), 64, 48);

        ExtractionResult result = extract(root.resolve("i"));

        ExtractionDocument document = result.document();
        assertThat(result.warnings()).isEmpty();
        // The model for Chinese writing comes from the machine, which need not have it.
        assertThat(result.notes())
                .allSatisfy(note -> assertThat(note).startsWith("Chinese writing on the screen is not read"));
        assertThat(document.id()).isEqualTo("x");
        assertThat(document.version()).isEqualTo(item(root.resolve("i")).version());
        assertThat(document.language()).isEqualTo("zh");
        assertThat(document.headline()).contains("H");
        assertThat(document.published()).contains("2026-05-17");
        assertThat(document.source()).contains("S");
        assertThat(document.text()).isEqualTo(CHINESE);
        CodePoints points = new CodePoints(document.text());
        assertThat(document.mentions()).extracting(Mention::text).containsExactly("特朗普", "北京大学");
        for (Mention mention : document.mentions()) {
            assertThat(points.slice(mention.start(), mention.end())).isEqualTo(mention.text());
        }
        assertThat(document.media()).extracting(Medium::id).containsExactly("v0", "p0");
        Medium medium = document.media().get(0);
        assertThat(medium.file()).isEqualTo("v.mp4");
        assertThat(medium.sha256()).isEqualTo(Sha256.of(video));
        assertThat(medium.width()).isEqualTo(160);
        assertThat(medium.frameRate()).contains("25/1");
        assertThat(medium.duration()).hasValue(2.4);
        assertThat(document.models()).extracting(ModelUse::role).contains("entities", "chains", "regions");
        assertThat(ExtractionJson.read(ExtractionJson.write(document))).isEqualTo(document);
    }

    @Test
    void theSameItemGivesTheSameDocumentByteForByte() throws Exception {
        put("i/article.txt", CHINESE);
        MadeVideo.in(root.resolve("i/v.mp4")).frames(60);

        assertThat(ExtractionJson.write(extract(root.resolve("i")).document()))
                .isEqualTo(ExtractionJson.write(extract(root.resolve("i")).document()));
    }

    @Test
    void aBrokenMediumCostsOnlyItself() throws Exception {
        put("i/article.txt", CHINESE);
        Path empty = put("i/a.mp4", "");
        Path sound = MadeVideo.sound(root.resolve("i/b.mp4"), 0.5);
        MadeVideo.in(root.resolve("i/c.mp4")).frames(30);
        Path picture = put("i/p.jpg", "no picture");

        ExtractionResult result = extract(root.resolve("i"));

        assertThat(result.warnings())
                .hasSize(3)
                .allSatisfy(warning -> assertThat(warning).endsWith(".").doesNotContain("\n"));
        assertThat(result.warnings().get(0)).startsWith(empty + " is empty");
        assertThat(result.warnings().get(1)).startsWith(sound + " has sound but no moving pictures");
        assertThat(result.warnings().get(2)).startsWith(picture + " is not a ");
        assertThat(result.document().media()).extracting(Medium::id).containsExactly("v2");
        assertThat(result.document().mentions()).hasSize(2);
    }

    @Test
    void aVideoThatBreaksOffIsKeptWithAWarning() throws Exception {
        Files.createDirectories(root.resolve("i"));
        Path video = MadeVideo.in(root.resolve("i/v.mkv")).frames(200);
        byte[] bytes = Files.readAllBytes(video);
        Files.write(video, Arrays.copyOf(bytes, bytes.length / 2));

        ExtractionResult result = extract(root.resolve("i"));

        assertThat(result.warnings()).singleElement().asString().startsWith(video + " breaks off after");
        assertThat(result.document().media()).hasSize(1);
    }

    @Test
    void anItemOfWhichNothingCanBeUsedFails() throws Exception {
        Path video = put("i/v.mp4", "");
        NewsItem item = item(root.resolve("i"));

        try (ExtractionPipeline pipeline = ExtractionPipeline.open(PipelineConfig.of(MODELS))) {
            assertThatThrownBy(() -> pipeline.extract(item))
                    .isInstanceOf(ExtractionException.class)
                    .hasMessage(video + " is empty (0 bytes): copy or export the video again.");
        }
    }

    @Test
    void picturesAloneAreAnItem() throws Exception {
        Files.createDirectories(root.resolve("i"));
        MadePicture.jpeg(root.resolve("i/p.jpg"), 64, 48, 6);

        ExtractionDocument document = extract(root.resolve("i")).document();

        assertThat(document.text()).isEmpty();
        assertThat(document.language()).isEqualTo("und");
        assertThat(document.media())
                .extracting(Medium::kind, Medium::width, Medium::height)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(MediaKind.IMAGE, 48, 64));
    }

    @Test
    void whatAFileIsDecidesNotItsName() throws Exception {
        Files.createDirectories(root.resolve("i"));
        Files.move(MadePicture.png(root.resolve("x.png"), 64, 48), root.resolve("i/v.mp4"));

        Medium medium = extract(root.resolve("i")).document().media().get(0);

        assertThat(medium.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(medium.duration()).isEmpty();
    }

    @Test
    void wordsInALanguageWithoutAnExtractorAreKeptWithANote() throws Exception {
        put("i/article.txt", "Bundeskanzler traf Präsident.");
        put("i/item.json", "{\"language\": \"de\"}");

        ExtractionResult result = extract(root.resolve("i"));

        assertThat(result.document().text()).isEqualTo("Bundeskanzler traf Präsident.");
        assertThat(result.document().mentions()).isEmpty();
        assertThat(result.document().models()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(result.notes())
                .containsExactly("the words are kept but not read, because there is no extractor for the language"
                        + " \"de\": English (en) and Chinese (zh) have one.");
    }

    @Test
    void whoeverWaitsHearsOfEveryFrame() throws Exception {
        Files.createDirectories(root.resolve("i"));
        MadeVideo.in(root.resolve("i/v.mp4")).frames(60);
        AtomicInteger frames = new AtomicInteger();

        try (ExtractionPipeline pipeline = ExtractionPipeline.open(new PipelineConfig(MODELS, "cpu", 10))) {
            pipeline.extract(item(root.resolve("i")), frames::incrementAndGet);
        }

        assertThat(frames).hasValue(6);
    }

    @Test
    void englishTextWithoutItsModelIsRefusedWithTheRemedy() throws Exception {
        put("i/article.txt", "Ada met Bob.");
        Path models = Files.createDirectories(root.resolve("models"));

        try (ExtractionPipeline pipeline = ExtractionPipeline.open(PipelineConfig.of(models))) {
            NewsItem item = item(root.resolve("i"));
            assertThatThrownBy(() -> pipeline.extract(item))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("There is no model for English text in " + models
                            + ": restore it from a release of Newsreel, or give --models.");
        }
    }

    @Test
    void englishTextGivesMentionsThatQuoteItExactly() throws Exception {
        assumeEnglishModel();
        put("i/article.txt", "\ud83d\ude00\ud83d\ude00 Angela Merkel met Barack Obama in Berlin. Merkel left.\n");

        ExtractionDocument document = extract(root.resolve("i")).document();

        assertThat(document.language()).isEqualTo("en");
        assertThat(document.mentions()).extracting(Mention::text).contains("Angela Merkel", "Barack Obama", "Berlin");
        assertThat(document.mentions().get(0).start()).isEqualTo(3);
        assertThat(ExtractionJson.read(ExtractionJson.write(document))).isEqualTo(document);
    }

    @Test
    void aBatchOfEnglishTextLoadsNeitherPicturesNorHanlp() throws Exception {
        assumeEnglishModel();
        put("i/article.txt", "Angela Merkel met Barack Obama.");

        assertThat(loadedFor(root.resolve("i")))
                .anyMatch(c -> c.startsWith("ai.djl."))
                .noneMatch(c -> c.startsWith("org.bytedeco."))
                // The verifier may look at an interface; the dictionaries come with the segmenter.
                .noneMatch(c -> c.startsWith("com.hankcs.hanlp.seg") || c.startsWith("com.hankcs.hanlp.dictionary"));
    }

    private static void assumeEnglishModel() throws IOException {
        try (var files = Files.walk(MODELS, 2)) {
            assumeTrue(
                    files.anyMatch(f -> f.endsWith("weights.safetensors")), "the model for English text is not here");
        }
    }

    @Test
    void aBatchOfChineseTextLoadsNeitherPicturesNorTorch() throws Exception {
        put("i/article.txt", CHINESE);

        assertThat(loadedFor(root.resolve("i")))
                .anyMatch(c -> c.startsWith("com.hankcs."))
                .noneMatch(c -> c.startsWith("org.bytedeco."))
                .noneMatch(c -> c.startsWith("ai.djl."));
    }

    /** Names of the classes that a process of its own loads to extract one item. */
    static List<String> loadedFor(Path directory) throws Exception {
        Path log = Files.createTempFile("classes", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load=info:file=" + log + ":none:filecount=0",
                        "-Dai.djl.offline=true",
                        "-DPYTORCH_FLAVOR=cpu",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        try (var lines = Files.lines(log)) {
            return lines.map(line -> line.split(" ", 2)[0]).toList();
        } finally {
            Files.delete(log);
        }
    }

    /** Extracts one item. */
    static final class Run {
        public static void main(String[] args) {
            extract(Path.of(args[0]));
        }
    }
}
