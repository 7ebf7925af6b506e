package org.newsreel.api.jobs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.newsreel.api.fixture.PostgresqlServer;

/** Jobs on a PostgreSQL server of the test's own; skipped where its programs are not installed. */
class PostgresqlJobsIT extends JobsContract {
    private PostgresqlServer server;

    @Override
    List<String> database() {
        if (server == null) {
            assumeTrue(PostgresqlServer.isInstalled(), "PostgreSQL's initdb and pg_ctl are not installed");
            try {
                server = PostgresqlServer.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return server.options();
    }

    @AfterAll
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }
}
