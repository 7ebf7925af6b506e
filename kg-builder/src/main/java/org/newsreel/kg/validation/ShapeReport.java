package org.newsreel.kg.validation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.DcTerms;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Prefixes;
import org.newsreel.ontology.vocab.Rdf;

/**
 * Every item graph of a dataset held against the shapes, as sentences and as an RDF graph in SHACL's terms (SHACL, 3.6).
 * A result says beside the standard terms in which graph it was found ({@code dcterms:isPartOf}), and the words and
 * frames that the node at fault rests on ({@code oa:exact}, {@code rdf:value}). The same dataset gives the same report.
 *
 * @param checked how many item graphs were held against the shapes
 * @param faults sorted by item, then by node
 */
public record ShapeReport(int checked, List<Fault> faults) {
    private static final Node REPORT = NodeFactory.createURI(Iris.BASE + "shape-report");

    public ShapeReport {
        faults = List.copyOf(faults);
    }

    /** Checks a dataset; memory holds one item's graph and the faults. Needs a transaction around it. */
    public static ShapeReport of(DatasetGraph graphs) {
        List<Fault> faults = new ArrayList<>();
        int checked = 0;
        List<Node> names = new ArrayList<>();
        graphs.listGraphNodes().forEachRemaining(names::add);
        for (Node name : names) {
            if (name.isURI() && Iris.isVersion(name.getURI())) {
                checked++;
                Graph graph = GraphFactory.createDefaultGraph();
                graphs.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> graph.add(quad.asTriple()));
                ItemShapes.entries(graph).forEach(entry -> faults.add(fault(name, graph, entry)));
            }
        }
        return new ShapeReport(
                checked,
                faults.stream()
                        .distinct()
                        .sorted(Comparator.comparing(
                                        (Fault fault) -> fault.item().orElse(""))
                                .thenComparing(Fault::focus)
                                .thenComparing(Fault::message)
                                .thenComparing(fault -> fault.value().orElse("")))
                        .toList());
    }

    private static Fault fault(Node name, Graph graph, ReportEntry entry) {
        Grounds grounds = new Grounds(graph, entry.focusNode());
        Optional<String> item = graph
                .find(Node.ANY, NodeFactory.createURI(Nr.ITEM_ID), Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .sorted()
                .findFirst();
        Node source = entry.source();
        return new Fault(
                name.getURI(),
                item,
                entry.focusNode().toString(),
                Optional.ofNullable(entry.resultPath()).map(Object::toString),
                Optional.ofNullable(entry.value()).map(Node::toString),
                Optional.ofNullable(source).filter(Node::isURI).map(Node::getURI),
                entry.message() == null ? "a shape is broken" : entry.message(),
                grounds.quote(),
                grounds.frame());
    }

    public boolean conforms() {
        return faults.isEmpty();
    }

    /** The report as a graph without blank nodes. */
    public Graph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        put(graph, REPORT, Rdf.TYPE, SHACL.ValidationReport);
        put(
                graph,
                REPORT,
                SHACL.conforms.getURI(),
                NodeFactory.createLiteralDT(Boolean.toString(conforms()), XSDDatatype.XSDboolean));
        for (Fault fault : faults) {
            Node result = NodeFactory.createURI(Iris.part(
                    "fault",
                    fault.graph(),
                    fault.focus(),
                    fault.message(),
                    fault.value().orElse("")));
            put(graph, REPORT, SHACL.result.getURI(), result);
            put(graph, result, Rdf.TYPE, SHACL.ValidationResult);
            put(graph, result, SHACL.focusNode.getURI(), term(fault.focus()));
            put(graph, result, SHACL.resultSeverity.getURI(), SHACL.Violation);
            put(graph, result, SHACL.resultMessage.getURI(), NodeFactory.createLiteralString(fault.message()));
            put(graph, result, DcTerms.NS + "isPartOf", NodeFactory.createURI(fault.graph()));
            put(graph, result, DcTerms.NS + "description", NodeFactory.createLiteralString(fault.sentence()));
            fault.item().ifPresent(id -> put(graph, result, Nr.ITEM_ID, NodeFactory.createLiteralString(id)));
            fault.value().ifPresent(value -> put(graph, result, SHACL.value.getURI(), term(value)));
            fault.shape().ifPresent(s -> put(graph, result, SHACL.sourceShape.getURI(), NodeFactory.createURI(s)));
            fault.quote().ifPresent(words -> put(graph, result, Oa.EXACT, NodeFactory.createLiteralString(words)));
            fault.frame().ifPresent(place -> put(graph, result, Rdf.VALUE, NodeFactory.createLiteralString(place)));
        }
        return graph;
    }

    /** Writes the graph as Turtle. */
    public void write(OutputStream out) throws IOException {
        Graph graph = graph();
        Prefixes.ALL.forEach(graph.getPrefixMapping()::setNsPrefix);
        graph.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
        RDFWriter.source(graph).lang(Lang.TURTLE).output(out);
        out.flush();
    }

    private static Node term(String said) {
        return said.startsWith("http://") || said.startsWith("https://") || said.startsWith("urn:")
                ? NodeFactory.createURI(said)
                : NodeFactory.createLiteralString(said);
    }

    private static void put(Graph graph, Node subject, String property, Node object) {
        graph.add(Triple.create(subject, NodeFactory.createURI(property), object));
    }
}
