package org.newsreel.extraction.region;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where Tesseract's model for simplified Chinese lies; that for English ships with Newsreel. */
public final class CaptionModels {
    static final String CHINESE = "chi_sim";

    /** Where Debian's and others' packages put it. */
    private static final List<String> USUAL = List.of(
            "/usr/share/tesseract-ocr/5/tessdata",
            "/usr/share/tesseract-ocr/4.00/tessdata",
            "/usr/share/tessdata",
            "/usr/local/share/tessdata",
            "/opt/homebrew/share/tessdata");

    private CaptionModels() {}

    /**
     * The directory with {@code chi_sim.traineddata}: {@code tesseract-chi-sim} among the models, the environment's
     * {@code TESSDATA_PREFIX}, or where packages put it.
     */
    public static Optional<Path> chinese(Path modelsDirectory) {
        return chinese(modelsDirectory, System.getenv("TESSDATA_PREFIX"));
    }

    static Optional<Path> chinese(Path modelsDirectory, String prefix) {
        List<Path> places = new ArrayList<>();
        places.add(modelsDirectory.resolve("tesseract-chi-sim"));
        if (prefix != null && !prefix.isBlank()) {
            places.add(Path.of(prefix));
            places.add(Path.of(prefix, "tessdata"));
        }
        USUAL.forEach(place -> places.add(Path.of(place)));
        return places.stream()
                .filter(place -> Files.isReadable(place.resolve(CHINESE + ".traineddata")))
                .findFirst();
    }

    /** What to do without it, in one sentence. */
    public static String missing() {
        return "Chinese writing on the screen is not read, because Tesseract's model " + CHINESE
                + ".traineddata was not"
                + " found: install the package tesseract-ocr-chi-sim, or name its directory in TESSDATA_PREFIX.";
    }
}
