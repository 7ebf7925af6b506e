package org.newsreel.api.cli;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.ResultSetMgr;
import org.newsreel.kg.federation.AllowedHosts;
import org.newsreel.kg.federation.Federation;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsreel query}: one SPARQL 1.1 query on the store, without the service. */
@Command(
        name = "query",
        description = "Ask the store one SPARQL query; the service need not run.",
        footer = {
            "",
            "The prefixes nr: schema: prov: oa: gaf: rdf: rdfs: owl: xsd: dcterms: need no PREFIX line.",
            "",
            "Example:  newsreel query 'SELECT ?who ?what { ?p nr:memberOf ?o . ?p rdfs:label ?who . ?o rdfs:label ?what }'"
        })
final class QueryCommand implements Callable<Integer> {
    /** The forms in which results can be printed. */
    enum Results {
        TABLE,
        JSON,
        CSV,
        TSV,
        XML
    }

    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Parameters(paramLabel = "SPARQL", description = "The query: SELECT, ASK, CONSTRUCT or DESCRIBE.")
    private String sparql;

    @Option(
            names = "--results",
            defaultValue = "TABLE",
            paramLabel = "table|json|csv|tsv|xml",
            description =
                    "The form of the results (default: table). Graphs are printed as Turtle, JSON-LD (json) or RDF/XML (xml).")
    private Results results;

    @Option(
            names = "--federate",
            paramLabel = "ENDPOINT",
            description =
                    "Ask this SPARQL endpoint as well, as if its facts were in the store; may be repeated. Its host must"
                            + " be in NEWSREEL_FEDERATION_HOSTS (host or host:port, with commas), and so must hosts of SERVICE.")
    private List<URI> endpoints = List.of();

    @Override
    public Integer call() {
        Query query = parse(sparql);
        Federation federation = new Federation(AllowedHosts.of(System.getenv(AllowedHosts.VARIABLE)));
        try (KnowledgeStore opened = store.openExisting()) {
            Dataset dataset = opened.dataset();
            dataset.begin(ReadWrite.READ);
            try (QueryExecution execution = QueryExecution.dataset(federation.with(dataset, endpoints))
                    .query(query)
                    .build()) {
                federation.guard(execution.getContext());
                print(execution, query, System.out);
            } catch (IllegalArgumentException e) {
                throw CommandFailure.wrongCall(e.getMessage() + ".");
            } catch (IllegalStateException | QueryException e) {
                throw CommandFailure.someFailed(Newsreel.sentence(e) + ".", e);
            } finally {
                dataset.end();
            }
        }
        return ExitCode.DONE;
    }

    static Query parse(String sparql) {
        Query query = new Query();
        Prefixes.ALL.forEach(query::setPrefix);
        try {
            return QueryFactory.parse(query, sparql, null, org.apache.jena.query.Syntax.syntaxARQ);
        } catch (QueryParseException e) {
            String reason = e.getMessage().lines().findFirst().orElse("syntax error");
            throw CommandFailure.wrongCall(
                    "the query can't be parsed at line " + e.getLine() + ", column " + e.getColumn() + ": " + reason);
        } catch (QueryException e) {
            throw CommandFailure.wrongCall("the query can't be parsed: " + Newsreel.sentence(e));
        }
    }

    private void print(QueryExecution execution, Query query, PrintStream out) {
        if (query.isSelectType()) {
            printRows(execution.execSelect(), query, out);
        } else if (query.isAskType()) {
            printAnswer(execution.execAsk(), out);
        } else if (query.isConstructQuad()) {
            RDFDataMgr.write(out, execution.execConstructDataset(), results == Results.JSON ? Lang.JSONLD : Lang.TRIG);
        } else {
            RDFFormat format =
                    switch (results) {
                        case JSON -> RDFFormat.JSONLD;
                        case XML -> RDFFormat.RDFXML_PRETTY;
                        case TABLE, CSV, TSV -> RDFFormat.TURTLE_PRETTY;
                    };
            var model = query.isDescribeType() ? execution.execDescribe() : execution.execConstruct();
            model.setNsPrefixes(query.getPrefixMapping());
            RDFDataMgr.write(out, model, format);
        }
        out.flush();
    }

    private void printRows(ResultSet rows, Query query, PrintStream out) {
        switch (results) {
            case TABLE -> ResultSetFormatter.out(out, rows, query.getPrefixMapping());
            case JSON -> ResultSetFormatter.outputAsJSON(out, rows);
            case CSV -> ResultSetMgr.write(out, rows, Lang.CSV);
            case TSV -> ResultSetMgr.write(out, rows, Lang.TSV);
            case XML -> ResultSetFormatter.outputAsXML(out, rows);
        }
    }

    private void printAnswer(boolean answer, PrintStream out) {
        switch (results) {
            case TABLE -> out.println(answer ? "yes" : "no");
            case JSON -> ResultSetFormatter.outputAsJSON(out, answer);
            case CSV -> ResultSetFormatter.output(out, answer, Lang.CSV);
            case TSV -> ResultSetFormatter.output(out, answer, Lang.TSV);
            case XML -> ResultSetFormatter.outputAsXML(out, answer);
        }
    }
}
