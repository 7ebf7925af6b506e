package org.newsreel.kg.merge;

import java.util.List;
import org.apache.jena.graph.Triple;

/**
 * What became of the default graph.
 *
 * @param added facts that hold now and did not before
 * @param removed facts that held before and no longer do
 */
public record FactChanges(List<Triple> added, List<Triple> removed) {
    public FactChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** Whether the default graph is as it was. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }
}
