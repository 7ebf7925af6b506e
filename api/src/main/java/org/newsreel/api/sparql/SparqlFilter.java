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
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.newsreel.api.service.ApiKey;
import org.newsreel.api.service.Problem;
import org.newsreel.api.service.ServiceConfig;
import org.newsreel.api.service.StoreGate;

/** Hands requests to Fuseki's processors, and says their errors as problem details. */
@WebFilter(
        urlPatterns = {FusekiMount.SPARQL, FusekiMount.GRAPH_STORE, FusekiMount.GRAPH_STORE + "/*"},
        asyncSupported = true)
public class SparqlFilter extends FusekiFilter {
    // Filters are made before the configuration can be read, so what depends on it is looked up at the first request.
    @Inject
    Instance<FusekiMount> fuseki;

    @Inject
    Instance<ApiKey> keys;

    @Inject
    Instance<RunningQueries> running;

    @Inject
    Instance<Connections> connections;

    @Inject
    Instance<StoreGate> gate;

    @Inject
    Instance<ServiceConfig> config;

    @Inject
    Instance<SparqlRecord> record;

    private FilterConfig filter;
    private volatile boolean mounted;

    @Override
    public void init(FilterConfig config) {
        filter = config;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!mounted) {
            // Doing this twice at once does no harm.
            fuseki.get().register(filter.getServletContext());
            mounted = true;
        }
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!gate.get().enter()) {
            write(answer, StoreGate.closedProblem());
            return;
        }
        try {
            inside(asked, answer, chain);
        } finally {
            gate.get().leave();
            connections.get().done(KeyedRequest.connection(asked));
        }
    }

    private void inside(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        ApiKey key = keys.get();
        if (ServiceDescription.isAskedFor(asked)) {
            ServiceDescription.answer(asked, answer, key.configured());
            return;
        }
        if (KeyedRequest.packedUnknown(asked)) {
            write(answer, Problem.of(415, "The body can be packed with gzip once, or not at all: send it so."));
            return;
        }
        RunningQueries queries = running.get();
        long begun = System.nanoTime();
        if (!entered(queries)) {
            write(answer, Problem.of(503, "Too many queries are being answered: ask again in a moment."));
            record.get().turnedAway();
            return;
        }
        try {
            answer(asked, answer, key, chain);
        } finally {
            queries.leave();
            record.get().ended(asked, answer.getStatus(), System.nanoTime() - begun);
        }
    }

    private static boolean entered(RunningQueries queries) {
        try {
            return queries.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void answer(HttpServletRequest asked, HttpServletResponse answer, ApiKey key, FilterChain chain)
            throws IOException, ServletException {
        boolean known = key.allows(asked.getHeader("Authorization"), asked.getHeader("X-API-Key"));
        Optional<GraphAddress> address = GraphAddress.of(asked);
        HttpServletRequest named = address.<HttpServletRequest>map(a -> new NamedGraphRequest(asked, a.graph()))
                .orElse(asked);
        ProblemResponse problems = new ProblemResponse(answer, key);
        long most = config.get().maxBodySize().asLongValue();
        address.filter(GraphAddress::made).ifPresent(a -> problems.makes(a.graph()));
        try (problems) {
            super.doFilter(new KeyedRequest(named, known, most), problems, chain);
            if (asked.getAttribute(UnpackedBody.PROBLEM) instanceof Problem body) {
                problems.instead(body);
            }
            if (asked.getAttribute(LimitedQuery.ATTRIBUTE) instanceof RunningQuery query) {
                query.ended().ifPresent(problems::ended);
            }
        } finally {
            if (asked.getAttribute(LimitedQuery.ATTRIBUTE) instanceof RunningQuery query) {
                running.get().done(query);
            }
        }
        if (problems.broken()) {
            // The client must not take what it has for the whole result.
            connections.get().cut(KeyedRequest.connection(asked));
        }
    }

    private static void write(HttpServletResponse answer, Problem problem) throws IOException {
        byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
        problem.retryAfter().ifPresent(seconds -> answer.setHeader("Retry-After", seconds));
        answer.setStatus(problem.status());
        answer.setContentType(Problem.TYPE);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }
}
