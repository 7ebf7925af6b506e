package org.newsreel.extraction.text;

import java.util.List;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/**
 * What was found in one text. Mentions are {@code m0, m1, …} in the order of the text and do not overlap, chains
 * {@code c0, c1, …} in the order of their first mention and hold every mention exactly once, relations {@code r0, r1, …}
 * rest on mentions of their two chains with weights that sum to 1.
 */
public record TextClaims(List<Mention> mentions, List<EntityChain> chains, List<Relation> relations) {
    /** Nothing was found. */
    public static final TextClaims NONE = new TextClaims(List.of(), List.of(), List.of());

    public TextClaims {
        mentions = List.copyOf(mentions);
        chains = List.copyOf(chains);
        relations = List.copyOf(relations);
    }
}
