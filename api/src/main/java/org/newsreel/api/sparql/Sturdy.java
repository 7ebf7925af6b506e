package org.newsreel.api.sparql;

import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.shared.OperationDeniedException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of Fuseki's operations, of which a text that nests too deeply for its parser is the sender's mistake. */
final class Sturdy implements ActionProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(Sturdy.class);

    private final ActionProcessor operation;

    Sturdy(ActionProcessor operation) {
        this.operation = operation;
    }

    @Override
    public void process(HttpAction action) {
        try {
            operation.process(action);
        } catch (StackOverflowError e) {
            ServletOps.errorBadRequest("The text nests too deeply to be read: make it flatter.");
        } catch (ActionErrorException
                | QueryCancelledException
                | QueryDeniedException
                | OperationDeniedException
                | HttpException
                | QueryExceptionHTTP e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A request failed", e);
            throw e;
        }
    }
}
