package org.newsreel.extraction.pipeline;

import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.text.GoldTextExtractor;
import org.newsreel.extraction.text.TextClaims;

/**
 * What the words of an item tell.
 *
 * @param claims mentions, chains, and the text model's relations when it is one of those for relations
 * @param extractor the text model of the language, when there is one
 */
record Told(TextClaims claims, Optional<GoldTextExtractor> extractor) {
    static Told nothing() {
        return new Told(TextClaims.NONE, Optional.empty());
    }

    /** With other relations. */
    Told with(List<org.newsreel.ontology.claim.Relation> relations) {
        return new Told(new TextClaims(claims.mentions(), claims.chains(), relations), extractor);
    }
}
