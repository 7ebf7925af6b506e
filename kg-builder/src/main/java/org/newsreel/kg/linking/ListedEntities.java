package org.newsreel.kg.linking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Entities that are all at hand, found by the words of their names. Words that very many share find nothing alone. */
final class ListedEntities implements OwnEntities {
    private static final int COMMON = 500;

    private final String name;
    private final Map<String, List<OwnEntity>> byWord = new HashMap<>();
    private final Map<String, List<OwnEntity>> byName = new HashMap<>();

    ListedEntities(String name, Collection<OwnEntity> entities) {
        this.name = name;
        for (OwnEntity entity : entities) {
            Set<String> words = new LinkedHashSet<>();
            Set<String> whole = new LinkedHashSet<>();
            entity.names().forEach(n -> {
                words.addAll(words(n));
                whole.add(plain(n));
            });
            words.forEach(
                    word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(entity));
            whole.forEach(n -> byName.computeIfAbsent(n, w -> new ArrayList<>()).add(entity));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Collection<OwnEntity>> candidates(List<Wanted> wanted) {
        List<Collection<OwnEntity>> found = new ArrayList<>();
        for (Wanted one : wanted) {
            Set<OwnEntity> candidates = new LinkedHashSet<>();
            for (String n : one.names()) {
                candidates.addAll(byName.getOrDefault(plain(n), List.of()));
                for (String word : words(n)) {
                    List<OwnEntity> holders = byWord.getOrDefault(word, List.of());
                    if (holders.size() <= COMMON) {
                        candidates.addAll(holders);
                    }
                }
            }
            found.add(candidates);
        }
        return found;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Words, beginnings of words (for typing errors further on), initials of the whole, and pairs of Chinese characters. */
    private static Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder initials = new StringBuilder();
        for (String word : plain(name).split("[^\\p{L}\\p{N}]+")) {
            if (word.isEmpty()) {
                continue;
            }
            initials.appendCodePoint(word.codePointAt(0));
            if (word.codePoints().anyMatch(Character::isIdeographic)) {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else {
                words.add(word);
                if (word.length() >= 5) {
                    words.add(word.substring(0, 4) + "…");
                }
            }
        }
        if (initials.length() > 1) {
            words.add(initials.toString());
        }
        return words;
    }
}
