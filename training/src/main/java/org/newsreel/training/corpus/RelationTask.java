package org.newsreel.training.corpus;

import java.util.List;
import java.util.Set;
import org.newsreel.extraction.text.ChainPair;

/**
 * What a document says about the relations of one label space.
 *
 * @param space name of the label space
 * @param holds relations that hold, symmetric ones in both directions
 * @param complete types, by index, whose absence between two chains means that they do not hold
 * @param unsure pairs of chains whose relation has no name in the label space: their silence means nothing
 */
public record RelationTask(String space, List<Labelled> holds, Set<Integer> complete, Set<ChainPair> unsure) {
    /** A relation type, by index, between two chains. */
    public record Labelled(ChainPair pair, int type) {}

    public RelationTask {
        holds = List.copyOf(holds);
        complete = Set.copyOf(complete);
        unsure = Set.copyOf(unsure);
    }
}
