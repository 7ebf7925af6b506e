package org.newsreel.api.items;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;

/** Reads the evidence nodes of one item's graph. For one thread. */
final class EvidenceReader {
    /** SHA-256 of each video and picture of the item. */
    private final Map<Resource, String> media;
    /** Which entity a selector picks out: evidence nodes of statements share it with those that denote the entity. */
    private final Map<Resource, String> entities = new HashMap<>();

    EvidenceReader(Model graph, Map<Resource, String> media) {
        this.media = media;
        for (Statement s : denoting(graph)) {
            for (Resource selector : selectors(s.getResource())) {
                entities.put(selector, s.getSubject().getURI());
            }
        }
    }

    /** The statements that tie an entity to a place where it is written of or seen. */
    static List<Statement> denoting(Model graph) {
        return graph.listStatements(null, Terms.DENOTED_BY, (RDFNode) null)
                .filterKeep(s -> s.getObject().isResource())
                .toList();
    }

    /** SHA-256 of a video or picture of the item. */
    Optional<String> sha256(Resource medium) {
        return Optional.ofNullable(media.get(medium));
    }

    ItemView.Evidence read(Resource node) {
        OptionalInt start = OptionalInt.empty();
        OptionalInt end = OptionalInt.empty();
        Optional<String> exact = Optional.empty();
        Optional<String> entity = Optional.empty();
        Optional<ItemView.Spoken> spoken = Optional.empty();
        for (Resource selector : selectors(node)) {
            if (selector.hasProperty(Terms.START)) {
                start = Cells.whole(selector, Terms.START);
                end = Cells.whole(selector, Terms.END);
            }
            exact = exact.or(() -> Cells.text(selector, Terms.EXACT));
            entity = entity.or(() -> Optional.ofNullable(entities.get(selector)));
            spoken = spoken.or(() -> spoken(selector));
        }
        boolean text = start.isPresent();
        return new ItemView.Evidence(
                node.toString(),
                text ? "text" : "frame",
                Cells.number(node, Terms.WEIGHT).orElse(0),
                start,
                end,
                exact,
                Cells.resource(node, Terms.HAS_SOURCE).map(media::get),
                Cells.whole(node, Terms.FRAME),
                Cells.number(node, Terms.TIME),
                pixels(node, text, Terms.X),
                pixels(node, text, Terms.Y),
                pixels(node, text, Terms.WIDTH),
                pixels(node, text, Terms.HEIGHT),
                Cells.text(node, Terms.TEXT),
                entity,
                spoken);
    }

    private Optional<ItemView.Spoken> spoken(Resource selector) {
        return Cells.resource(selector, Terms.SPOKEN_IN)
                .map(media::get)
                .map(video -> new ItemView.Spoken(
                        video,
                        Cells.number(selector, Terms.SPOKEN_FROM).orElse(0),
                        Cells.number(selector, Terms.SPOKEN_UNTIL).orElse(0)));
    }

    private static OptionalDouble pixels(Resource node, boolean text, Property property) {
        return text
                ? OptionalDouble.empty()
                : OptionalDouble.of(Cells.number(node, property).orElse(0));
    }

    private static List<Resource> selectors(Resource node) {
        return node.listProperties(Terms.HAS_SELECTOR)
                .filterKeep(s -> s.getObject().isResource())
                .mapWith(Statement::getResource)
                .toList();
    }
}
