package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.shot.SamplingPolicy;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

/**
 * How many of the lower thirds that a person reads on real reports are read right, to the letter, and tied to the right
 * person:
 *
 * <pre>mvn -Pcorpus -pl extraction -am test -Dtest=LowerThirdsTest -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * <p>{@code -Dframes=shot:2} measures another choice of frames.
 */
@Tag("corpus")
class LowerThirdsTest {
    /** Seconds by which a caption may be off: the videos show one picture a second. */
    private static final double SLACK = 1.5;

    private record LowerThird(String video, double from, double to, String initials, String hash) {}

    @Test
    void fourInFiveAreReadRightAndTiedToTheRightPerson() throws Exception {
        Path corpus = Path.of("../../shared/data/mdocre");
        assumeTrue(Files.exists(corpus), "the corpus mdocre is not beside this checkout");
        SamplingPolicy frames = SamplingPolicy.parse(System.getProperty("frames", SamplingPolicy.STANDARD.toString()));
        List<LowerThird> wanted = lowerThirds();
        int read = 0;
        int tied = 0;
        try (GoldSource source = GoldSource.mdocre(corpus);
                RegionStep step = RegionStep.load(Path.of("models"), frames)) {
            while (source.hasNext()) {
                source.next();
                GoldDocument document = source.gold().orElseThrow();
                String id = document.item().id();
                List<LowerThird> here = wanted.stream()
                        .filter(third -> id.equals(third.video() + "-en"))
                        .toList();
                if (here.isEmpty()) {
                    continue;
                }
                SeenRegions seen = step.see(
                        document.item().media(),
                        document.chains(),
                        document.mentions(),
                        document.item().text());
                for (LowerThird third : here) {
                    boolean isRead = words(third, seen).findAny().isPresent();
                    boolean isTied = words(third, seen)
                            .anyMatch(region -> region.type() == EntityType.PER
                                    && names(region.chain().orElse(""), seen, document)
                                            .anyMatch(name -> hash(name).equals(third.hash())));
                    System.out.printf(
                            "%s %.0f-%.0f s %s: %s, %s%n",
                            third.video(),
                            third.from(),
                            third.to(),
                            third.initials(),
                            isRead ? "read" : "not read",
                            isTied ? "tied" : "not tied");
                    read += isRead ? 1 : 0;
                    tied += isTied ? 1 : 0;
                }
            }
        }
        System.out.printf("lower thirds: %d, read %d, read and tied %d%n", wanted.size(), read, tied);
        assertThat(wanted).hasSize(8);
        assertThat(tied).isGreaterThanOrEqualTo((int) Math.ceil(0.8 * wanted.size()));
    }

    /** Regions at that time whose first line is the name, to the letter. */
    private static Stream<Region> words(LowerThird third, SeenRegions seen) {
        return seen.regions().stream()
                .filter(region -> region.t().isPresent()
                        && region.t().getAsDouble() >= third.from() - SLACK
                        && region.t().getAsDouble() <= third.to() + SLACK)
                .filter(region -> region.text()
                        .flatMap(text -> text.lines().findFirst())
                        .filter(line -> hash(line).equals(third.hash()))
                        .isPresent());
    }

    private static Stream<String> names(String chain, SeenRegions seen, GoldDocument document) {
        Map<String, String> mentioned = new HashMap<>();
        for (Mention mention : document.mentions()) {
            mentioned.put(mention.id(), mention.text());
        }
        return seen.chains().stream()
                .filter(c -> c.id().equals(chain))
                .flatMap((EntityChain c) ->
                        Stream.concat(Stream.of(c.name()), c.mentions().stream().map(mentioned::get)))
                .filter(Objects::nonNull);
    }

    private static List<LowerThird> lowerThirds() throws Exception {
        List<LowerThird> thirds = new ArrayList<>();
        try (var lines = Objects.requireNonNull(LowerThirdsTest.class.getResourceAsStream("lower-thirds.csv"))) {
            for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.strip().split(",");
                    thirds.add(new LowerThird(
                            cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), cells[3], cells[4]));
                }
            }
        }
        return thirds;
    }

    private static String hash(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(letters.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
