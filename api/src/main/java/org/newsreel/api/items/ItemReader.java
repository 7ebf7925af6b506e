package org.newsreel.api.items;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.EntityClasses;

/** Reads one item from its named graph. For use inside one read transaction. */
final class ItemReader {
    private final Dataset dataset;

    ItemReader(Dataset dataset) {
        this.dataset = dataset;
    }

    /** The item with this id, when the store has it. */
    Optional<ItemView> read(String id) {
        Resource wanted = dataset.getDefaultModel().createResource(Iris.item(id));
        return graphOf(wanted).map(graph -> {
            // A page asks for every triple of the graph, many of them more than once: one scan into memory is faster.
            Model triples = ModelFactory.createDefaultModel().add(dataset.getNamedModel(graph));
            return view(triples.createResource(wanted.getURI()), graph);
        });
    }

    private Optional<String> graphOf(Resource item) {
        var found = dataset.asDatasetGraph().findNG(Node.ANY, item.asNode(), Terms.ITEM_ID.asNode(), Node.ANY);
        return found.hasNext() ? Optional.of(found.next()).map(Quad::getGraph).map(Node::getURI) : Optional.empty();
    }

    private static ItemView view(Resource item, String graph) {
        Map<Resource, ItemView.Media> media = media(item);
        Map<Resource, String> hashes = new LinkedHashMap<>();
        media.forEach((node, m) -> hashes.put(node, m.sha256()));
        EvidenceReader evidence = new EvidenceReader(item.getModel(), hashes);
        List<ItemView.Mention> mentions = new ArrayList<>();
        List<ItemView.Region> regions = new ArrayList<>();
        for (Statement denoting : EvidenceReader.denoting(item.getModel())) {
            ItemView.Evidence e = evidence.read(denoting.getResource());
            String entity = denoting.getSubject().getURI();
            if (e.start().isPresent() && e.end().isPresent()) {
                mentions.add(new ItemView.Mention(
                        e.id(),
                        e.start().getAsInt(),
                        e.end().getAsInt(),
                        e.exact().orElse(""),
                        entity,
                        e.spoken()));
            } else if (e.media().isPresent()) {
                regions.add(region(e, Optional.empty(), Optional.of(entity)));
            }
        }
        for (Statement shows : item.getModel()
                .listStatements(null, Terms.SHOWS, (RDFNode) null)
                .toList()) {
            ItemView.Evidence e = evidence.read(shows.getSubject());
            if (e.media().isPresent()) {
                regions.add(region(
                        e, EntityClasses.typeOf(shows.getResource().getURI()).map(Enum::name), Optional.empty()));
            }
        }
        mentions.sort(Comparator.comparingInt(ItemView.Mention::start)
                .thenComparing(ItemView.Mention::end, Comparator.reverseOrder())
                .thenComparing(ItemView.Mention::id));
        regions.sort(Comparator.comparing((ItemView.Region r) -> r.media())
                .thenComparing(r -> r.t().orElse(0))
                .thenComparing(ItemView.Region::id));
        StatementReader statements = new StatementReader(item.getModel(), evidence);
        return new ItemView(
                Cells.text(item, Terms.ITEM_ID).orElse(item.getURI()),
                item.getURI(),
                graph,
                Cells.text(item.getModel().createResource(graph), Terms.VERSION),
                Cells.text(item, Terms.HEADLINE),
                Cells.text(item, Terms.IN_LANGUAGE).orElse("und"),
                Cells.text(item, Terms.PUBLISHED),
                Cells.text(item, Terms.CREDIT),
                Cells.text(item, Terms.URL),
                text(item),
                List.copyOf(media.values()),
                statements.entities(mentions, regions),
                mentions,
                regions,
                statements.read(),
                statements.activities());
    }

    private static ItemView.Region region(ItemView.Evidence e, Optional<String> type, Optional<String> entity) {
        return new ItemView.Region(
                e.id(),
                e.media().orElseThrow(),
                e.frame(),
                e.t(),
                e.x().orElse(0),
                e.y().orElse(0),
                e.width().orElse(0),
                e.height().orElse(0),
                type,
                e.caption(),
                entity);
    }

    /** The article's text; empty for an item of pictures alone. */
    static String text(Resource item) {
        return item
                .listProperties(Terms.ARTICLE_TEXT)
                .filterKeep(s -> s.getObject().isResource())
                .mapWith(Statement::getResource)
                .toList()
                .stream()
                .flatMap(part -> Cells.text(part, Terms.TEXT).stream())
                .findFirst()
                .orElse("");
    }

    /** The item's videos, then its pictures, by file name. */
    static Map<Resource, ItemView.Media> media(Resource item) {
        Map<Resource, ItemView.Media> media = new LinkedHashMap<>();
        addMedia(item, Terms.VIDEO, "video", media);
        addMedia(item, Terms.IMAGE, "image", media);
        return media;
    }

    private static void addMedia(Resource item, Property property, String kind, Map<Resource, ItemView.Media> media) {
        String id = Cells.text(item, Terms.ITEM_ID).orElse("");
        item
                .listProperties(property)
                .mapWith(Statement::getObject)
                .filterKeep(RDFNode::isURIResource)
                .mapWith(RDFNode::asResource)
                .mapWith(node -> Map.entry(node, medium(node, kind, id)))
                .toList()
                .stream()
                .sorted(Comparator.comparing((Map.Entry<Resource, ItemView.Media> e) ->
                                e.getValue().name())
                        .thenComparing(e -> e.getValue().sha256()))
                .forEach(e -> media.put(e.getKey(), e.getValue()));
    }

    private static ItemView.Media medium(Resource node, String kind, String id) {
        String sha256 = Cells.text(node, Terms.SHA256).orElse("");
        return new ItemView.Media(
                node.getURI(),
                kind,
                sha256,
                Cells.text(node, Terms.FILE).orElse(""),
                "media/" + sha256,
                Cells.whole(node, Terms.WIDTH).orElse(0),
                Cells.whole(node, Terms.HEIGHT).orElse(0),
                Cells.text(node, Terms.FRAME_RATE),
                Cells.number(node, Terms.DURATION),
                node.hasProperty(Terms.SUBTITLES)
                        ? Optional.of(
                                "media/" + sha256 + "/subtitles?item=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        : Optional.empty());
    }
}
