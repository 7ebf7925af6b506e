package org.newsreel.kg.push;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a push goes.
 *
 * @param endpoint as the user wrote it; names the target in the log
 * @param update address that takes SPARQL 1.1 Update
 * @param graph named graph there that takes the merged facts; empty for its default graph
 * @param user for HTTP basic authentication
 * @param password of the user
 * @param token for {@code Authorization: Bearer}
 */
public record PushTarget(
        URI endpoint,
        URI update,
        Optional<URI> graph,
        Optional<String> user,
        Optional<String> password,
        Optional<String> token) {
    /** RDF4J Server and GraphDB take queries at the repository and updates one step below. */
    private static final Pattern RDF4J = Pattern.compile("(.*/repositories/[^/]+)/?");

    /**
     * A target without credentials, whose update address follows from its endpoint: one step below for RDF4J and GraphDB,
     * the same for others.
     *
     * @throws IllegalArgumentException when the address is no HTTP address
     */
    public static PushTarget of(String endpoint) {
        URI address = http(endpoint);
        var rdf4j = RDF4J.matcher(address.toString());
        URI update = rdf4j.matches() ? URI.create(rdf4j.group(1) + "/statements") : address;
        return new PushTarget(address, update, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The address that a text is.
     *
     * @throws IllegalArgumentException in one sentence, when it is no absolute {@code http:} or {@code https:} address
     */
    public static URI http(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null
                    && ("http".equalsIgnoreCase(address.getScheme())
                            || "https".equalsIgnoreCase(address.getScheme()))) {
                return address;
            }
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(text + " is no address (" + e.getReason() + ")", e);
        }
        throw new IllegalArgumentException(text + " is no address: give one such as http://host/repositories/news");
    }

    /** The same with credentials; {@code null} leaves one out. */
    public PushTarget with(String user, String password, String token) {
        return new PushTarget(
                endpoint,
                update,
                graph,
                Optional.ofNullable(user),
                Optional.ofNullable(password),
                Optional.ofNullable(token));
    }

    /** The same with another update address; {@code null} keeps it. */
    public PushTarget withUpdate(String address) {
        return address == null ? this : new PushTarget(endpoint, http(address), graph, user, password, token);
    }

    /** The same with a graph for the facts; {@code null} keeps it. */
    public PushTarget withGraph(URI name) {
        return name == null ? this : new PushTarget(endpoint, update, Optional.of(name), user, password, token);
    }
}
