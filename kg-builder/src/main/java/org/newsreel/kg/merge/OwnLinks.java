package org.newsreel.kg.merge;

import static org.newsreel.kg.merge.Links.DECISION;
import static org.newsreel.kg.merge.Links.LINK;
import static org.newsreel.kg.merge.Links.LINKS;
import static org.newsreel.kg.merge.Links.REASON;
import static org.newsreel.kg.merge.Links.SAME_AS;
import static org.newsreel.kg.merge.Links.SCORE;
import static org.newsreel.kg.merge.Links.STATUS;
import static org.newsreel.kg.merge.Links.TYPE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.XSDNumUtils;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdfs;

/**
 * Links between entities of the graph and an enterprise's own, as {@code nr:IdentityLink} nodes of a graph of their own: with
 * {@code owl:sameAs} where they are accepted ({@code merged}), without where they are proposed ({@code possible}) or a person
 * said no ({@code apart}). They stay through re-ingest and go with the last item that names the entity. Every call needs a
 * transaction around it, and writing one a write transaction. Not thread safe.
 */
public final class OwnLinks {
    private static final Node GRAPH = Quads.iri(Iris.LINKED_GRAPH);
    private static final Node SOURCE = Quads.iri(Prov.WAS_DERIVED_FROM);
    private static final Node BY = Quads.iri(Prov.WAS_ATTRIBUTED_TO);
    private static final Node AT = Quads.iri(Prov.GENERATED_AT_TIME);
    private static final Node COMMENT = Quads.iri(Rdfs.COMMENT);
    private static final Node LABEL = Quads.iri(Rdfs.LABEL);

    private final Quads quads;

    /** Of a store's graphs. */
    public OwnLinks(DatasetGraph graphs) {
        this(new Quads(graphs));
    }

    OwnLinks(Quads quads) {
        this.quads = quads;
    }

    /** Whether a pair is one of these: one of the graph's entities and something else. */
    public static boolean isPair(List<String> pair) {
        return pair.size() == 2
                && EntityKey.typeOf(pair.get(0)).isPresent()
                        != EntityKey.typeOf(pair.get(1)).isPresent();
    }

    /**
     * Writes what a source proposes, in place of what it proposed before; links that a person decided on stay as they are.
     *
     * @param source its name
     * @return how many links are new or changed
     */
    public int replace(String source, List<OwnLink> proposed) {
        Node origin = Quads.iri(Iris.linkSource(source));
        Set<Node> before = new LinkedHashSet<>();
        quads.find(GRAPH, Node.ANY, SOURCE, origin).forEach(quad -> before.add(quad.getSubject()));
        int changed = 0;
        for (OwnLink link : proposed) {
            Node node = node(link.entity(), link.own());
            before.remove(node);
            if (quads.contains(GRAPH, node, DECISION, Node.ANY)
                    || link.equals(read(node).orElse(null))) {
                continue;
            }
            delete(node);
            write(node, link, origin);
            changed++;
        }
        for (Node gone : before) {
            if (!quads.contains(GRAPH, gone, DECISION, Node.ANY)) {
                delete(gone);
                changed++;
            }
        }
        if (quads.contains(GRAPH, Node.ANY, SOURCE, origin)) {
            quads.add(GRAPH, origin, LABEL, text(source));
        }
        return changed;
    }

    private void write(Node node, OwnLink link, Node origin) {
        quads.add(GRAPH, node, TYPE, LINK);
        quads.add(GRAPH, node, LINKS, Quads.iri(link.entity()));
        quads.add(GRAPH, node, LINKS, Quads.iri(link.own()));
        quads.add(GRAPH, node, SCORE, number(link.score()));
        link.reasons().forEach(reason -> quads.add(GRAPH, node, REASON, text(reason)));
        quads.add(GRAPH, node, SOURCE, origin);
        quads.deleteAll(GRAPH, Quads.iri(link.own()), LABEL, Node.ANY);
        quads.add(GRAPH, Quads.iri(link.own()), LABEL, text(link.name()));
        status(node, link.accepted() ? "merged" : "possible");
    }

    /** Links of a status, the likeliest first. */
    public List<IdentityLink> ofStatus(String status) {
        return told(quads.find(GRAPH, Node.ANY, STATUS, text(status)).stream()
                .map(Quad::getSubject)
                .toList());
    }

    /** All links of some entities, of either side, the likeliest first. */
    public List<IdentityLink> of(List<Node> entities) {
        return told(entities.stream()
                .flatMap(entity -> quads.find(GRAPH, Node.ANY, LINKS, entity).stream())
                .map(Quad::getSubject)
                .distinct()
                .toList());
    }

    private List<IdentityLink> told(List<Node> nodes) {
        List<IdentityLink> told = new ArrayList<>();
        ItemGraphs items = new ItemGraphs(quads);
        for (Node node : nodes) {
            read(node)
                    .ifPresent(link -> told.add(new IdentityLink(
                            link.entity(),
                            link.own(),
                            items.key(Quads.iri(link.entity()))
                                    .map(EntityKey::label)
                                    .orElse(""),
                            link.name(),
                            link.score(),
                            literal(node, STATUS).orElse("possible"),
                            link.reasons(),
                            literal(node, DECISION).map(Decision::of))));
        }
        told.sort(Comparator.comparingDouble(IdentityLink::score)
                .reversed()
                .thenComparing(IdentityLink::one)
                .thenComparing(IdentityLink::other));
        return told;
    }

