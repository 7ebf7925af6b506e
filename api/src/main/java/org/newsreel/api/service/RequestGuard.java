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

    private static final String RESTORE = "/api/restore";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int FIRST = 10;

    private static final int SECOND = 1;

    private static final long WATCH_MILLIS = 50;

    private static final long LINGER_MILLIS = 1000;

    private final ServiceConfig config;
    private final Instance<ApiKey> keys;
    private final Instance<OwnHosts> hosts;
    private final Audit audit;

    @Inject
    RequestGuard(ServiceConfig config, Instance<ApiKey> keys, Instance<OwnHosts> hosts, Audit audit) {
        this.config = config;
        this.keys = keys;
        this.hosts = hosts;
        this.audit = audit;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::limit, SECOND);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        if (path == null) {
            answer(context, Problem.of(400, "The path can't be read: percent-encode it as UTF-8."));
            return;
        }
        if (!hosts.get().answersTo(request.authority())) {
            answer(
                    context,
                    Problem.of(
                            421,
                            "This service does not answer to that Host: call it by its own address, or add the name to"
                                    + " NEWSREEL_HOSTS."));
            return;
        }
        Optional<Scope> needed = needed(path, request.method());
        if (needed.isPresent()) {
            ApiKey known = keys.get();
            Optional<KeyHolder> holder =
                    known.holder(request.getHeader("Authorization"), request.getHeader("X-API-Key"));
            boolean changes = isUnder(path, "/api") && !READING.contains(request.method());
            if (changes) {
                context.addEndHandler(ended -> record(context, holder));
            }
            if (holder.filter(h -> h.scope().includes(needed.get())).isEmpty()) {
                answer(context, known.refusal(holder, needed.get()));
                return;
            }
            context.put(HOLDER, holder.get());
        }
        String packed = request.getHeader("Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity") && !isSparql(path)) {
            answer(context, Problem.of(415, "The body can't be unpacked here: send it without Content-Encoding."));
            return;
        }
        long most = most(context);
        if (length(request) > most) {
            answer(context, Problem.tooLarge(most));
            return;
        }
        context.next();
    }

    private void record(RoutingContext context, Optional<KeyHolder> holder) {
        HttpServerRequest request = context.request();
        audit.record(
                holder,
                "api",
                request.method().name(),
                context.normalizedPath(),
                context.response().getStatusCode(),
                String.valueOf(context.<String>get(RequestIds.FIELD)));
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
        if (isUnder(path, "/api/backup") || isUnder(path, RESTORE)) {
            return Optional.of(Scope.ADMIN);
        }
        if (isUnder(path, "/api") && !reading) {
            return Optional.of(Scope.INGEST);
        }
        boolean content = isUnder(path, "/api")
                || isUnder(path, "/media")
                || isSparql(path)
                || isUnder(path, "/reconcile")
                || isUnder(path, "/q/metrics");
        return content && !config.openReading() && method != HttpMethod.OPTIONS
                ? Optional.of(Scope.READ)
                : Optional.empty();
    }

    private static boolean isSparql(String path) {
        return isUnder(path, "/sparql") || isUnder(path, "/rdf-graph-store");
    }

    static boolean isUnder(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private long most(RoutingContext context) {
        if (context.normalizedPath().equals(RESTORE)) {
            // As much as the disk has room for, which is looked at while it comes.
            return Long.MAX_VALUE;
        }
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
    static void answer(RoutingContext context, Problem problem) {
        if (length(context.request()) > 0 || context.request().getHeader("Transfer-Encoding") != null) {
            context.response().putHeader("Connection", "close");
            // Once the client had the time to read the answer, nobody waits for the rest of what it sends.
            context.addEndHandler(ended -> context.vertx()
                    .setTimer(
                            LINGER_MILLIS, id -> context.request().connection().close()));
        }
        if (problem.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"newsreel\"");
        }
        problem.retryAfter().ifPresent(seconds -> context.response().putHeader("Retry-After", seconds));
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.TYPE)
                .end(problem.json());
    }
}
