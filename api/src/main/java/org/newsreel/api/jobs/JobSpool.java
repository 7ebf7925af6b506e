package org.newsreel.api.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.StartupException;

/** The one spool, in the store that is served. */
@Singleton
class JobSpool {
    private final Spool spool;

    @Inject
    JobSpool(OpenStore store) {
        try {
            spool = new Spool(store.directory());
        } catch (IOException e) {
            throw new StartupException(
                    store.directory() + " can't be written (" + e.getMessage() + "): make it writable.", e);
        }
    }

    Spool spool() {
        return spool;
    }
}
