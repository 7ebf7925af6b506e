package org.newsreel.api.service;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id, or takes the sender's {@code X-Request-Id}: it comes back with the answer and stands in every
 * log line and in the audit.
 */
@Singleton
class RequestIds {
    static final String HEADER = "X-Request-Id";
    /** Under this it stands in the log's context and in the routing context. */
    static final String FIELD = "requestId";

    private static final int BEFORE_ALL_ELSE = 2000;
    /** What can't break a log line or a header. */
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(this::name, BEFORE_ALL_ELSE);
    }

    private void name(RoutingContext context) {
        String sent = context.request().getHeader(HEADER);
        String id = sent != null && SOUND.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        context.put(FIELD, id);
        context.response().putHeader(HEADER, id);
        MDC.put(FIELD, id);
        context.next();
    }
}
