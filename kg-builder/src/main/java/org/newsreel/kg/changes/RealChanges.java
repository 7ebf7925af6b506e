package org.newsreel.kg.changes;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.rdfpatch.system.DatasetGraphRealChanges;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Passes on only what changes something, as its superclass does by looking each quad up. A graph that was empty when its
 * first quad came, or one that had nothing of a subject when its first came, needs no look-ups: what has been added since
 * is remembered. The items of news come as whole graphs. One writer at a time.
 */
final class RealChanges extends DatasetGraphRealChanges {
    private final DatasetGraph below;
    /** The new graph that is being filled, or the one that is known not to be new. */
    private Node graph;

    private boolean isNew;
    /** In a graph that is not new: the subject that comes now, and whether it is new there. */
    private Node subject;

    private boolean isNewSubject;
    /** What was added to the new graph, or to the new subject. */
    private final Set<Triple> added = new HashSet<>();

    RealChanges(DatasetGraph below) {
        super(below);
        this.below = below;
    }

    @Override
    protected void actionAdd(Node g, Node s, Node p, Node o) {
        if (isOneOfManyForms(o) || Quad.isDefaultGraph(g) || !isFilling(g, s)) {
            super.actionAdd(g, s, p, o);
        } else if (added.add(Triple.create(s, p, o))) {
            below.add(g, s, p, o);
        }
    }

    /** TDB2 keeps the value of a number or a time, not its digits, so that only it can tell whether it has one. */
    private static boolean isOneOfManyForms(Node object) {
        return object.isLiteral()
                && !XSDDatatype.XSDstring.equals(object.getLiteralDatatype())
                && object.getLiteralLanguage().isEmpty();
    }

    private boolean isFilling(Node g, Node s) {
        if (!g.equals(graph)) {
            forget();
            graph = g;
            isNew = !below.contains(g, Node.ANY, Node.ANY, Node.ANY);
        }
        if (!isNew && !s.equals(subject)) {
            added.clear();
            subject = s;
            isNewSubject = !below.contains(g, s, Node.ANY, Node.ANY);
        }
        return isNew || isNewSubject;
    }

    @Override
    protected void actionDelete(Node g, Node s, Node p, Node o) {
        // What is left of a graph may be nothing, or as it was before: it is looked at anew.
        forget();
        super.actionDelete(g, s, p, o);
    }

    private void forget() {
        graph = null;
        subject = null;
        added.clear();
    }

    @Override
    public void commit() {
        forgetWhenWriting();
        super.commit();
    }

    @Override
    public void abort() {
        forgetWhenWriting();
        super.abort();
    }

    @Override
    public void end() {
        forgetWhenWriting();
        super.end();
    }

    /** Readers end their transactions too while a writer is at work. */
    private void forgetWhenWriting() {
        if (transactionMode() == ReadWrite.WRITE) {
            forget();
        }
    }
}
