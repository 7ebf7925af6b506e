package org.newsreel.api.items;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsreel.kg.identity.Iris;

/** Lists items. For use inside one read transaction. */
final class ItemLister {
    /** How much of the text is shown in a list, in code points. */
    private static final int SNIPPET = 240;

    private final Dataset dataset;

    ItemLister(Dataset dataset) {
        this.dataset = dataset;
    }

    /** An item in its graph, with what the list is sorted by. */
    private record Entry(Resource item, String graph, String published, String id) {}

    /** The items with these ids, in this order; empty when one is not there (any more). */
    Optional<List<ItemList.Summary>> summaries(List<String> ids) {
        List<ItemList.Summary> summaries = new ArrayList<>();
        for (String id : ids) {
            Optional<Entry> entry = entry(id);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            summaries.add(summary(entry.get()));
        }
        return Optional.of(summaries);
    }

    private Optional<Entry> entry(String id) {
        var found = dataset.asDatasetGraph()
                .findNG(Node.ANY, NodeFactory.createURI(Iris.item(id)), RDF.type.asNode(), Terms.NEWS_ARTICLE.asNode());
        while (found.hasNext()) {
            Quad quad = found.next();
            if (Iris.isVersion(quad.getGraph().getURI())) {
                Resource item = dataset.getNamedModel(quad.getGraph().getURI())
                        .createResource(quad.getSubject().getURI());
                return Optional.of(new Entry(item, quad.getGraph().getURI(), "", id));
            }
        }
        return Optional.empty();
    }

    /** The page that begins with item {@code offset} among those whose headline, source or text holds the words: reads all. */
    ItemList list(int offset, int limit, Optional<String> words) {
        List<Entry> entries = new ArrayList<>();
        dataset.asDatasetGraph()
                .findNG(Node.ANY, Node.ANY, RDF.type.asNode(), Terms.NEWS_ARTICLE.asNode())
                .forEachRemaining((Quad quad) -> {
                    String graph = quad.getGraph().getURI();
                    Resource item = dataset.getNamedModel(graph)
                            .createResource(quad.getSubject().getURI());
                    if (words.isEmpty() || holds(item, words.get())) {
                        entries.add(new Entry(
                                item, graph, Cells.text(item, Terms.PUBLISHED).orElse(""), id(item)));
                    }
                });
        entries.sort(Comparator.comparing(Entry::published).reversed().thenComparing(Entry::id));
        List<ItemList.Summary> page = entries.stream()
                .skip(offset)
                .limit(limit)
                .map(ItemLister::summary)
                .toList();
        return new ItemList(entries.size(), offset, limit, page);
    }

    private static String id(Resource item) {
        return Cells.text(item, Terms.ITEM_ID).orElse(item.getURI());
    }

    private static boolean holds(Resource item, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(Terms.HEADLINE, Terms.CREDIT, Terms.ITEM_ID)
                                .flatMap(p -> Cells.text(item, p).stream()),
                        Stream.of(ItemReader.text(item)))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** A fact whose object is a literal, like what day a time means, is no relation. */
    private static boolean isEntity(Statement object) {
        return object != null && object.getObject().isResource();
    }

    private static ItemList.Summary summary(Entry entry) {
        Resource item = entry.item();
        int entities = 0;
        int relations = 0;
        for (Statement s : item.getModel()
                .listStatements(null, RDF.predicate, (RDFNode) null)
                .toList()) {
            if (s.getObject().equals(RDF.type)) {
                entities++;
            } else if (!s.getObject().equals(RDFS.label)
                    && isEntity(s.getSubject().getProperty(RDF.object))) {
                relations++;
            }
        }
        List<ItemView.Media> media = List.copyOf(ItemReader.media(item).values());
        int videos = (int) media.stream().filter(m -> m.kind().equals("video")).count();
        return new ItemList.Summary(
                entry.id(),
                item.getURI(),
                entry.graph(),
                Cells.text(item, Terms.HEADLINE),
                Cells.text(item, Terms.IN_LANGUAGE).orElse("und"),
                Cells.text(item, Terms.PUBLISHED),
                Cells.text(item, Terms.CREDIT),
                videos,
                media.size() - videos,
                relations,
                entities,
                beginning(ItemReader.text(item)),
                thumbnail(item.getModel(), media));
    }

    private static String beginning(String text) {
        int length = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.min(SNIPPET, length)));
    }

    /** The first moment of the first video at which something is seen, else its first second; else a picture. */
    private static Optional<ItemList.Thumbnail> thumbnail(Model graph, List<ItemView.Media> media) {
        return media.stream().findFirst().map(first -> {
            if (first.duration().isEmpty()) {
                return new ItemList.Thumbnail(first.sha256(), OptionalDouble.empty(), OptionalDouble.empty());
            }
            double duration = first.duration().getAsDouble();
            double seen =
                    graph
                            .listSubjectsWithProperty(Terms.HAS_SOURCE, graph.createResource(first.iri()))
                            .toList()
                            .stream()
                            .flatMapToDouble(e -> Cells.number(e, Terms.TIME).stream())
                            .min()
                            .orElse(Math.min(1, duration / 2));
            return new ItemList.Thumbnail(first.sha256(), OptionalDouble.of(seen), first.duration());
        });
    }
}
