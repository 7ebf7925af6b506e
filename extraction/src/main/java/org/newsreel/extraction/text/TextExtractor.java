package org.newsreel.extraction.text;

import java.util.List;
import org.newsreel.ontology.claim.ModelUse;

/**
 * Finds entities, their chains and their relations in a text of one language. The same text gives the same claims.
 * Implementations say whether they may be shared by threads.
 */
public interface TextExtractor extends AutoCloseable {
    /**
     * Reads one text of any length, empty included.
     *
     * @return claims whose offsets count code points of {@code text}
     */
    TextClaims extract(String text);

    /** The models behind the claims, one for each role. */
    List<ModelUse> models();

    @Override
    void close();
}
