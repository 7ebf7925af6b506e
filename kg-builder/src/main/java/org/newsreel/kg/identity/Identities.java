package org.newsreel.kg.identity;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * Entity identity by key: type and normalised full name name the same entity in every document; whatever has no name
 * that could do that stays an entity of its item alone. Nothing is looked up, so the order of ingest never matters.
 */
public final class Identities {
    private static final int KEY_DIGITS = 12;
    static final int ITEM_KEY_DIGITS = 16;
    private static final int LONGEST_SLUG = 48;

    private Identities() {}

    /** The IRI of every chain of a document, by chain id, in the document's order. */
    public static Map<String, String> of(ExtractionDocument document) {
        Set<String> written = new HashSet<>();
        for (EntityChain chain : document.chains()) {
            if (!chain.mentions().isEmpty()) {
                written.add(chain.id());
            }
        }
        // A person who is only seen is known by name when a caption names her; "Unidentified person 1" is no name.
        List<String> captions = document.regions().stream()
                .flatMap(region -> region.text().stream())
                .toList();
        Map<String, Integer> repeats = new HashMap<>();
        Map<String, String> iris = new LinkedHashMap<>();
        for (EntityChain chain : document.chains()) {
            boolean named = written.contains(chain.id())
                    || captions.stream().anyMatch(caption -> caption.contains(chain.name()));
            Optional<String> key = named ? Names.identifying(chain.type(), chain.name()) : Optional.empty();
            iris.put(
                    chain.id(),
                    key.map(k -> everywhere(chain.type(), k)).orElseGet(() -> here(document, chain, repeats)));
        }
        return Collections.unmodifiableMap(iris);
    }

    private static String everywhere(EntityType type, String key) {
        if (type == EntityType.TIME) {
            return Iris.BASE + "time/" + key;
        }
        return Iris.BASE + folder(type) + "/" + slug(key) + Hashes.of(KEY_DIGITS, type.name(), key);
    }

    /** The n-th entity of this type and name in this item. */
    private static String here(ExtractionDocument document, EntityChain chain, Map<String, Integer> repeats) {
        String name = Names.normalised(chain.type(), chain.name());
        int n = repeats.merge(chain.type() + " " + name, 1, Integer::sum);
        return Iris.BASE + folder(chain.type()) + "/" + slug(name)
                + Hashes.of(ITEM_KEY_DIGITS, chain.type().name(), name, document.id(), Integer.toString(n));
    }

    static String folder(EntityType type) {
        return switch (type) {
            case PER -> "person";
            case LOC -> "place";
            case ORG -> "organization";
            case TIME -> "time";
            case MISC -> "thing";
        };
    }

    /** The ASCII letters and digits of a name, for people who read IRIs; empty for a name without any. */
    private static String slug(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = ascii.length() > LONGEST_SLUG ? ascii.substring(0, LONGEST_SLUG) : ascii;
        return cut.isEmpty() ? "" : cut + "-";
    }
}
