package org.newsreel.extraction.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The language of a text that comes without one, by Apache OpenNLP's detector (letter n-grams under a maximum-entropy
 * model, 103 languages). The script that most of the text is in narrows its answer down, because the detector's figures
 * are flat for short texts. May be called from several threads.
 */
public final class Language {
    /** BCP 47 for "undetermined": no letters, or letters of a script whose languages the detector doesn't know. */
    public static final String UNDETERMINED = "und";

    private static final String MODEL = "/langdetect-183.bin";

    /** A long text is judged by so many pieces of so many {@code char}s, spread evenly; each has a vote of one. */
    private static final int PIECES = 8;

    private static final int PIECE = 1000;

    /**
     * English is read, so that to take it for a neighbour costs all claims of the item. Another language of its script must
     * be this many times as likely; on the beginnings of 205 English transcripts, 25 characters each, that leaves no
     * mistake, where the plain maximum over all of the detector's languages makes 29.
     */
    private static final double CLEARLY = 1.5;

    private Language() {}

    /**
     * A BCP 47 tag such as {@code en}, {@code zh} or {@code fr}; else {@link #UNDETERMINED}. A text in several languages
     * has that of its greater part, where one Han character counts as four letters of an alphabet, since Chinese news is
     * full of Latin names and English news has hardly ever a Han character. A Latin text too short to tell is English.
     */
    public static String of(String text) {
        Optional<Alphabet> most = Alphabet.leading(text);
        if (most.isEmpty()) {
            return UNDETERMINED;
        }
        Alphabet alphabet = most.get();
        if (alphabet.languages().size() == 1) {
            return alphabet.languages().values().iterator().next();
        }
        Map<String, Double> votes = new LinkedHashMap<>();
        alphabet.languages().values().forEach(tag -> votes.put(tag, 0.0));
        int last = -1;
        for (int i = 0; i < PIECES; i++) {
            int from = alphabet.next(text, Math.max(last, (int) ((long) text.length() * i / PIECES)));
            if (from < 0) {
                break;
            }
            last = Math.min(text.length(), from + PIECE);
            vote(text.substring(from, last), alphabet, votes);
        }
        return winner(alphabet, votes);
    }

    private static void vote(String piece, Alphabet alphabet, Map<String, Double> votes) {
        Map<String, Double> share = new LinkedHashMap<>();
        for (opennlp.tools.langdetect.Language guess : Detector.MODEL.predictLanguages(piece)) {
            String tag = alphabet.languages().get(guess.getLang());
            if (tag != null) {
                // Two codes can have one tag (both forms of Norwegian), which must not double its chance.
                share.merge(tag, guess.getConfidence(), Math::max);
            }
        }
        double sum = share.values().stream().mapToDouble(d -> d).sum();
        if (sum > 0) {
            share.forEach((tag, part) -> votes.merge(tag, part / sum, Double::sum));
        }
    }

    private static String winner(Alphabet alphabet, Map<String, Double> votes) {
        String best = alphabet.favourite();
        double most = votes.get(best) * CLEARLY;
        for (Map.Entry<String, Double> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best;
    }

    /** Loaded by the first text without a language: about 0.4 s and 35 MB of heap. */
    private static final class Detector {
        static final LanguageDetectorME MODEL = load();

        private static LanguageDetectorME load() {
            try (InputStream in = Language.class.getResourceAsStream(Language.MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("The language detector's model is not on the class path; add"
                            + " org.apache.opennlp:opennlp-models-langdetect.");
                }
                return new LanguageDetectorME(new LanguageDetectorModel(in));
            } catch (IOException e) {
                throw new IllegalStateException("The language detector's model can't be read.", e);
            }
        }
    }
}
