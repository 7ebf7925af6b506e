package org.newsreel.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is evaluated faster than Jena does it gives what Jena gives. */
class EvaluationTest {
    private final DatasetGraph graphs = DatabaseMgr.createDatasetGraph();
    private RewriteFactory before;

    @BeforeEach
    void fill() {
        before = ARQ.getContext().get(ARQConstants.sysOptimizerFactory);
        graphs.begin(ReadWrite.WRITE);
        UpdateExec.dataset(graphs)
                .update(
                        """
                        PREFIX : <urn:x:> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        INSERT DATA {
                          :a :v 1.5e0 ; :kind :k ; :w 1 . :b :v -2.5e0 ; :kind :k . :c :v 0e0 ; :kind :l ; :w 2 .
                          :d :v -0e0 ; :kind :l . :e :v 3 ; :kind "3"^^xsd:decimal . :f :v 3.0 ; :kind 3.0 .
                          :g :v "NaN"^^xsd:double ; :kind :m . :h :v "INF"^^xsd:double ; :kind :m .
                          :i :v "-INF"^^xsd:double ; :kind "x"@en . :j :v "2.5"^^xsd:float ; :kind "x" .
                          :k :v "text" ; :kind "x"@de . :l :v true . :m :v 1.0000000000000001e0 ; :kind :k .
                          :n :v 3e0 ; :kind :k . :o :v "1e400"^^xsd:double ; :kind :k . :p :v "no"^^xsd:double .
                          GRAPH :g1 { :a :v 7e0 ; :kind :k } GRAPH :g2 { :a :v 8e0 ; :kind :k ; :w 5 }
                        }""")
                .execute();
        graphs.commit();
        graphs.end();
    }

    @AfterEach
    void restore() {
        ARQ.getContext().set(ARQConstants.sysOptimizerFactory, before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?s { ?s :v ?v FILTER(?v > 1) }",
                "SELECT ?s { ?s :v ?v FILTER(?v >= 3.0) }",
                "SELECT ?s { ?s :v ?v FILTER(?v < 0) }",
                "SELECT ?s { ?s :v ?v FILTER(?v <= 0) }",
                "SELECT ?s { ?s :v ?v FILTER(?v <= 0e0) }",
                "SELECT ?s { ?s :v ?v FILTER(0 < ?v) }",
                "SELECT ?s { ?s :v ?v FILTER(1.5 >= ?v) }",
                "SELECT ?s { ?s :v ?v FILTER(?v > \"NaN\"^^<http://www.w3.org/2001/XMLSchema#double>) }",
                "SELECT ?s { ?s :v ?v FILTER(?v < \"INF\"^^<http://www.w3.org/2001/XMLSchema#double>) }",
                "SELECT ?s { ?s :v ?v FILTER(?v > \"1\") }",
                "SELECT ?s ?w { ?s :v ?v OPTIONAL { ?s :w ?w FILTER(?v > 1 && ?w < 2) } }",
                "SELECT ?s (?v > 1 AS ?more) { ?s :v ?v }",
                "SELECT ?s { ?s :v ?v FILTER(!(?v > 1)) }",
                "SELECT ?s { ?s :v ?v FILTER(?none > 1) }",
                "SELECT ?g { GRAPH ?g { ?s :v ?v FILTER(?v > 7) } }",
                "SELECT ?s { ?s :v ?v BIND(?v AS ?x) FILTER(?x > 1) }",
                "SELECT ?k (COUNT(*) AS ?n) { ?s :kind ?k } GROUP BY ?k",
                "SELECT ?k (COUNT(?w) AS ?n) (COUNT(*) AS ?m) { ?s :kind ?k OPTIONAL { ?s :w ?w } } GROUP BY ?k",
                "SELECT ?w (COUNT(*) AS ?n) { ?s :v ?v OPTIONAL { ?s :w ?w } } GROUP BY ?w",
                "SELECT ?w ?k (COUNT(*) AS ?n) { ?s :kind ?k OPTIONAL { ?s :w ?w } } GROUP BY ?k ?w",
                "SELECT ?k (COUNT(*) AS ?n) { { ?s :kind ?k } UNION { BIND(:k AS ?k) } UNION { VALUES ?k { 3.0 :new } } }"
                        + " GROUP BY ?k",
                "SELECT ?g ?k (COUNT(*) AS ?n) { GRAPH ?g { ?s :kind ?k } } GROUP BY ?g ?k HAVING(?n > 0)",
                "SELECT ?k (COUNT(?none) AS ?n) { ?s :kind ?k } GROUP BY ?k",
                "SELECT (COUNT(*) AS ?n) { ?s :kind ?k }",
                "SELECT (COUNT(?w) AS ?n) (COUNT(*) AS ?m) { ?s :kind ?k OPTIONAL { ?s :w ?w } }",
                "SELECT (COUNT(*) AS ?n) { ?s :nothing ?k }",
                "SELECT ?k (COUNT(*) AS ?n) { ?s :nothing ?k } GROUP BY ?k",
                "SELECT ?k (COUNT(DISTINCT ?s) AS ?n) (SUM(?v) AS ?t) { ?s :kind ?k ; :v ?v } GROUP BY ?k",
                "SELECT (STR(?k) AS ?t) (COUNT(*) AS ?n) { ?s :kind ?k } GROUP BY ?k",
                "SELECT ?t (COUNT(*) AS ?n) { ?s :kind ?k } GROUP BY (STR(?k) AS ?t)",
                "SELECT ?k { ?s :kind ?k } GROUP BY ?k",
                "SELECT ?n (COUNT(*) AS ?m) { SELECT ?k (COUNT(*) AS ?n) { ?s :kind ?k } GROUP BY ?k } GROUP BY ?n"
            })
    void theRowsAreJenas(String query) {
        ARQ.getContext().set(ARQConstants.sysOptimizerFactory, Optimize.stdOptimizationFactory);
        List<String> usual = rows(query, OpExecutorTDB2.OpExecFactoryTDB);
        ARQ.getContext().set(ARQConstants.sysOptimizerFactory, Optimize.stdOptimizationFactory);
        InlineComparisons.everywhere();
        assertThat(rows(query, CountingExecutor.FACTORY)).isEqualTo(usual);
    }

    @Test
    void aCountCanBeCancelled() {
        Context context = new Context();
        QC.setFactory(context, CountingExecutor.FACTORY);
        graphs.begin(ReadWrite.READ);
        try (QueryExec exec = QueryExec.dataset(graphs)
                .query(
                        "SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p } GROUP BY ?a")
                .context(context)
                .timeout(200)
                .build()) {
            RowSet rows = exec.select();
            org.assertj.core.api.Assertions.assertThatThrownBy(rows::hasNext)
                    .isInstanceOf(org.apache.jena.query.QueryCancelledException.class);
        } finally {
            graphs.end();
        }
    }

    private List<String> rows(String query, OpExecutorFactory factory) {
        Context context = new Context();
        QC.setFactory(context, factory);
        graphs.begin(ReadWrite.READ);
        try (QueryExec exec = QueryExec.dataset(graphs)
                .query("PREFIX : <urn:x:> " + query)
                .context(context)
                .build()) {
            RowSet found = exec.select();
            List<String> rows = new ArrayList<>();
            while (found.hasNext()) {
                var row = found.next();
                rows.add(found.getResultVars().stream()
                        .map(v -> v + "=" + row.get(v))
                        .toList()
                        .toString());
            }
            rows.sort(null);
            return rows;
        } finally {
            graphs.end();
        }
    }
}
