package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Memory over many and over very long texts. */
@Tag("slow")
class LongTextTest {
    private static final String[] PERSONS = {"Anna", "Peter", "Maria Lind", "Thomas", "Laura Hale", "James", "Emma"};
    private static final String[] PLACES = {"London", "Paris", "Berlin", "Boston", "Madrid", "Vienna", "Dublin"};
    private static final String[] MIDDLES = {
        "was born in", "moved with his wife to", "left his parents for", "spoke about the school in", "worked in"
    };

    private static NeuralTextExtractor extractor;

    @BeforeAll
    static void open() {
        extractor = NeuralTextExtractor.load(Path.of("models", "newsreel-text-en"), Device.cpu());
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    /** Sentences with persons and places. */
    private static String made(Random random, int characters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < characters) {
            text.append(PERSONS[random.nextInt(PERSONS.length)])
                    .append(' ')
                    .append(MIDDLES[random.nextInt(MIDDLES.length)])
                    .append(' ')
                    .append(PLACES[random.nextInt(PLACES.length)])
                    .append(" in ")
                    .append(1900 + random.nextInt(120))
                    .append(" and the talks with the council went on for a long time after that . ");
        }
        return text.toString();
    }

    @Test
    void twoThousandDocumentsNeedNoMoreMemoryThanTwoHundred() {
        long early = 0;
        for (int i = 0; i < 2000; i++) {
            // M3D's English documents have 300 words on average, 20 to 900.
            extractor.extract(made(new Random(i), 200 + new Random(i).nextInt(3000)));
            if (i == 199) {
                early = Resident.megabytes();
            }
        }
        long late = Resident.megabytes();
        System.out.printf("documents: %d MB resident after 200, %d MB after 2,000%n", early, late);
        assertThat(late - early).isLessThan(100);
    }

    @Test
    void aMillionCharactersGoThroughInBoundedMemory() {
        String end = "At last Ann Varnholt was born in Oslo .";
        String text = made(new Random(1), 1_000_000) + end;
        long before = Resident.megabytes();
        long begun = System.nanoTime();

        TextClaims claims = extractor.extract(text);

        double seconds = (System.nanoTime() - begun) / 1e9;
        long words = text.split("\\s+").length;
        long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                "a million characters, %d words: %.0f s, %.0f words/s, %d mentions, %d chains, %d relations, %d MB before,"
                        + " at most %d MB, heap %d MB%n",
                words,
                seconds,
                words / seconds,
                claims.mentions().size(),
                claims.chains().size(),
                claims.relations().size(),
                before,
                Resident.peakMegabytes(),
                heap);
        WellFormed.check(text, claims);
        assertThat(claims.mentions())
                .filteredOn(m -> m.start() >= text.length() - end.length())
                .extracting(m -> m.text())
                .anyMatch(t -> t.startsWith("Ann Varnholt"))
                .anyMatch(t -> t.startsWith("Oslo"));
        assertThat(Resident.peakMegabytes()).isLessThan(3000);
    }
}
