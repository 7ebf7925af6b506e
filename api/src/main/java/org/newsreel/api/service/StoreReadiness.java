package org.newsreel.api.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the store answers a read. */
@Readiness
@ApplicationScoped
class StoreReadiness implements HealthCheck {
    private final OpenStore store;

    @Inject
    StoreReadiness(OpenStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            store.read(() -> store.dataset().asDatasetGraph().find().hasNext());
            return HealthCheckResponse.up("store");
        } catch (RuntimeException e) {
            return HealthCheckResponse.named("store")
                    .down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
