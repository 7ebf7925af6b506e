package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Mention;

/** The readers on the corpora that lie beside a checkout. */
@Tag("corpus")
class CorporaTest {
    private static Path corpus(String name) {
        Path path = Path.of("../../shared/data", name);
        assumeTrue(Files.exists(path), "the corpus " + name + " is not beside this checkout");
        return path;
    }

    private static List<GoldDocument> gold(GoldSource source) {
        List<GoldDocument> documents = new ArrayList<>();
        try (source) {
            while (source.hasNext()) {
                SourceEvent event = source.next();
                assertThat(event).isInstanceOf(ItemRead.class);
                documents.add(source.gold().orElseThrow());
            }
        }
        return documents;
    }

    @Test
    void allSamplesOfMdocreAreTwoItemsEach() {
        List<GoldDocument> documents = gold(GoldSource.mdocre(corpus("mdocre")));

        assertThat(documents)
                .extracting(d -> d.item().id())
                .containsExactly(
                        "9005-en", "9005-zh", "9009-en", "9009-zh", "9053-en", "9053-zh", "9093-en", "9093-zh",
                        "9111-en", "9111-zh", "9215-en", "9215-zh");
        for (GoldDocument document : documents) {
            assertThat(Language.of(document.item().text()))
                    .isEqualTo(document.item().language().orElseThrow());
            assertThat(document.mentions()).isNotEmpty();
            assertThat(document.chains()).isNotEmpty();
            assertThat(document.relations()).isNotEmpty();
            assertThat(document.regions()).isNotEmpty();
            CodePoints points = new CodePoints(document.item().text());
            for (Mention mention : document.mentions()) {
                assertThat(points.slice(mention.start(), mention.end())).isEqualTo(mention.text());
            }
        }
        assertThat(documents)
                .filteredOn(d -> d.item().media().stream().anyMatch(m -> m.kind() == MediaKind.VIDEO))
                .hasSize(8);
    }

    @Test
    void framesOfItsVideosAreTwentyFiveASecond() {
        List<GoldDocument> documents = gold(GoldSource.mdocre(corpus("mdocre")));

        int videos = 0;
        for (GoldDocument document : documents) {
            for (MediaFile file : document.item().media()) {
                int frames = 0;
                try (FrameReader reader = FrameReader.open(file.file())) {
                    for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                        try (VideoFrame frame = next.get()) {
                            frames++;
                            if (file.kind() == MediaKind.VIDEO) {
                                assertThat(frame.time().orElseThrow()).isEqualTo(frame.index() / 25.0, within(1e-9));
                            }
                        }
                    }
                    assertThat(reader.warning()).isEmpty();
                    if (file.kind() == MediaKind.VIDEO) {
                        videos++;
                        assertThat(reader.info().width()).isIn(640, 480);
                        assertThat(reader.info().height() * 16)
                                .isEqualTo(reader.info().width() * 9);
                        assertThat(reader.info().frameRate()).contains("25/1");
                        assertThat(frames).isEqualTo((int)
                                Math.ceil(reader.info().duration().orElseThrow() * 25 / FrameReader.STEP));
                    }
                }
            }
        }
        assertThat(videos).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "m3d/dev_en.json,205,en",
        "m3d/dev_zh.json,203,zh",
        "re-docred/dev_revised.json,500,en",
        "mnre/train.txt,12247,en",
        "mnre/val.txt,1624,en",
        "twitter2015/train.txt,4000,en",
        "twitter2015/valid.txt,1000,en",
        "twitter2017/train.txt,3373,en",
        "twitter2017/valid.txt,723,en"
    })
    void corporaOfOneFileAreRecognisedAndReadWhole(String name, int documents, String language) {
        int read = 0;
        try (ItemSource source = Sources.open(corpus(name), Optional.empty())) {
            while (source.hasNext()) {
                SourceEvent event = source.next();
                assertThat(event).isInstanceOf(ItemRead.class);
                assertThat(((ItemRead) event).item().language()).contains(language);
                read++;
            }
        }
        assertThat(read).isEqualTo(documents);
    }

    @ParameterizedTest
    @CsvSource({
        "gum/train,217,27692,0",
        "gum/dev,32,4209,0",
        "crossner-politics/train.txt,200,1304,0",
        "crossner-politics/dev.txt,541,3482,0",
        "crossre/news-train.json,164,350,180",
        "crossre/news-dev.json,350,609,308",
        "crossre/politics-train.json,101,639,536",
        "crossre/politics-dev.json,350,2267,1874"
    })
    void corporaForTrainingAreReadWhole(String name, int documents, int mentions, int relations) {
        Path path = corpus(name);
        List<GoldDocument> read = gold(
                name.startsWith("gum")
                        ? GoldSource.gum(path)
                        : name.startsWith("crossner") ? GoldSource.crossner(path) : GoldSource.crossre(path));

        assertThat(read).hasSize(documents);
        assertThat(read.stream().mapToInt(d -> d.mentions().size()).sum()).isEqualTo(mentions);
        assertThat(read.stream().mapToInt(d -> d.relations().size()).sum()).isEqualTo(relations);
    }

    @ParameterizedTest
    @CsvSource({"train,12247,4503", "val,1624,624"})
    void mnreIsReadAsExamplesAndAsDocuments(String part, int examples, int related) throws IOException {
        Path file = corpus("mnre/" + part + ".txt");
        int read = 0;
        int withRelation = 0;
        try (MnreExamples source = MnreExamples.open(file)) {
            while (source.hasNext()) {
                read++;
                withRelation += source.next().relation().equals(MnreExample.NONE) ? 0 : 1;
            }
            assertThat(source.failures()).isEmpty();
        }
        assertThat(read).isEqualTo(examples);
        assertThat(withRelation).isEqualTo(related);
        assertThat(gold(GoldSource.mnre(file))).hasSize(examples);
    }

    @ParameterizedTest
    @CsvSource({"2015,2285,2135", "2017,2943,731"})
    void twitterHasItsInventoryAndItsNames(int year, long people, long places) throws IOException {
        Path file = corpus("twitter" + year + "/train.txt");

        assertThat(TwitterInventory.of(file)).contains(TwitterInventory.valueOf("TWITTER_" + year));
        Map<EntityType, Long> counts = gold(GoldSource.twitter(file)).stream()
                .flatMap(d -> d.mentions().stream())
                .collect(Collectors.groupingBy(Mention::type, Collectors.counting()));
        assertThat(counts).containsEntry(EntityType.PER, people).containsEntry(EntityType.LOC, places);
    }
}
