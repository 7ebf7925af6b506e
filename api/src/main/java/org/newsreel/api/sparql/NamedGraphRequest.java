package org.newsreel.api.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** A graph store request as if it had named a graph in its query string (SPARQL 1.1 Graph Store Protocol, section 4.2). */
final class NamedGraphRequest extends HttpServletRequestWrapper {
    private static final String GRAPH = "graph";

    private final String graph;

    NamedGraphRequest(HttpServletRequest request, String graph) {
        super(request);
        this.graph = graph;
    }

    @Override
    public String getRequestURI() {
        return FusekiMount.GRAPH_STORE;
    }

    @Override
    public String getQueryString() {
        return GRAPH + "=" + URLEncoder.encode(graph, StandardCharsets.UTF_8);
    }

    @Override
    public String getParameter(String name) {
        return name.equals(GRAPH) ? graph : null;
    }

    @Override
    public String[] getParameterValues(String name) {
        return name.equals(GRAPH) ? new String[] {graph} : null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(Collections.singleton(GRAPH));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of(GRAPH, new String[] {graph});
    }
}
