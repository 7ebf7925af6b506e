package org.newsreel.kg.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsreel.kg.merge.MergedGraphs;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.vocab.Gaf;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Schema;

/** One check of a store, in one read transaction; memory holds one item graph and the facts of the default graph. */
final class Verification {
    private final DatasetGraph graphs;
    private final ItemGraphs items;
    private final MediaArchive archive;
    private final MergedGraphs merged;
    private final Map<String, Integer> problems = new LinkedHashMap<>();
    private final Map<String, String> mediaItems = new HashMap<>();
    private long statements;
    private long evidence;

    Verification(DatasetGraph graphs, ItemGraphs items, MediaArchive archive, MergedGraphs merged) {
        this.merged = merged;
        this.graphs = graphs;
        this.items = items;
        this.archive = archive;
    }

    VerifyReport run() throws IOException {
        Set<Triple> stated = new HashSet<>();
        Map<String, Integer> versions = new HashMap<>();
        List<Node> names = items.names();
        for (Node name : names) {
            Graph graph = copy(name);
            String item = first(graph, Node.ANY, Nr.ITEM_ID, name.getURI());
            if (versions.merge(item, 1, Integer::sum) > 1) {
                problem("item " + item + " has more than one version");
            }
            for (String violation : ItemShapes.violations(graph)) {
                problem("item " + item + " breaks a shape: " + violation);
            }
            Map<Node, Triple> said = items.statements(name);
            said.forEach(
                    (statement, fact) -> merged.reading(name, statement, fact).ifPresent(stated::add));
            facts(item, graph, new HashSet<>(said.values()));
            quotes(item, graph);
            media(item, graph);
            statements += count(graph, Rdf.STATEMENT);
            evidence += count(graph, Oa.SPECIFIC_RESOURCE);
        }
        defaultGraph(stated);
        merged.faults().forEach(this::problem);
        List<String> notes = archive();
        List<String> sentences = new ArrayList<>();
        problems.forEach(
                (sentence, count) -> sentences.add(count == 1 ? sentence : sentence + " (" + count + " times)"));
        return new VerifyReport(names.size(), statements, evidence, mediaItems.size(), sentences, notes);
    }

    /** The default graph is exactly what the statements come to. */
    private void defaultGraph(Set<Triple> stated) {
        Set<Triple> merged = new HashSet<>();
        graphs.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> merged.add(quad.asTriple()));
        for (Triple fact : stated) {
            if (!merged.remove(fact)) {
                problem("a fact that an item states is missing from the default graph: " + said(fact));
            }
        }
        for (Triple fact : merged) {
            problem("a fact in the default graph is stated by no item: " + said(fact));
        }
    }

    /** Whatever an item's graph says of an entity is stated and so has evidence. */
    private void facts(String item, Graph graph, Set<Triple> stated) {
        Set<Node> entities = new HashSet<>();
        stated.forEach(fact -> entities.add(fact.getSubject()));
        Node denotedBy = NodeFactory.createURI(Gaf.DENOTED_BY);
        for (Node entity : entities) {
            graph.find(entity, Node.ANY, Node.ANY).forEachRemaining(triple -> {
                if (!triple.getPredicate().equals(denotedBy) && !stated.contains(triple)) {
                    problem("item " + item + " has a fact without a statement: " + said(triple));
                }
            });
        }
    }

    /** Every quote is what the text has at its code points, and so are the words around it. */
    private void quotes(String item, Graph graph) {
        Map<String, CodePoints> texts = new HashMap<>();
        find(graph, Node.ANY, Rdf.TYPE, NodeFactory.createURI(Nr.ARTICLE_TEXT))
                .forEach(text -> texts.put(
                        text.getSubject().getURI(), new CodePoints(first(graph, text.getSubject(), Nr.TEXT, ""))));
        for (Triple link : find(graph, Node.ANY, Oa.HAS_SOURCE, Node.ANY)) {
            CodePoints text = texts.get(link.getObject().toString());
            if (text != null) {
                for (Triple selector : find(graph, link.getSubject(), Oa.HAS_SELECTOR, Node.ANY)) {
                    quote(item, graph, selector.getObject(), text);
                }
            }
        }
    }

    private void quote(String item, Graph graph, Node selector, CodePoints text) {
        String quoted = first(graph, selector, Oa.EXACT, "");
        String before = first(graph, selector, Oa.PREFIX, "");
        String after = first(graph, selector, Oa.SUFFIX, "");
        try {
            int start = Integer.parseInt(first(graph, selector, Oa.START, ""));
            int end = Integer.parseInt(first(graph, selector, Oa.END, ""));
            boolean holds = text.slice(start, end).equals(quoted)
                    && text.slice(start - points(before), start).equals(before)
                    && text.slice(end, end + points(after)).equals(after);
            if (!holds) {
                problem("item " + item + " has a quote that its text does not have at [" + start + ", " + end + ")");
            }
        } catch (IllegalArgumentException e) {
            problem("item " + item + " has a quote outside its text: " + e.getMessage());
        }
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    private void media(String item, Graph graph) {
        for (Triple triple : find(graph, Node.ANY, Schema.SHA256, Node.ANY)) {
            mediaItems.putIfAbsent(triple.getObject().getLiteralLexicalForm(), item);
        }
        for (Triple triple : find(graph, Node.ANY, Rdf.VALUE, Node.ANY)) {
            Fragments.fault(graph, triple.getSubject()).ifPresent(fault -> problem("item " + item + " has " + fault));
        }
    }

    private List<String> archive() throws IOException {
        int absent = 0;
        for (Map.Entry<String, String> medium : mediaItems.entrySet()) {
            String sha256 = medium.getKey();
            if (archive.find(sha256).isEmpty()) {
                if (archive.wasKept(sha256)) {
                    problem("media file " + sha256 + " of item " + medium.getValue()
                            + " is missing from the store: ingest the item again");
                }
                absent++;
            } else if (!archive.isIntact(sha256)) {
                problem("media file " + sha256 + " of item " + medium.getValue()
                        + " has changed in the store: delete it and ingest the item again");
            }
        }
        List<String> notes = new ArrayList<>();
        if (absent > 0) {
            notes.add(
                    absent + " of " + mediaItems.size() + " media files are not in this store, so their frames can't be"
                            + " shown; ingest brings them, build does not");
        }
        return notes;
    }

    private Graph copy(Node name) {
        Graph graph = GraphFactory.createDefaultGraph();
        Iterator<Quad> quads = graphs.findNG(name, Node.ANY, Node.ANY, Node.ANY);
        quads.forEachRemaining(quad -> graph.add(quad.asTriple()));
        return graph;
    }

    private static long count(Graph graph, String type) {
        return find(graph, Node.ANY, Rdf.TYPE, NodeFactory.createURI(type)).size();
    }

    static String first(Graph graph, Node subject, String predicate, String otherwise) {
        return find(graph, subject, predicate, Node.ANY).stream()
                .map(triple -> triple.getObject().isLiteral()
                        ? triple.getObject().getLiteralLexicalForm()
                        : triple.getObject().toString())
                .findFirst()
                .orElse(otherwise);
    }

    static List<Triple> find(Graph graph, Node subject, String predicate, Node object) {
        return graph.find(subject, NodeFactory.createURI(predicate), object).toList();
    }

    private void problem(String sentence) {
        problems.merge(sentence, 1, Integer::sum);
    }

    private static String said(Triple fact) {
        return fact.getSubject() + " " + fact.getPredicate() + " " + fact.getObject();
    }
}
