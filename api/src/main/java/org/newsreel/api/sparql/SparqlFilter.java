package org.newsreel.api.sparql;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.newsreel.api.service.ApiKey;

/** Hands requests to Fuseki's processors, and says their errors as problem details. */
@WebFilter(
        urlPatterns = {FusekiMount.SPARQL, FusekiMount.GRAPH_STORE},
        asyncSupported = true)
public class SparqlFilter extends FusekiFilter {
    // Filters are made before the configuration can be read, so what depends on it is looked up at the first request.
    @Inject
    Instance<FusekiMount> fuseki;

    @Inject
    Instance<ApiKey> keys;

    private FilterConfig filter;
    private volatile ApiKey key;

    @Override
    public void init(FilterConfig config) {
        filter = config;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (key == null) {
            // Doing this twice at once does no harm.
            fuseki.get().register(filter.getServletContext());
            key = keys.get();
        }
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (ServiceDescription.isAskedFor(asked)) {
            ServiceDescription.answer(asked, answer, key.configured());
            return;
        }
        boolean known = key.allows(asked.getHeader("Authorization"), asked.getHeader("X-API-Key"));
        try (ProblemResponse problems = new ProblemResponse(answer, key)) {
            super.doFilter(new KeyedRequest(asked, known), problems, chain);
        }
    }
}
