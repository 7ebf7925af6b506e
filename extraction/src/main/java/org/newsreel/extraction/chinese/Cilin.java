package org.newsreel.extraction.chinese;

import com.hankcs.hanlp.HanLP;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The extended Tongyici Cilin (Mei et al. 1983; HIT-SCIR), a thesaurus whose codes say what a word means: {@code Ah} is
 * kinship, {@code Ae} occupations, {@code Di} states and organisations. It lies in HanLP's jar.
 */
final class Cilin {
    private static final String FILE = "/data/dictionary/synonym/CoreSynonym.txt";

    private final Map<String, List<String>> codes = new HashMap<>();

    private Cilin() {}

    static Cilin load() {
        Cilin cilin = new Cilin();
        try (InputStream in = HanLP.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.replace("\uFEFF", "").split(" ");
                String code = parts[0].substring(0, parts[0].length() - 1);
                for (int i = 1; i < parts.length; i++) {
                    cilin.codes
                            .computeIfAbsent(parts[i], k -> new ArrayList<>(1))
                            .add(code);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("HanLP's thesaurus can't be read from its jar", e);
        }
        return cilin;
    }

    /** The codes of a word, most often one; empty when it is not there. */
    List<String> of(String word) {
        return codes.getOrDefault(word, List.of());
    }

    /** The codes of the longest ending of a word that is there, the whole word included. */
    List<String> ofEnding(String word) {
        for (int i = 0; i < word.length(); i++) {
            List<String> found = codes.get(word.substring(i));
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    /** The first code, cut to a length; "-" without one. */
    static String first(List<String> codes, int length) {
        if (codes.isEmpty()) {
            return "-";
        }
        String code = codes.get(0);
        return code.length() <= length ? code : code.substring(0, length);
    }
}
