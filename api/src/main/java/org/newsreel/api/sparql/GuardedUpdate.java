package org.newsreel.api.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_Update;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.modify.UsingList;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.newsreel.kg.federation.HostNotAllowed;

/**
 * SPARQL update, all of a request in one transaction: done whole or not at all. {@code LOAD} never reads files, and other
 * hosts only as far as the allow-list goes; what it loads is fetched before the transaction begins, which would keep
 * other writers waiting.
 */
final class GuardedUpdate extends SPARQL_Update {
    /** Where the request notes that it holds an update, for the audit. */
    static final String ATTRIBUTE = GuardedUpdate.class.getName();

    private static final String BASE = Fuseki.BaseParserSPARQL;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "update-clock");
        thread.setDaemon(true);
        return thread;
    });

    private final Loads loads;
    private final Duration longest;

    GuardedUpdate(Loads loads, Duration longest) {
        this.loads = loads;
        this.longest = longest;
    }

    @Override
    protected void execute(HttpAction action, InputStream input) {
        HttpServletRequest request = action.getRequest();
        request.setAttribute(ATTRIBUTE, Boolean.TRUE);
        UpdateRequest asked = fetched(parsed(request, text(input)));
        boolean done = false;
        action.beginWrite();
        try {
            execute(UpdateExec.newBuilder()
                    .update(asked)
                    .dataset(action.getActiveDSG())
                    .build());
            action.commit();
            done = true;
        } catch (HostNotAllowed e) {
            ServletOps.errorForbidden(e.getMessage() + ".");
        } catch (UpdateException e) {
            ServletOps.errorOccurred(e.getMessage());
        } catch (QueryExceptionHTTP e) {
            ServletOps.error(SparqlErrors.BAD_GATEWAY, SparqlErrors.unanswered(e));
        } finally {
            if (!done) {
                action.abortSilent();
            }
            action.endWrite();
        }
    }

    /** Jena's own time limit ends the second operation with a WHERE of any request at once, so this keeps the time. */
    private void execute(UpdateExec update) {
        ScheduledFuture<?> alarm = CLOCK.schedule(update::abort, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            update.execute();
        } finally {
            alarm.cancel(false);
        }
    }

    private static byte[] text(InputStream input) {
        try {
            return input.readAllBytes();
        } catch (IOException e) {
            ServletOps.errorBadRequest("The update could not be read to its end.");
            throw new IllegalStateException("an error ends the action");
        }
    }

    private static UpdateRequest parsed(HttpServletRequest request, byte[] text) {
        UsingList using = using(request);
        UpdateRequest asked = parse(new UsingList(), text);
        boolean named = !using.getUsing().isEmpty() || !using.getUsingNamed().isEmpty();
        if (!named) {
            return asked;
        }
        for (Update operation : asked.getOperations()) {
            if (operation instanceof UpdateModify modify && namesDataset(modify)) {
                ServletOps.errorBadRequest("The update names its graphs with USING or WITH, so the request can't"
                        + " name them with using-graph-uri or using-named-graph-uri as well.");
            }
        }
        return parse(using, text);
    }

    private UpdateRequest fetched(UpdateRequest asked) {
        if (asked.getOperations().stream().noneMatch(UpdateLoad.class::isInstance)) {
            return asked;
        }
        UpdateRequest inserted = new UpdateRequest();
        inserted.setPrefixMapping(asked.getPrefixMapping());
        for (Update operation : asked.getOperations()) {
            Optional<Update> as = operation instanceof UpdateLoad load ? loads.inserted(load) : Optional.of(operation);
            as.ifPresent(inserted::add);
        }
        return inserted;
    }

    private static boolean namesDataset(UpdateModify modify) {
        return modify.getWithIRI() != null
                || !modify.getUsing().isEmpty()
                || !modify.getUsingNamed().isEmpty();
    }

    private static UsingList using(HttpServletRequest request) {
        UsingList using = new UsingList();
        String[] graphs = request.getParameterValues("using-graph-uri");
        String[] named = request.getParameterValues("using-named-graph-uri");
        for (String graph : graphs == null ? new String[0] : graphs) {
            using.addUsing(NodeFactory.createURI(iri(graph)));
        }
        for (String graph : named == null ? new String[0] : named) {
            using.addUsingNamed(NodeFactory.createURI(iri(graph)));
        }
        return using;
    }

    private static String iri(String text) {
        try {
            return IRIx.create(text).str();
        } catch (IRIException e) {
            ServletOps.errorBadRequest("using-graph-uri and using-named-graph-uri must be IRIs.");
            throw new IllegalStateException("an error ends the action");
        }
    }

    private static UpdateRequest parse(UsingList using, byte[] text) {
        try {
            return UpdateFactory.read(using, new ByteArrayInputStream(text), BASE, Syntax.syntaxSPARQL_12);
        } catch (QueryException e) {
            ServletOps.errorBadRequest(String.valueOf(e.getMessage()));
        } catch (UpdateException e) {
            ServletOps.errorBadRequest("The update is not valid: " + e.getMessage());
        }
        throw new IllegalStateException("an error ends the action");
    }
}
