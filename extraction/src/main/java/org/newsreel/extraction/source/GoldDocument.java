package org.newsreel.extraction.source;

import java.util.List;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;

/** An item of a corpus with what its annotators marked in it. */
public record GoldDocument(
        NewsItem item,
        List<Mention> mentions,
        List<EntityChain> chains,
        List<Relation> relations,
        List<Region> regions) {
    public GoldDocument {
        mentions = List.copyOf(mentions);
        chains = List.copyOf(chains);
        relations = List.copyOf(relations);
        regions = List.copyOf(regions);
    }
}
