package org.newsreel.kg.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.ontology.vocab.Nr;

/**
 * Reads what people decided and how entities hang together. For use by one thread inside one read transaction; another
 * transaction takes another one.
 */
public final class Decided {
    private static final Node ITEM_ID = Quads.iri(Nr.ITEM_ID);
    private static final Node RESTATES = Quads.iri(Nr.RESTATES);
    private static final Comparator<IdentityLink> LIKELIEST = Comparator.comparingDouble(IdentityLink::score)
            .reversed()
            .thenComparing(IdentityLink::one)
            .thenComparing(IdentityLink::other);

    private final Quads quads;
    private final ItemGraphs items;
    private final ReviewBook reviews;
    private final Links links;
    private final Facts facts;

    /** Of a store's graphs. */
    public Decided(DatasetGraph graphs) {
        this(new Quads(graphs));
    }

    Decided(Quads quads) {
        this.quads = quads;
        this.items = new ItemGraphs(quads);
        this.reviews = new ReviewBook(quads);
        this.links = new Links(quads);
        this.facts = new Facts(quads, reviews, links);
    }

    /** All decisions, those on statements first. */
    public List<Review> reviews() {
        return reviews.all();
    }

    /** The decision on a statement, or on two entities in any order. */
    public Optional<Review> on(List<String> targets) {
        return reviews.of(targets);
    }

    /** Links of a status ({@code merged}, {@code apart}, {@code possible}), the likeliest first. */
    public List<IdentityLink> links(String status) {
        return told(links.ofStatus(status).stream());
    }

    /** All links of some entities, each once, the likeliest first. */
    public List<IdentityLink> linksOf(List<Node> entities) {
        return told(
                entities.stream().flatMap(entity -> links.of(entity).stream()).distinct());
    }

    private List<IdentityLink> told(Stream<Link> found) {
        return found.map(link -> new IdentityLink(
                        link.one().getURI(),
                        link.other().getURI(),
                        name(link.one()),
                        name(link.other()),
                        link.score(),
                        links.statusOf(link),
                        link.reasons(),
                        link.review().map(same -> same ? Decision.SAME : Decision.DIFFERENT)))
                .sorted(LIKELIEST)
                .toList();
    }

    /** A name under which items know an entity; empty when none does. */
    public String name(Node entity) {
        return items.key(entity).map(EntityKey::label).orElse("");
    }

    /** The item's statement of this IRI, or behind the restated one of this IRI; empty when no item states it now. */
    public Optional<StatedFact> statement(String iri) {
        Node node = Quads.iri(iri);
        Node own = quads.object(Links.GRAPH, node, RESTATES).orElse(node);
        return items.find(own)
                .map(stated -> new StatedFact(
                        own.getURI(),
                        quads.find(stated.graph(), Node.ANY, ITEM_ID, Node.ANY).stream()
                                .map(quad -> quad.getObject().getLiteralLexicalForm())
                                .findFirst()
                                .orElse(""),
                        stated.fact(),
                        facts.reading(stated)));
    }
}
