package org.newsreel.api.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;

/**
 * Which graph a graph store request is about when its query string does not say.
 *
 * @param graph its IRI
 * @param made whether the graph is made by this request
 */
record GraphAddress(String graph, boolean made) {
    /**
     * The request's own address when it lies below the graph store's (direct identification, section 4.1), or a new one
     * for triples that are posted to the graph store itself (section 5.5); empty when the query string has the say.
     */
    static Optional<GraphAddress> of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String store = FusekiMount.GRAPH_STORE;
        if (path.startsWith(store + "/") && path.length() > store.length() + 1) {
            return Optional.of(new GraphAddress(request.getRequestURL().toString(), false));
        }
        if (path.equals(store)
                && request.getMethod().equals("POST")
                && request.getQueryString() == null
                && holdsTriples(request.getContentType())) {
            return Optional.of(new GraphAddress(request.getRequestURL() + "/" + UUID.randomUUID(), true));
        }
        return Optional.empty();
    }

    private static boolean holdsTriples(String contentType) {
        if (contentType == null) {
            return false;
        }
        ContentType type = ContentType.create(contentType);
        Lang language = type == null ? null : RDFLanguages.contentTypeToLang(type);
        return language != null && RDFLanguages.isTriples(language) && !RDFLanguages.isQuads(language);
    }
}
