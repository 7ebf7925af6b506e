package org.newsreel.extraction.text;

import java.util.List;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;

/** An extractor whose later steps can be measured apart, over what annotators marked. */
public interface GoldTextExtractor extends TextExtractor {
    /**
     * Finds chains and relations over given mentions.
     *
     * @param mentions with offsets into {@code text}
     */
    TextClaims extractWithGold(String text, List<Mention> mentions);

    /** Finds relations over given chains of given mentions. */
    TextClaims extractWithGold(String text, List<Mention> mentions, List<EntityChain> chains);
}
