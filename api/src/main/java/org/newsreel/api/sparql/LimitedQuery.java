package org.newsreel.api.sparql;

import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.rowset.RowSetWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.newsreel.kg.federation.HostNotAllowed;

/**
 * Fuseki's query, known to {@link RunningQueries} while it runs, with no more rows than allowed, and in SPARQL as the W3C
 * has it: Jena's own extensions of the syntax are refused, so that a query that works here works elsewhere.
 */
final class LimitedQuery extends SPARQL_QueryDataset {
    /** Where the request keeps its {@link RunningQuery}. */
    static final String ATTRIBUTE = RunningQuery.class.getName();

    private static final String BASE = Fuseki.BaseParserSPARQL;

    private final RunningQueries queries;
    private final long maxRows;

    LimitedQuery(RunningQueries queries, long maxRows) {
        this.queries = queries;
        this.maxRows = maxRows;
    }

    @Override
    protected void execute(String text, HttpAction action) {
        if (action.getRequestParameter("update") != null) {
            ServletOps.errorBadRequest("The request has a query and an update: send one at a time.");
        }
        Query query = parsed(text);
        Formats.requireOne(action.getRequest());
        action.beginRead();
        try {
            Pair<DatasetGraph, Query> chosen = decideDataset(action, query, text);
            try (QueryExec execution = createQueryExec(action, chosen.getRight(), chosen.getLeft())) {
                RunningQuery running =
                        queries.begin(text, KeyedRequest.connection(action.getRequest()), execution::abort);
                action.getRequest().setAttribute(ATTRIBUTE, running);
                sendResults(action, executeQuery(action, execution, query, text), query.getPrologue());
            }
        } catch (QueryCancelledException e) {
            action.abortSilent();
            throw e;
        } catch (HostNotAllowed e) {
            ServletOps.errorForbidden(e.getMessage() + ".");
        } catch (QueryExceptionHTTP e) {
            ServletOps.error(SparqlErrors.BAD_GATEWAY, SparqlErrors.unanswered(e));
        } finally {
            action.endRead();
        }
    }

    private static Query parsed(String text) {
        if (text.isBlank()) {
            ServletOps.errorBadRequest("The query is empty.");
        }
        try {
            return QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_12);
        } catch (QueryParseException e) {
            ServletOps.errorBadRequest(SPARQLProtocol.messageForParseException(e));
        } catch (QueryException e) {
            ServletOps.errorBadRequest(String.valueOf(e.getMessage()));
        }
        throw new IllegalStateException("an error ends the action");
    }

    @Override
    protected QueryExecResult executeQuery(HttpAction action, QueryExec execution, Query asked, String log) {
        QueryExecResult result = super.executeQuery(action, execution, asked, log);
        RunningQuery running = (RunningQuery) action.getRequest().getAttribute(ATTRIBUTE);
        return result.isRowSet() ? new QueryExecResult(new Counted(result.rowSet(), running, maxRows)) : result;
    }

    /** Ends where the limit is. */
    private static final class Counted extends RowSetWrapper {
        private final RunningQuery running;
        private final long most;

        Counted(RowSet rows, RunningQuery running, long most) {
            super(rows);
            this.running = running;
            this.most = most;
        }

        @Override
        public Binding next() {
            if (running.rows() >= most) {
                running.end(RunningQuery.End.ROWS);
                throw new QueryCancelledException();
            }
            running.row();
            return super.next();
        }
    }
}
