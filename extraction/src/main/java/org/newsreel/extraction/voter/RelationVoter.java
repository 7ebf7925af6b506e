package org.newsreel.extraction.voter;

import java.util.List;
import org.newsreel.ontology.claim.ModelUse;

/**
 * A network that says how likely relations between an item's chains are. The same item gives the same ballots. May be used
 * by one thread at a time; owns the network until closed.
 */
public sealed interface RelationVoter extends AutoCloseable permits PostVoter, PairVoter, M3dVoter, MdocreVoter {
    /** Whether the network reads pictures; one that does is at its best where there are some. */
    boolean sees();

    /** Whether its vocabulary has the words of a text: one for another language has not. */
    boolean reads(String text);

    /** Least probability of a relation that this network alone would claim. */
    double threshold();

    /** The model, for the document. */
    ModelUse use();

    /**
     * One ballot for every ordered pair of chains that the network can judge, in the order of the chains. Pairs that it
     * can't judge (of other types, or never in one sentence) have none.
     *
     * @param sights nothing to see is allowed
     */
    List<Ballot> vote(Article article, Sights sights);

    @Override
    void close();
}
