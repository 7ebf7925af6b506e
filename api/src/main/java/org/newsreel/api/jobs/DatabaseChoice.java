package org.newsreel.api.jobs;

import java.nio.file.Path;
import java.util.Optional;
import org.newsreel.api.service.StartupException;

/**
 * Which database the jobs are in. Quarkus fixes the kind of a data source when it builds, so the service has one of each
 * kind, and this switches one on before Quarkus reads its configuration.
 */
public final class DatabaseChoice {
    private static final String H2 = "h2";
    private static final String POSTGRESQL = "postgresql";
    /** Each commit is on disk when it returns, where H2 would wait half a second: what was accepted is kept. */
    private static final String H2_SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private DatabaseChoice() {}

    /**
     * PostgreSQL when {@code newsreel.db.url} or the variable {@code NEWSREEL_DB_URL} names one, else H2 in the store's
     * directory.
     *
     * @throws StartupException when the address is none of a PostgreSQL database
     */
    public static void apply() {
        Optional<String> url = setting("newsreel.db.url", "NEWSREEL_DB_URL");
        url.filter(u -> !u.startsWith("jdbc:postgresql:")).ifPresent(u -> {
            throw new StartupException("NEWSREEL_DB_URL must be the address of a PostgreSQL database, such as"
                    + " jdbc:postgresql://localhost:5432/newsreel.");
        });
        activate(H2, url.isEmpty());
        activate(POSTGRESQL, url.isPresent());
        url.ifPresent(u -> System.setProperty("quarkus.datasource." + POSTGRESQL + ".jdbc.url", u));
        setting("newsreel.store", "NEWSREEL_STORE")
                .ifPresent(store -> System.setProperty("quarkus.datasource." + H2 + ".jdbc.url", h2(store)));
    }

    /** H2 takes no path that depends on where the service was started. */
    private static String h2(String store) {
        return "jdbc:h2:file:" + Path.of(store).toAbsolutePath().normalize().resolve("jobs") + H2_SETTINGS;
    }

    private static Optional<String> setting(String property, String variable) {
        return Optional.ofNullable(System.getProperty(property))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static void activate(String name, boolean active) {
        System.setProperty("quarkus.datasource." + name + ".active", String.valueOf(active));
        System.setProperty("quarkus.hibernate-orm." + name + ".active", String.valueOf(active));
    }
}
