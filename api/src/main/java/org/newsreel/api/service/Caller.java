package org.newsreel.api.service;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who sent the request under way. */
@RequestScoped
public class Caller {
    private final RoutingContext context;

    @Inject
    Caller(RoutingContext context) {
        this.context = context;
    }

    /** The holder of its key, when what it asks for needs one. */
    public Optional<KeyHolder> holder() {
        return Optional.ofNullable(context.get(RequestGuard.HOLDER));
    }
}
