package org.newsreel.extraction.voter;

import java.util.List;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;

/** A network that finds mentions in an item. May be used by one thread at a time; owns the network until closed. */
public sealed interface MentionFinder extends AutoCloseable permits HmnetFinder, M3dFinder {
    /** Mentions {@code m0, m1, …} in the order of the text, none overlapping. */
    List<Mention> mentions(String text, Sights sights);

    /** The model, for the document. */
    ModelUse ofEntities();

    @Override
    void close();
}
