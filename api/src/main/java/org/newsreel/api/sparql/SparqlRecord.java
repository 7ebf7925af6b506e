package org.newsreel.api.sparql;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.newsreel.api.service.ApiKey;
import org.newsreel.api.service.Audit;

/** What is kept of SPARQL and graph store requests: times and outcomes as metrics, and every attempt to write. */
@Singleton
class SparqlRecord {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    private final MeterRegistry meters;
    private final Audit audit;
    private final ApiKey keys;

    @Inject
    SparqlRecord(MeterRegistry meters, Audit audit, ApiKey keys, RunningQueries queries) {
        this.meters = meters;
        this.audit = audit;
        this.keys = keys;
        Gauge.builder("newsreel.sparql.running", queries, q -> q.list().size())
                .description("SPARQL queries that are being answered")
                .register(meters);
    }

    /** No place was free for a request. */
    void turnedAway() {
        timer("any", "turned_away").record(Duration.ZERO);
    }

    /** A request was answered. */
    void ended(HttpServletRequest request, int status, long nanos) {
        boolean store = request.getRequestURI().startsWith(FusekiMount.GRAPH_STORE);
        boolean writes = request.getAttribute(GuardedUpdate.ATTRIBUTE) != null
                || store && !READING.contains(request.getMethod());
        String operation = store ? (writes ? "graph_write" : "graph_read") : writes ? "update" : "query";
        timer(operation, outcome(request, status)).record(Duration.ofNanos(nanos));
        if (writes || status == 401 || status == 403) {
            audit.record(
                    keys.holder(request.getHeader("Authorization"), request.getHeader("X-API-Key")),
                    operation,
                    request.getMethod(),
                    request.getRequestURI(),
                    status);
        }
    }

    private static String outcome(HttpServletRequest request, int status) {
        if (request.getAttribute(LimitedQuery.ATTRIBUTE) instanceof RunningQuery query
                && query.ended().isPresent()) {
            return query.ended().get().name().toLowerCase(Locale.ROOT);
        }
        return status < 400 ? "ok" : status < 500 ? "refused" : "failed";
    }

    private Timer timer(String operation, String outcome) {
        return Timer.builder("newsreel.sparql")
                .description("SPARQL and graph store requests")
                .tag("operation", operation)
                .tag("outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }
}
