package org.newsreel.extraction.voter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;

/**
 * The words of an item and what was found in them.
 *
 * @param text as it came
 * @param mentions in the order of the text, with offsets into it
 * @param chains of these mentions; those that have none, since they are only seen, are of no matter here
 */
public record Article(String text, List<Mention> mentions, List<EntityChain> chains) {
    public Article {
        mentions = List.copyOf(mentions);
        chains = chains.stream().filter(c -> !c.mentions().isEmpty()).toList();
    }

    /** The chain of every mention that is in one, by the mention's id. */
    Map<String, EntityChain> chainOf() {
        Map<String, EntityChain> chainOf = new HashMap<>();
        chains.forEach(chain -> chain.mentions().forEach(mention -> chainOf.put(mention, chain)));
        return chainOf;
    }

    /** The mentions by their ids. */
    Map<String, Mention> byId() {
        Map<String, Mention> byId = new HashMap<>();
        mentions.forEach(mention -> byId.put(mention.id(), mention));
        return byId;
    }
}
