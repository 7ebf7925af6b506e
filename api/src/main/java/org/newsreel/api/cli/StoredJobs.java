package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.newsreel.api.jobs.JobArchive;

/** The jobs of a store that no service serves now. */
final class StoredJobs {
    private StoredJobs() {}

    /**
     * Writes the jobs into a temporary file, if there are any: those of the database that NEWSREEL_DB_URL names, else those
     * in the store's directory.
     */
    static Optional<Path> of(Path store) {
        String server = System.getenv("NEWSREEL_DB_URL");
        boolean named = server != null && !server.isBlank();
        if (!named && !Files.exists(store.resolve("jobs.mv.db"))) {
            return Optional.empty();
        }
        Path file = null;
        boolean written = false;
        try (Connection database = named
                ? DriverManager.getConnection(
                        server, System.getenv("NEWSREEL_DB_USER"), System.getenv("NEWSREEL_DB_PASSWORD"))
                : DriverManager.getConnection(
                        "jdbc:h2:file:" + store.toAbsolutePath().normalize().resolve("jobs"), "newsreel", "")) {
            if (!hasJobs(database)) {
                return Optional.empty();
            }
            file = Files.createTempFile("newsreel", ".jobs");
            JobArchive.write(database, file);
            written = true;
            return Optional.of(file);
        } catch (SQLException | IOException e) {
            throw CommandFailure.couldNotStart(
                    "the jobs' database can't be read (" + Newsreel.sentence(e)
                            + "): check NEWSREEL_DB_URL, NEWSREEL_DB_USER and NEWSREEL_DB_PASSWORD, or stop what has it open.",
                    e);
        } finally {
            if (file != null && !written) {
                remove(Optional.of(file));
            }
        }
    }

    private static boolean hasJobs(Connection database) throws SQLException {
        try (ResultSet tables =
                database.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase("job_entry")) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The file has been copied. */
    static void remove(Optional<Path> file) {
        try {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            // A temporary file that stays does no harm.
        }
    }
}
