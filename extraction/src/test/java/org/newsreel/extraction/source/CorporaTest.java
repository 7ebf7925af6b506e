package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.ontology.claim.CodePoints;
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
    @CsvSource({"m3d/dev_en.json,205,en", "m3d/dev_zh.json,203,zh", "re-docred/dev_revised.json,500,en"})
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
}
