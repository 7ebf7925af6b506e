package org.newsreel.api.sparql;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Optional;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.QuadDataAcc;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.update.Update;
import org.newsreel.kg.federation.HostNotAllowed;

/** {@code LOAD} (SPARQL 1.1 Update, section 3.1.4) as the insertion of what an allowed host sent. Thread safe. */
final class Loads {
    private static final String ACCEPT = "text/turtle, application/n-triples;q=0.9, application/ld+json;q=0.8,"
            + " application/rdf+xml;q=0.7, application/trig;q=0.5, application/n-quads;q=0.5";

    private final RemoteDocuments documents;

    Loads(RemoteDocuments documents) {
        this.documents = documents;
    }

    /** The insertion, or nothing for a {@code LOAD SILENT} that fails. A host that is not allowed is never passed over. */
    Optional<Update> inserted(UpdateLoad load) {
        if (documents.hosts().isEmpty()) {
            ServletOps.errorForbidden("LOAD is switched off here: send the data with INSERT DATA instead.");
        }
        URI address = address(load.getSource());
        try {
            return Optional.of(insertion(documents.fetch(address, ACCEPT), address, load.getDest()));
        } catch (HostNotAllowed e) {
            ServletOps.errorForbidden(e.getMessage() + ".");
        } catch (RemoteDocuments.NotFetched e) {
            fail(load, e.getMessage());
        } catch (RiotException e) {
            fail(load, address + " can't be read as RDF: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static void fail(UpdateLoad load, String sentence) {
        if (!load.getSilent()) {
            ServletOps.error(SparqlErrors.BAD_GATEWAY, sentence);
        }
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            ServletOps.errorBadRequest("LOAD needs the address of a document.");
            throw new IllegalStateException("an error ends the action");
        }
    }

    private static Update insertion(RemoteDocuments.Fetched fetched, URI address, Node graph) {
        Lang named = RDFLanguages.contentTypeToLang(
                fetched.type().replaceFirst(";.*", "").strip());
        DatasetGraph read = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(fetched.bytes()))
                .base(address.toString())
                .forceLang(named == null ? RDFLanguages.filenameToLang(address.getPath(), Lang.TURTLE) : named)
                .parse(read);
        QuadDataAcc quads = new QuadDataAcc();
        read.find().forEachRemaining(quad -> quads.addQuad(graph == null ? quad : into(graph, quad)));
        return new UpdateDataInsert(quads);
    }

    private static Quad into(Node graph, Quad quad) {
        if (!quad.isDefaultGraph()) {
            throw new RiotException("it has named graphs of its own, which can't be loaded into one graph");
        }
        return Quad.create(graph, quad.asTriple());
    }
}
