package org.newsreel.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Made items of text, seeded: people, bodies and places that come again, so that identities have something to join. */
final class MadeNews {
    private static final List<String> GIVEN =
            List.of("Mira", "Tomas", "Elena", "Viktor", "Ines", "Oskar", "Nadia", "Pavel", "Greta", "Luis");
    private static final List<String> FAMILY =
            List.of("Holm", "Varga", "Lindqvist", "Petrov", "Castellan", "Brandt", "Okafor", "Moreau");
    private static final List<String> BODIES =
            List.of("Harbour Institute", "Lumen Rail", "Westmark University", "Northern Tide Energy", "Port Council");
    private static final List<String> PLACES = List.of("Port Ellery", "Westmark", "Saltford", "Kestrel Bay", "Marrow");

    private MadeNews() {}

    /** Writes items 0 to count - 1 as folders; the same seed gives the same bytes. */
    static void write(Path directory, int count, int paragraphs, long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int p = 0; p < paragraphs; p++) {
                text.append(paragraph(random)).append("\n\n");
            }
            Path item = Files.createDirectories(directory.resolve(String.format("item-%04d", i)));
            Files.writeString(item.resolve("article.en.txt"), text);
        }
    }

    private static String paragraph(Random random) {
        String given = pick(GIVEN, random);
        String family = pick(FAMILY, random);
        String other = pick(GIVEN, random) + " " + pick(FAMILY, random);
        String body = pick(BODIES, random);
        String place = pick(PLACES, random);
        return given + " " + family + ", who has led the " + body + " in " + place + " since "
                + (1990 + random.nextInt(30))
                + ", met " + other + " on " + (1 + random.nextInt(28)) + " May " + (2010 + random.nextInt(15)) + ". "
                + "\"We will build the new terminal in " + pick(PLACES, random) + ",\" said " + family + ". "
                + given.charAt(0) + ". " + family + " was born in " + pick(PLACES, random) + " and studied at the "
                + pick(BODIES, random) + ". " + other + " works for the " + pick(BODIES, random)
                + ", which has its seat in " + pick(PLACES, random) + ".";
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
