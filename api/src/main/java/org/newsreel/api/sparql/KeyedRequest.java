package org.newsreel.api.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Tells Fuseki's access policies whether the request brought the API key. */
final class KeyedRequest extends HttpServletRequestWrapper {
    private static final String KEY_HOLDER = "key-holder";

    private final boolean known;

    KeyedRequest(HttpServletRequest request, boolean known) {
        super(request);
        this.known = known;
    }

    @Override
    public String getRemoteUser() {
        return known ? KEY_HOLDER : null;
    }

    /** The number that {@link Connections} gave the request's connection; negative when it has none. */
    static long connection(HttpServletRequest request) {
        String number = request.getHeader(Connections.HEADER);
        return number == null ? -1 : Long.parseLong(number);
    }
}
