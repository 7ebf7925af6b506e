package org.newsreel.api.sparql;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections behind requests for SPARQL, which servlets can't see: a client that goes away ends its query, and a
 * result that breaks off in the middle breaks its connection, so that it never looks complete. Thread safe.
 */
@Singleton
class Connections {
    /** Names a request's connection; set here, never taken from the client. */
    static final String HEADER = "X-Newsreel-Connection";

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int EARLY = 1000;
    private static final int SECONDS = 5;

    /** RFC 9113, section 7: without an error code, a stream that is reset looks complete to some clients. */
    private static final long INTERNAL_ERROR = 2;

    private final Map<Long, RoutingContext> open = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    void watch(@Observes Filters filters) {
        filters.register(this::number, EARLY);
    }

    private void number(RoutingContext request) {
        request.request().headers().remove(HEADER);
        String path = request.normalizedPath();
        if (path.equals(FusekiMount.SPARQL) || path.startsWith(FusekiMount.GRAPH_STORE)) {
            long number = numbers.incrementAndGet();
            request.request().headers().set(HEADER, Long.toString(number));
            open.put(number, request);
            request.addEndHandler(nothing -> open.remove(number));
        }
        request.next();
    }

    /** The request is answered. Its end handler does not say so, because the servlet container puts its own in the place. */
    void done(long number) {
        open.remove(number);
    }

    /**
     * Whether the client of a connection has gone away. To be asked now and then: the handlers that would tell belong to
     * the servlet container.
     */
    boolean gone(long number) {
        return number >= 0 && !open.containsKey(number);
    }

    /** Breaks a connection off, without the end that a complete answer has. */
    void cut(long number) {
        RoutingContext request = open.get(number);
        if (request != null) {
            if (request.request().version() == HttpVersion.HTTP_2) {
                request.response().reset(INTERNAL_ERROR);
            } else {
                closed(request.request().connection());
            }
        }
    }

    /** Waits for the end, because the container would complete the answer in the meantime. */
    private static void closed(HttpConnection connection) {
        try {
            connection.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A connection could not be broken off: {}", e.toString());
        }
    }
}
