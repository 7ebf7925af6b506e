package org.newsreel.training.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsreel.ontology.claim.Mention;

/** Rules that put mentions into chains without learning anything: a learned model has to beat them. */
public enum ChainRule {
    /** Every mention is a chain. */
    SINGLETONS,
    /** Mentions of one type with the same string, whatever its capitals, are a chain. */
    SAME_STRING,
    /** Mentions of one type with the same string, or that share a word of a name, are in one chain, and so on from each. */
    SHARED_NAME_TOKEN;

    /** The rule as users read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The chains of a document's mentions, in the order of their first mention. */
    public Collection<Set<Span>> chains(List<Mention> mentions) {
        int[] parent = new int[mentions.size()];
        Map<String, Integer> firstWith = new HashMap<>();
        for (int m = 0; m < parent.length; m++) {
            parent[m] = m;
            for (String key : keys(mentions.get(m))) {
                Integer earlier = firstWith.putIfAbsent(key, m);
                if (earlier != null) {
                    int a = root(parent, earlier);
                    int b = root(parent, m);
                    parent[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }
        Map<Integer, Set<Span>> chains = new LinkedHashMap<>();
        for (int m = 0; m < parent.length; m++) {
            chains.computeIfAbsent(root(parent, m), r -> new java.util.LinkedHashSet<>())
                    .add(Span.of(mentions.get(m)));
        }
        return chains.values();
    }

    /** Mentions that share one of these belong together. */
    private List<String> keys(Mention mention) {
        List<String> keys = new ArrayList<>();
        if (this != SINGLETONS) {
            keys.add(mention.type() + " = " + mention.text().toLowerCase(Locale.ROOT));
        }
        if (this == SHARED_NAME_TOKEN) {
            MentionWords.of(mention).nameTokens().forEach(token -> keys.add(mention.type() + " ~ " + token));
        }
        return keys;
    }

    private static int root(int[] parent, int of) {
        int root = of;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }
}
