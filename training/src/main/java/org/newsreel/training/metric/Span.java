package org.newsreel.training.metric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;

/** Where a mention stands; what it is compared by. */
public record Span(int start, int end) {
    static Span of(Mention mention) {
        return new Span(mention.start(), mention.end());
    }

    /** Each chain's spans by chain id, in the order of the chains. */
    static Map<String, Set<Span>> ofChains(List<Mention> mentions, List<EntityChain> chains) {
        Map<String, Span> byId = new HashMap<>();
        mentions.forEach(m -> byId.put(m.id(), of(m)));
        Map<String, Set<Span>> spans = new java.util.LinkedHashMap<>();
        for (EntityChain chain : chains) {
            Set<Span> own = new HashSet<>();
            chain.mentions().forEach(m -> own.add(byId.get(m)));
            spans.put(chain.id(), own);
        }
        return spans;
    }
}
