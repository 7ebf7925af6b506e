package org.newsreel.training.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;

/**
 * Why chains are wrong, mention by mention as Durrett and Klein (2013, section 4) count: each mention that both sides have
 * is looked at with the earlier ones of its chain on either side. Every error is sorted by the easiest pair of strings
 * that speaks for the link in question.
 */
public final class ChainErrors {
    /** What became of a mention's link to the mentions before it. */
    public enum Kind {
        /** Linked to an earlier mention of its annotated chain. */
        RIGHT,
        /** Annotated with earlier mentions, found with none. */
        MISSED_LINK,
        /** Annotated as the first of its chain, found with earlier mentions. */
        WRONG_LINK,
        /** Annotated with earlier mentions, found with other ones only. */
        WRONG_CHAIN
    }

    /** How two mentions' strings compare, the easiest first. */
    public enum Strings {
        SAME_STRING,
        SHARED_NAME_TOKEN,
        DIFFERENT_NAMES,
        NAME_AND_GENERAL,
        DIFFERENT_GENERALS;

        static Strings of(Mention one, Mention other) {
            if (one.text().toLowerCase(Locale.ROOT).equals(other.text().toLowerCase(Locale.ROOT))) {
                return SAME_STRING;
            }
            MentionWords a = MentionWords.of(one);
            MentionWords b = MentionWords.of(other);
            if (a.nameTokens().stream().anyMatch(b.nameTokens()::contains)) {
                return SHARED_NAME_TOKEN;
            }
            return a.name() && b.name()
                    ? DIFFERENT_NAMES
                    : a.name() || b.name() ? NAME_AND_GENERAL : DIFFERENT_GENERALS;
        }
    }

    private final Map<Kind, Map<Strings, Integer>> counts = new EnumMap<>(Kind.class);
    private int first;

    /** Adds a document. */
    public void add(
            List<Mention> gold, List<EntityChain> goldChains, List<Mention> found, List<EntityChain> foundChains) {
        Map<Span, String> goldChainOf = chainOf(gold, goldChains);
        Map<Span, String> foundChainOf = chainOf(found, foundChains);
        List<Mention> common = new ArrayList<>();
        Set<Span> taken = new HashSet<>();
        for (Mention mention : gold) {
            Span span = Span.of(mention);
            if (goldChainOf.containsKey(span) && foundChainOf.containsKey(span) && taken.add(span)) {
                common.add(mention);
            }
        }
        common.sort(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end));
        for (int m = 0; m < common.size(); m++) {
            List<Mention> annotated = earlier(common, m, goldChainOf);
            List<Mention> linked = earlier(common, m, foundChainOf);
            Mention mention = common.get(m);
            if (annotated.isEmpty() && linked.isEmpty()) {
                first++;
            } else if (linked.isEmpty()) {
                count(Kind.MISSED_LINK, mention, annotated);
            } else if (annotated.isEmpty()) {
                count(Kind.WRONG_LINK, mention, linked);
            } else if (linked.stream().anyMatch(annotated::contains)) {
                count(Kind.RIGHT, mention, annotated);
            } else {
                count(Kind.WRONG_CHAIN, mention, linked);
            }
        }
    }

    private static Map<Span, String> chainOf(List<Mention> mentions, List<EntityChain> chains) {
        Map<Span, String> chainOf = new HashMap<>();
        Span.ofChains(mentions, chains).forEach((id, spans) -> spans.forEach(span -> chainOf.putIfAbsent(span, id)));
        return chainOf;
    }

    private static List<Mention> earlier(List<Mention> mentions, int index, Map<Span, String> chainOf) {
        String chain = chainOf.get(Span.of(mentions.get(index)));
        return mentions.subList(0, index).stream()
                .filter(m -> chain.equals(chainOf.get(Span.of(m))))
                .toList();
    }

    private void count(Kind kind, Mention mention, List<Mention> others) {
        Strings easiest = others.stream()
                .map(other -> Strings.of(other, mention))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        counts.computeIfAbsent(kind, k -> new EnumMap<>(Strings.class)).merge(easiest, 1, Integer::sum);
    }

    /** How many mentions with a link on either side there are of each kind, by the strings that speak for it. */
    public Map<Kind, Map<Strings, Integer>> counts() {
        Map<Kind, Map<Strings, Integer>> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Map<Strings, Integer> own = new EnumMap<>(Strings.class);
            for (Strings strings : Strings.values()) {
                own.put(strings, counts.getOrDefault(kind, Map.of()).getOrDefault(strings, 0));
            }
            all.put(kind, own);
        }
        return all;
    }

    /** Mentions that are the first of their chain on both sides. */
    public int first() {
        return first;
    }
}
