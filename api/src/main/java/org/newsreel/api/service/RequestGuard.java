package org.newsreel.api.service;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.newsreel.api.keys.Scope;

/**
 * Looks at each request before anything of its body is read: whether its key allows what it asks for, and whether it is
 * too large. SPARQL updates and the Graph Store look at the key themselves, because there the body says what is asked.
 */
@ApplicationScoped
class RequestGuard {
    /** Under this the caller's {@link KeyHolder} stands in the routing context. */
    static final String HOLDER = KeyHolder.class.getName();

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int FIRST = 10;

    private static final int SECOND = 1;

    private static final long WATCH_MILLIS = 50;

    private final ServiceConfig config;
    private final Instance<ApiKey> keys;

    @Inject
    RequestGuard(ServiceConfig config, Instance<ApiKey> keys) {
        this.config = config;
        this.keys = keys;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::limit, SECOND);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Scope> needed = needed(context.normalizedPath(), request.method());
        if (needed.isPresent()) {
            ApiKey known = keys.get();
            Optional<KeyHolder> holder =
                    known.holder(request.getHeader("Authorization"), request.getHeader("X-API-Key"));
            if (holder.filter(h -> h.scope().includes(needed.get())).isEmpty()) {
                answer(context, known.refusal(holder, needed.get()));
                return;
            }
            context.put(HOLDER, holder.get());
        }
        long most = most(context);
        if (length(request) > most) {
            answer(context, Problem.tooLarge(most));
            return;
        }
        context.next();
    }

    /** A body of unknown length is watched while it comes; who reads it knows no limit of its path. */
    private void limit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.getHeader("Transfer-Encoding") != null) {
            long most = most(context);
            long timer = context.vertx().setPeriodic(WATCH_MILLIS, id -> {
                if (request.bytesRead() > most) {
                    context.vertx().cancelTimer(id);
                    cut(context, most);
                }
            });
            context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    private static void cut(RoutingContext context, long most) {
        if (context.response().headWritten()) {
            context.request().connection().close();
        } else {
            answer(context, Problem.tooLarge(most));
        }
    }

    /** The scope that a request needs; empty when anybody may, or when the resource itself looks at the key. */
    private Optional<Scope> needed(String path, HttpMethod method) {
        boolean reading = READING.contains(method);
        if (isUnder(path, "/api") && !reading) {
            return Optional.of(Scope.INGEST);
        }
        boolean content = isUnder(path, "/api")
                || isUnder(path, "/media")
                || isUnder(path, "/sparql")
                || isUnder(path, "/rdf-graph-store")
                || isUnder(path, "/reconcile");
        return content && !config.openReading() && method != HttpMethod.OPTIONS
                ? Optional.of(Scope.READ)
                : Optional.empty();
    }

    private static boolean isUnder(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private long most(RoutingContext context) {
        return isUpload(context)
                ? config.upload().maxBytes().asLongValue()
                : config.maxBodySize().asLongValue();
    }

    private static boolean isUpload(RoutingContext context) {
        return context.request().method() == HttpMethod.POST
                && context.normalizedPath().matches("/api/items/?");
    }

    private static long length(HttpServerRequest request) {
        try {
            String length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** The body, which is not read, would else be taken for the connection's next request. */
    private static void answer(RoutingContext context, Problem problem) {
        if (length(context.request()) > 0 || context.request().getHeader("Transfer-Encoding") != null) {
            context.response().putHeader("Connection", "close");
        }
        if (problem.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"newsreel\"");
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.TYPE)
                .end(problem.json());
    }
}
