package org.newsreel.api.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the store answers a read and is not being exchanged. */
@Readiness
@ApplicationScoped
class StoreReadiness implements HealthCheck {
    private final OpenStore store;
    private final StoreGate gate;

    @Inject
    StoreReadiness(OpenStore store, StoreGate gate) {
        this.store = store;
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        if (gate.isClosed()) {
            return HealthCheckResponse.named("store")
                    .down()
                    .withData("reason", "it is being restored from a backup")
                    .build();
        }
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
