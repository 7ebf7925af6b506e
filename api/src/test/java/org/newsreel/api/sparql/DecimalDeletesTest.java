package org.newsreel.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimals, of which TDB2 alone would keep some for ever. */
class DecimalDeletesTest {
    private static final String DATA =
            """
            PREFIX : <urn:x:> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> INSERT DATA {
              :s :p "456"^^xsd:decimal, 456.0, 1.50, 3, "x" .
              GRAPH :g { :s :p "456"^^xsd:decimal, "-7"^^xsd:decimal, "0"^^xsd:decimal, 2.50, "0.00"^^xsd:decimal } }""";

    private final DatasetGraph tdb = DatabaseMgr.createDatasetGraph();
    private final DatasetGraph graphs = new DecimalDeletes(tdb);

    @BeforeEach
    void fill() {
        update(graphs, DATA);
    }

    private static void update(DatasetGraph dataset, String text) {
        dataset.begin(ReadWrite.WRITE);
        try {
            UpdateExec.dataset(dataset).update(text).execute();
            dataset.commit();
        } finally {
            dataset.end();
        }
    }

    private long left() {
        return Txn.calculateRead(tdb, () -> tdb.stream().count());
    }

    @Test
    void tdbAloneKeepsThem() {
        // When this fails, TDB2 has been mended and DecimalDeletes can go.
        update(tdb, "CLEAR ALL");
        assertThat(left()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLEAR ALL",
                "DROP ALL",
                "CLEAR DEFAULT ; CLEAR GRAPH <urn:x:g>",
                "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o } ; DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
                "DELETE WHERE { ?s ?p ?o } ; DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
                "DROP NAMED ; DROP DEFAULT"
            })
    void nothingIsLeft(String update) {
        update(graphs, update);
        assertThat(left()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"456", "456.0", "456.00", "0456", "+456"})
    void eitherFormDeletesTheNumberAndNoOther(String form) {
        update(
                graphs,
                "DELETE DATA { <urn:x:s> <urn:x:p> \"" + form + "\"^^<http://www.w3.org/2001/XMLSchema#decimal> }");
        // 1.50, 3 and "x" here, five numbers in the graph.
        assertThat(left()).isEqualTo(8);
    }

    @Test
    void whatElseIsThereIsDeletedAsEver() {
        update(graphs, "DELETE DATA { <urn:x:s> <urn:x:p> 1.5 , 3 , \"x\" }");
        update(graphs, "DELETE DATA { <urn:x:s> <urn:x:p> 4.5 }");
        assertThat(left()).isEqualTo(7);
    }

    @Test
    void oneGraphCanBeReplaced() {
        graphs.begin(ReadWrite.WRITE);
        graphs.removeGraph(org.apache.jena.graph.NodeFactory.createURI("urn:x:g"));
        graphs.commit();
        graphs.end();
        assertThat(Txn.calculateRead(tdb, () -> tdb.listGraphNodes().hasNext())).isFalse();
        assertThat(left()).isEqualTo(5);
    }
}