    /**
     * Writes a person's decision on a pair down; also on one that nothing proposed.
     *
     * @throws IllegalArgumentException when no item names the entity
     */
    public void decide(Review review) {
        String entity = ours(review.targets());
        String own = other(review.targets());
        if (new ItemGraphs(quads).key(Quads.iri(entity)).isEmpty()) {
            throw new IllegalArgumentException("no item here names the entity " + entity + ": check its IRI");
        }
        Node node = node(entity, own);
        if (!quads.contains(GRAPH, node, TYPE, LINK)) {
            write(
                    node,
                    new OwnLink(entity, own, own, 1, List.of("for: a person says so"), false),
                    Quads.iri(Iris.reviewer(review.reviewer())));
        }
        undecide(node);
        quads.add(GRAPH, node, DECISION, text(review.decision().word()));
        quads.add(GRAPH, node, BY, Quads.iri(Iris.reviewer(review.reviewer())));
        quads.add(GRAPH, Quads.iri(Iris.reviewer(review.reviewer())), LABEL, text(review.reviewer()));
        quads.add(GRAPH, node, AT, NodeFactory.createLiteralDT(review.at().toString(), XSDDatatype.XSDdateTime));
        review.note().ifPresent(note -> quads.add(GRAPH, node, COMMENT, text(note)));
        status(node, review.decision() == Decision.SAME ? "merged" : "apart");
    }

    /** The decision on a pair. */
    public Optional<Review> on(List<String> pair) {
        Node node = node(ours(pair), other(pair));
        return literal(node, DECISION)
                .map(word -> new Review(
                        Decision.of(word),
                        pair,
                        Optional.empty(),
                        quads.object(GRAPH, node, BY)
                                .flatMap(by -> literal(by, LABEL))
                                .orElse("unknown"),
                        Instant.parse(literal(node, AT).orElseThrow()),
                        literal(node, COMMENT)));
    }

    /** Takes a decision back: what was proposed is a proposal again, and what only a person said is gone. */
    public boolean withdraw(List<String> pair) {
        Node node = node(ours(pair), other(pair));
        if (!quads.contains(GRAPH, node, DECISION, Node.ANY)) {
            return false;
        }
        boolean proposed = quads.find(GRAPH, node, SOURCE, Node.ANY).stream()
                .anyMatch(quad -> quad.getObject().getURI().startsWith(Iris.linkSource("")));
        undecide(node);
        if (proposed) {
            status(node, "possible");
        } else {
            delete(node);
        }
        return true;
    }

    /** Removes the links of an entity that no item names any more. */
    void forget(Node entity) {
        quads.find(GRAPH, Node.ANY, LINKS, entity).forEach(quad -> delete(quad.getSubject()));
    }

    private void undecide(Node node) {
        List<Node> people = objects(node, BY);
        for (Node predicate : List.of(DECISION, AT, COMMENT, BY)) {
            quads.deleteAll(GRAPH, node, predicate, Node.ANY);
        }
        people.forEach(this::forgetUnused);
    }

    private void delete(Node node) {
        status(node, "");
        undecide(node);
        List<Node> ends = objects(node, LINKS);
        List<Node> sources = objects(node, SOURCE);
        quads.deleteAll(GRAPH, node, Node.ANY, Node.ANY);
        ends.forEach(this::forgetUnused);
        sources.forEach(this::forgetUnused);
    }

    private List<Node> objects(Node node, Node predicate) {
        return quads.find(GRAPH, node, predicate, Node.ANY).stream()
                .map(Quad::getObject)
                .toList();
    }

    /** A name stays only while something is said of whom it names. */
    private void forgetUnused(Node node) {
        boolean used =
                List.of(LINKS, BY, SOURCE).stream().anyMatch(role -> quads.contains(GRAPH, Node.ANY, role, node));
        if (!used) {
            quads.deleteAll(GRAPH, node, LABEL, Node.ANY);
        }
    }

    /** Keeps {@code owl:sameAs} in step with the status. */
    private void status(Node node, String status) {
        quads.deleteAll(GRAPH, node, STATUS, Node.ANY);
        List<String> ends = quads.find(GRAPH, node, LINKS, Node.ANY).stream()
                .map(quad -> quad.getObject().getURI())
                .toList();
        if (ends.size() == 2) {
            Quad same = new Quad(GRAPH, Quads.iri(ours(ends)), SAME_AS, Quads.iri(other(ends)));
            quads.delete(same);
            if (status.equals("merged")) {
                quads.add(same);
            }
        }
        if (!status.isEmpty()) {
            quads.add(GRAPH, node, STATUS, text(status));
        }
    }

    private Optional<OwnLink> read(Node node) {
        List<String> ends = quads.find(GRAPH, node, LINKS, Node.ANY).stream()
                .map(quad -> quad.getObject().getURI())
                .toList();
        if (ends.size() != 2) {
            return Optional.empty();
        }
        String own = other(ends);
        return Optional.of(new OwnLink(
                ours(ends),
                own,
                literal(Quads.iri(own), LABEL).orElse(own),
                Double.parseDouble(literal(node, SCORE).orElse("0")),
                quads.find(GRAPH, node, REASON, Node.ANY).stream()
                        .map(quad -> quad.getObject().getLiteralLexicalForm())
                        .toList(),
                literal(node, STATUS).orElse("").equals("merged")));
    }

    private Optional<String> literal(Node subject, Node predicate) {
        return quads.object(GRAPH, subject, predicate).map(Node::getLiteralLexicalForm);
    }

    private static String ours(List<String> pair) {
        return EntityKey.typeOf(pair.get(0)).isPresent() ? pair.get(0) : pair.get(1);
    }

    private static String other(List<String> pair) {
        return EntityKey.typeOf(pair.get(0)).isPresent() ? pair.get(1) : pair.get(0);
    }

    private static Node node(String entity, String own) {
        return Quads.iri(Iris.link(entity, own));
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node number(double value) {
        return NodeFactory.createLiteralDT(XSDNumUtils.stringForm(value), XSDDatatype.XSDdouble);
    }
}
