package org.newsreel.training.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.extraction.region.RegionStep;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Region;
import picocli.CommandLine;

/** The files in {@code samples/} against the scenes they were made from. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void showPeopleWhereverTheyHavePictures() {
        List<String> captions = new ArrayList<>();
        try (RegionStep step = RegionStep.load(Path.of("..", "extraction", "models"))) {
            for (SampleNews.Item item : SampleNews.ITEMS) {
                List<MediaFile> media = new ArrayList<>();
                item.films()
                        .keySet()
                        .forEach(name -> media.add(medium("v" + media.size(), MediaKind.VIDEO, item, name)));
                item.pictures()
                        .keySet()
                        .forEach(name -> media.add(medium("p" + media.size(), MediaKind.IMAGE, item, name)));
                SeenRegions seen = step.see(media, List.of(), List.of(), "");
                for (MediaFile medium : media) {
                    assertThat(seen.regions())
                            .as("regions of %s", medium.file())
                            .anyMatch(region -> region.media().equals(medium.id()));
                }
                // Signs on walls are read as well; people's captions are all that name people.
                seen.regions().stream()
                        .filter(region -> region.type() == EntityType.PER)
                        .map(Region::text)
                        .flatMap(Optional::stream)
                        .forEach(captions::add);
                assertThat(seen.chains())
                        .extracting(EntityChain::name)
                        .containsAll(item.films().values().stream()
                                .flatMap(film -> film.scenes().stream())
                                .flatMap(scene -> scene.caption().stream())
                                .map(Scene.Caption::name)
                                .toList());
            }
        }
        List<String> written = SampleNews.ITEMS.stream()
                .flatMap(item -> item.films().values().stream())
                .flatMap(film -> film.scenes().stream())
                .flatMap(scene -> scene.caption().stream())
                .map(caption -> caption.name() + "\n" + caption.role())
                .toList();
        assertThat(captions).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void lookAsTheGeneratorDrawsThem() {
        for (SampleNews.Item item : SampleNews.ITEMS) {
            for (Map.Entry<String, Clip> film : item.films().entrySet()) {
                Path file = SAMPLES.resolve(item.folder()).resolve(film.getKey());
                Clip clip = film.getValue();
                double start = 0;
                for (Scene scene : clip.scenes()) {
                    double middle =
                            Math.round(scene.seconds() / 2 * clip.framesPerSecond()) / (double) clip.framesPerSecond();
                    BufferedImage drawn = new Renderer(scene, clip.width(), clip.height()).picture(middle);
                    try (VideoFrame frame = FrameReader.at(file, start + middle + 0.001)) {
                        assertThat(difference(drawn, frame))
                                .as("%s at %s s", file, start + middle)
                                .isLessThan(6);
                    }
                    start += scene.seconds();
                }
            }
            for (Map.Entry<String, Scene> picture : item.pictures().entrySet()) {
                Path file = SAMPLES.resolve(item.folder()).resolve(picture.getKey());
                BufferedImage drawn = SampleWriter.draw(picture.getValue());
                try (VideoFrame frame = FrameReader.at(file, 0)) {
                    assertThat(difference(drawn, frame)).as("%s", file).isLessThan(6);
                }
            }
        }
    }

    @Test
    void stayUnderSixMebibytes() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            assertThat(bytes).isBetween(1L << 20, 6L << 20);
        }
    }

    @Test
    @Tag("slow")
    void areMadeAnewByteForByte(@TempDir Path directory) throws IOException {
        assertThat(new CommandLine(new SamplesCommand()).execute("--out", directory.toString()))
                .isZero();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.mismatch(file, directory.resolve(SAMPLES.relativize(file))))
                        .as("first byte that differs in %s", file)
                        .isEqualTo(-1);
            }
        }
    }

    private static MediaFile medium(String id, MediaKind kind, SampleNews.Item item, String name) {
        return new MediaFile(id, kind, SAMPLES.resolve(item.folder()).resolve(name), name, Optional.empty());
    }

    /** Mean absolute difference of the points, in [0, 255]. */
    private static double difference(BufferedImage drawn, VideoFrame frame) {
        long sum = 0;
        try (UByteIndexer pixels = frame.image().createIndexer()) {
            for (int y = 0; y < drawn.getHeight(); y++) {
                for (int x = 0; x < drawn.getWidth(); x++) {
                    int colour = drawn.getRGB(x, y);
                    for (int c = 0; c < 3; c++) {
                        sum += Math.abs((colour >> (8 * c) & 255) - pixels.get(y, x, c));
                    }
                }
            }
        }
        return sum / (3.0 * drawn.getWidth() * drawn.getHeight());
    }
}
