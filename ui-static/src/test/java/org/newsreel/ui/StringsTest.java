package org.newsreel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the interface: the same keys in both languages, all used ones there, and no word beside them. */
class StringsTest {
    private static final Pattern ENTRY =
            Pattern.compile("'([a-z]\\w*(?:\\.\\w+)*)': (\\{[^}]*\\}(?=,)|\\{one:.*?'\\}|'(?:[^'\\\\]|\\\\.)*')");
    private static final Pattern USE = Pattern.compile("\\bt\\('([\\w.]+)'");
    private static final Pattern BUILT = Pattern.compile("\\bt\\(`([\\w.]+\\.)\\$\\{");
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)\\}");

    /** Words of an interface as they would stand in code: an argument that begins with a capital and a small letter. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?:, |\\{\\}, |title: |placeholder: |'aria-label': |textContent = )'([A-Z][a-z]+(?: [^']*)?)'");
    /** Names, not words. */
    private static final Set<String> NAMES = Set.of("Escape", "Enter", "Turtle");

    private static Map<String, String> strings(String language) throws IOException {
        Map<String, String> strings = new TreeMap<>();
        var found = ENTRY.matcher(Pages.read("js/core/strings/" + language + ".js"));
        while (found.find()) {
            strings.put(found.group(1), found.group(2));
        }
        return strings;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        Map<String, String> english = strings("en");
        Map<String, String> chinese = strings("zh");
        assertThat(english).hasSizeGreaterThan(200);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void aTextHasTheSameValuesInBothLanguages() throws IOException {
        Map<String, String> chinese = strings("zh");
        strings("en")
                .forEach((key, text) ->
                        assertThat(values(chinese.get(key))).as(key).isEqualTo(values(text)));
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void chineseIsChinese() throws IOException {
        Set<String> alike = Set.of("brand", "language.other", "job.of", "eval.licence", "item.json");
        strings("zh").forEach((key, text) -> {
            if (!alike.contains(key)) {
                assertThat(text).as(key).containsPattern("[\\p{IsHan}，。：（]");
            }
        });
    }

    @Test
    void everyKeyThatTheCodeNamesIsThere() throws IOException {
        Set<String> keys = strings("en").keySet();
        for (String file : scripts()) {
            String code = Pages.read(file);
            USE.matcher(code).results().forEach(use -> assertThat(keys).as(file).contains(use.group(1)));
            BUILT.matcher(code)
                    .results()
                    .forEach(use -> assertThat(keys).as(file).anyMatch(key -> key.startsWith(use.group(1))));
        }
    }

    @Test
    void noKeyIsForNothing() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : scripts()) {
            all.append(Pages.read(file));
        }
        String code = all.toString();
        Set<String> built = BUILT.matcher(code).results().map(m -> m.group(1)).collect(Collectors.toSet());
        built.addAll(Set.of("role.", "evidence.", "refusal."));
        assertThat(strings("en").keySet().stream()
                        .filter(key -> !code.contains("'" + key + "'"))
                        .filter(key -> built.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @Test
    void noWordStandsInTheCode() throws IOException {
        for (String file : scripts()) {
            assertThat(LITERAL.matcher(Pages.read(file))
                            .results()
                            .map(m -> m.group(1))
                            .filter(w -> !NAMES.contains(w)))
                    .as(file)
                    .isEmpty();
        }
    }

    private static List<String> scripts() throws IOException {
        return Pages.files(".js").stream()
                .filter(file -> file.startsWith("js/") && !file.contains("/strings/"))
                .toList();
    }
}
