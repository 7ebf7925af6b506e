package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Rdf;

/** Anybody with a key may write fragment selectors over SPARQL; {@code verify} must say what is wrong with them. */
class FragmentsFuzzTest {
    private static final Node SELECTOR = NodeFactory.createURI("urn:selector");
    private static final Node EVIDENCE = NodeFactory.createURI("urn:evidence");
    private static final Node MEDIUM = NodeFactory.createURI("urn:medium");

    @FuzzTest
    void readsAFragmentOrSaysThatItCannotBeRead(FuzzedDataProvider data) {
        Graph graph = GraphFactory.createDefaultGraph();
        String time = data.consumeString(12);
        add(graph, EVIDENCE, Oa.HAS_SELECTOR, SELECTOR);
        add(graph, EVIDENCE, Oa.HAS_SOURCE, MEDIUM);
        for (String number : new String[] {Nr.X, Nr.Y, Nr.WIDTH, Nr.HEIGHT}) {
            add(graph, EVIDENCE, number, NodeFactory.createLiteralString("1"));
        }
        add(graph, EVIDENCE, Nr.TIME, NodeFactory.createLiteralString(time));
        add(graph, SELECTOR, Rdf.VALUE, NodeFactory.createLiteralString(data.consumeRemainingAsString()));

        assertThat(Fragments.fault(graph, SELECTOR).orElse("none")).isNotBlank();
    }

    private static void add(Graph graph, Node subject, String predicate, Node object) {
        graph.add(Triple.create(subject, NodeFactory.createURI(predicate), object));
    }
}
