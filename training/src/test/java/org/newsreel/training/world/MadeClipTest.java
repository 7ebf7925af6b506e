package org.newsreel.training.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.region.RegionStep;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

/** The region step on a film whose truth is known: an empty harbour, a named speaker, two people without names. */
class MadeClipTest {
    private static final int RATE = 24;
    private static final Scene EMPTY =
            new Scene(SampleCast.HARBOUR, List.of(), Optional.empty(), false, Optional.empty(), 2);
    private static final Scene SPEAKER = new Scene(
            SampleCast.LABORATORY,
            List.of(new Scene.Cast(SampleCast.NADIA, 0.42, 0.42, 0.32, true)),
            Optional.of(SampleCast.INSTITUTE),
            false,
            Optional.of(new Scene.Caption("Nadia Ferrowe", "DIRECTOR, TIRNEN INSTITUTE")),
            4);
    private static final Scene PAIR = new Scene(
            SampleCast.HALMERE,
            List.of(
                    new Scene.Cast(SampleCast.SAMUEL, 0.30, 0.42, 0.24, true),
                    new Scene.Cast(SampleCast.KLARA, 0.70, 0.43, 0.24, false)),
            Optional.empty(),
            false,
            Optional.empty(),
            2);
    private static final Clip CLIP = new Clip(640, 360, RATE, List.of(EMPTY, SPEAKER, PAIR));

    @TempDir
    static Path directory;

    private static Path film;
    private static SeenRegions seen;

    @BeforeAll
    static void filmAndWatch() {
        film = directory.resolve("film.mp4");
        new Encoder(400_000).encode(CLIP, film);
        seen = watch();
    }

    private static SeenRegions watch() {
        List<Mention> mentions = List.of(
                new Mention("m0", EntityType.PER, 0, 13, "Nadia Ferrowe", 1),
                new Mention("m1", EntityType.PER, 20, 33, "Tomas Brekkan", 1),
                new Mention("m2", EntityType.ORG, 40, 56, "Tirnen Institute", 1));
        List<EntityChain> chains = List.of(
                new EntityChain("c0", EntityType.PER, "Nadia Ferrowe", List.of("m0")),
                new EntityChain("c1", EntityType.PER, "Tomas Brekkan", List.of("m1")),
                new EntityChain("c2", EntityType.ORG, "Tirnen Institute", List.of("m2")));
        List<MediaFile> media = List.of(new MediaFile("v0", MediaKind.VIDEO, film, "film.mp4", Optional.empty()));
        try (RegionStep step = RegionStep.load(Path.of("..", "extraction", "models"))) {
            return step.see(media, chains, mentions, "");
        }
    }

    private static List<Region> people() {
        return seen.regions().stream()
                .filter(region -> region.type() == EntityType.PER)
                .toList();
    }

    /** Whether a region shows a person from the top of her head on, and is hers: her head is in the middle. */
    private static boolean shows(Region region, Renderer.Head head) {
        Box all = region.box();
        Box box = head.box();
        double middle = box.x() + box.width() / 2;
        return region.box().around(box).intersectionOverUnion(all) > 0.85
                && all.y() + all.height() > Math.min(0.98, box.y() + 2 * box.height())
                && all.x() < box.x()
                && all.x() + all.width() > box.x() + box.width()
                && Math.abs(all.x() + all.width() / 2 - middle) < box.width();
    }

    /** The heads that were drawn in a frame of the film. */
    private static List<Renderer.Head> truth(int frame) {
        int at = frame;
        for (Scene scene : CLIP.scenes()) {
            int length = (int) Math.round(scene.seconds() * RATE);
            if (at < length) {
                return new Renderer(scene, CLIP.width(), CLIP.height()).heads((double) at / RATE);
            }
            at -= length;
        }
        throw new IllegalArgumentException("the film has no frame " + frame);
    }

    @Test
    void findsEveryPersonOfEverySampledFrameAndNobodyElse() {
        List<String> found = new ArrayList<>();
        List<String> drawn = new ArrayList<>();
        for (int frame = 0; frame < CLIP.frames(); frame += 24) {
            int here = frame;
            List<Region> people =
                    people().stream().filter(r -> r.frame() == here).toList();
            for (Renderer.Head head : truth(frame)) {
                drawn.add(frame + " " + head.person().name());
                if (people.stream().anyMatch(region -> shows(region, head))) {
                    found.add(frame + " " + head.person().name());
                }
            }
            assertThat(people)
                    .as("people of frame %s", frame)
                    .hasSize(truth(frame).size());
        }
        assertThat(drawn).hasSize(8);
        assertThat(found).isEqualTo(drawn);
    }

    @Test
    void readsTheCaptionExactlyAndNamesTheSpeakerByIt() {
        assertThat(seen.regions())
                .filteredOn(region ->
                        region.type() == EntityType.PER && region.text().isPresent())
                .singleElement()
                .satisfies(caption -> {
                    assertThat(caption.text()).contains("Nadia Ferrowe\nDIRECTOR, TIRNEN INSTITUTE");
                    assertThat(caption.chain()).contains("c0");
                    assertThat(caption.box().y() + caption.box().height()).isGreaterThan(0.85);
                    assertThat(caption.box().y())
                            .as("with the speaker above it")
                            .isLessThan(0.4);
                });
        assertThat(people())
                .filteredOn(region -> region.frame() >= 2 * RATE && region.frame() < 6 * RATE)
                .hasSize(4)
                .allSatisfy(region -> assertThat(region.chain()).contains("c0"));
        assertThat(seen.regions())
                .filteredOn(region -> region.type() == EntityType.ORG)
                .isNotEmpty()
                .allSatisfy(region -> assertThat(region.chain()).contains("c2"));
    }

    @Test
    void leavesTheOtherTwoUnidentified() {
        assertThat(seen.chains())
                .extracting(EntityChain::name)
                .containsExactly(
                        "Nadia Ferrowe",
                        "Tomas Brekkan",
                        "Tirnen Institute",
                        "Unidentified person 1",
                        "Unidentified person 2");
    }

    @Test
    void sayTheSameTheSecondTime() {
        assertThat(watch()).isEqualTo(seen);
    }

    @Test
    void isFilmedTheSameTheSecondTime() throws Exception {
        Clip pair = new Clip(320, 180, RATE, List.of(PAIR));
        Path first = directory.resolve("first.mp4");
        Path second = directory.resolve("second.mp4");
        new Encoder(200_000).encode(pair, first);
        new Encoder(200_000).encode(pair, second);
        assertThat(Files.size(first)).isGreaterThan(1000);
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }
}
