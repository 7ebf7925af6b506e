package org.newsreel.api.sparql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_Update;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.modify.UsingList;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/** Fuseki's update, without {@code LOAD}: it would fetch from other hosts and read files of this one. */
final class GuardedUpdate extends SPARQL_Update {
    private static final String BASE = "http://newsreel.invalid/";

    @Override
    protected void execute(HttpAction action, InputStream input) {
        byte[] text;
        try {
            text = input.readAllBytes();
        } catch (IOException e) {
            ServletOps.errorBadRequest("The update could not be read to its end.");
            return;
        }
        boolean named = action.getRequestParameter("using-graph-uri") != null
                || action.getRequestParameter("using-named-graph-uri") != null;
        for (Update operation : parse(text).getOperations()) {
            if (operation instanceof UpdateLoad) {
                ServletOps.errorForbidden("LOAD is switched off here: send the data with INSERT DATA instead.");
            }
            if (named && operation instanceof UpdateModify modify && namesDataset(modify)) {
                ServletOps.errorBadRequest("The update names its graphs with USING or WITH, so the request can't"
                        + " name them with using-graph-uri or using-named-graph-uri as well.");
            }
        }
        super.execute(action, new ByteArrayInputStream(text));
    }

    private static boolean namesDataset(UpdateModify modify) {
        return modify.getWithIRI() != null
                || !modify.getUsing().isEmpty()
                || !modify.getUsingNamed().isEmpty();
    }

    private static UpdateRequest parse(byte[] text) {
        try {
            return UpdateFactory.read(new UsingList(), new ByteArrayInputStream(text), BASE, Syntax.syntaxSPARQL_12);
        } catch (QueryException e) {
            ServletOps.errorBadRequest(String.valueOf(e.getMessage()));
        } catch (UpdateException e) {
            ServletOps.errorBadRequest("The update is not valid: " + e.getMessage());
        }
        throw new IllegalStateException("an error ends the action");
    }
}
