package org.newsreel.api.jobs;

import io.quarkus.arc.InjectableInstance;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.Session;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.StartupException;
import org.newsreel.kg.store.KnowledgeStore;

/** The database that is switched on, with today's tables. Thread safe. */
@Startup
@Singleton
public class JobDatabase {
    private final OpenStore store;
    private final Session session;
    private final Flyway flyway;

    /** The store comes first: its lock keeps a second service from the same files, and its directory is made. */
    @Inject
    JobDatabase(
            OpenStore store,
            @PersistenceUnit("h2") InjectableInstance<Session> h2,
            @PersistenceUnit("postgresql") InjectableInstance<Session> postgresql,
            @FlywayDataSource("h2") InjectableInstance<Flyway> h2Flyway,
            @FlywayDataSource("postgresql") InjectableInstance<Flyway> postgresqlFlyway) {
        this.store = store;
        boolean server = postgresql.getHandle().getBean().isActive();
        session = server ? postgresql.get() : h2.get();
        flyway = server ? postgresqlFlyway.get() : h2Flyway.get();
    }

    @PostConstruct
    void migrate() {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StartupException(
                    "The jobs' database can't be used (" + reason(e) + "): check NEWSREEL_DB_URL,"
                            + " NEWSREEL_DB_USER and NEWSREEL_DB_PASSWORD, or the store's directory when they are not set.",
                    e);
        }
    }

    /** Writes all jobs into a file, for a backup. */
    public void archive(Path file) {
        call(session -> {
            session.doWork(database -> writing(() -> JobArchive.write(database, file)));
            return null;
        });
    }

    /** Takes what a backup kept of the jobs, if that lies in the store's directory, and removes the file. */
    void takeRestored(Predicate<UUID> uploads) {
        Path restored = KnowledgeStore.restoredJobs(store.directory());
        if (Files.exists(restored)) {
            call(session -> {
                session.doWork(database -> writing(() -> JobArchive.read(database, restored, uploads)));
                return null;
            });
            writing(() -> Files.delete(restored));
        }
    }

    private interface Work {
        void run() throws IOException, SQLException;
    }

    private static void writing(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("").strip();
    }

    /**
     * What the work yields in a transaction of its own.
     *
     * @throws JobsUnavailable when the database can't be reached, or went away meanwhile
     */
    <T> T call(Function<Session, T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> work.apply(session));
        } catch (RuntimeException e) {
            throw JobsUnavailable.isMeant(e) ? new JobsUnavailable(e) : e;
        }
    }
}
