package org.newsreel.kg.changes;

import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.system.DatasetGraphChanges;
import org.apache.jena.sparql.core.DatasetGraph;

/** Tells what a dataset's transactions change before they commit, and then whether they did. */
final class LoggedGraphs extends DatasetGraphChanges {
    private final Runnable onCommit;
    private final Runnable onFailedCommit;

    LoggedGraphs(DatasetGraph dataset, RDFChanges changes, Runnable onCommit, Runnable onFailedCommit) {
        super(dataset, changes);
        this.onCommit = onCommit;
        this.onFailedCommit = onFailedCommit;
    }

    @Override
    public void commit() {
        try {
            super.commit();
        } catch (RuntimeException | Error e) {
            onFailedCommit.run();
            throw e;
        }
        onCommit.run();
    }
}
