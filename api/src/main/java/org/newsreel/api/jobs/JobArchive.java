package org.newsreel.api.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The jobs as lines of JSON, one a job, for backups: the same for H2 and PostgreSQL, and readable by a later Newsreel whose
 * tables have more columns. Thread safe.
 */
public final class JobArchive {
    private static final List<String> JOB = List.of(
            "id",
            "state",
            "key_id",
            "idempotency_key",
            "fingerprint",
            "files",
            "bytes",
            "created",
            "started",
            "finished",
            "crashes",
            "suspect",
            "suspect_crashes",
            "items_read",
            "all_read",
            "items_extracted",
            "frames",
            "version");
    private static final List<String> ENTRY = List.of("outcome", "item", "sentence");
    private static final String LOST =
            "This job had not ended when the backup was made, and backups have no uploads: send" + " its files again.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private JobArchive() {}

    /** Writes all jobs. */
    public static void write(Connection database, Path file) throws SQLException, IOException {
        try (Writer out = Files.newBufferedWriter(file);
                Statement jobs = database.createStatement();
                ResultSet rows =
                        jobs.executeQuery("select " + String.join(", ", JOB) + " from job order by created, id");
                PreparedStatement entries = database.prepareStatement(
                        "select " + String.join(", ", ENTRY) + " from job_entry where job_id = ? order by position")) {
            while (rows.next()) {
                ObjectNode job = row(rows, JOB);
                ArrayNode list = job.putArray("entries");
                entries.setObject(1, rows.getObject("id", UUID.class));
                try (ResultSet lines = entries.executeQuery()) {
                    while (lines.next()) {
                        list.add(row(lines, ENTRY));
                    }
                }
                out.write(JSON.writeValueAsString(job));
                out.write('\n');
            }
        }
    }

    private static ObjectNode row(ResultSet row, List<String> columns) throws SQLException {
        ObjectNode object = JSON.createObjectNode();
        for (String column : columns) {
            Object value = row.getObject(column);
            if (value instanceof Number number) {
                object.put(column, number.longValue());
            } else if (value instanceof Boolean truth) {
                object.put(column, truth);
            } else if (value != null) {
                boolean time = List.of("created", "started", "finished").contains(column);
                object.put(
                        column,
                        time
                                ? row.getObject(column, OffsetDateTime.class)
                                        .toInstant()
                                        .toString()
                                : value.toString());
            }
        }
        return object;
    }

    /**
     * Puts an archive's jobs in the place of those that ended; jobs that have not ended stay, since their uploads are here.
     * Reading the same archive twice does no harm. The caller commits.
     *
     * @param uploads whether the files of a job are here; a job that had not ended and has none has failed
     */
    public static void read(Connection database, Path file, Predicate<UUID> uploads) throws SQLException, IOException {
        try (Statement old = database.createStatement()) {
            old.executeUpdate("delete from job_entry where job_id in (select id from job where finished is not null)");
            old.executeUpdate("delete from job where finished is not null");
        }
        String marks = JOB.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (BufferedReader in = Files.newBufferedReader(file);
                PreparedStatement here = database.prepareStatement(
                        "select 1 from job where id = ? or (key_id = ? and idempotency_key = ?)");
                PreparedStatement insert = database.prepareStatement(
                        "insert into job (" + String.join(", ", JOB) + ") values (" + marks + ")");
                PreparedStatement entry = database.prepareStatement(
                        "insert into job_entry (job_id, position, outcome, item, sentence) values (?, ?, ?, ?, ?)")) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode job = parsed(file, line);
                UUID id = UUID.fromString(job.path("id").asText());
                if (!isHere(here, id, job)) {
                    insert(insert, entry, id, ended((ObjectNode) job, uploads.test(id)));
                }
            }
        }
    }

    private static JsonNode parsed(Path file, String line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is no archive of jobs: remove it to go on without", e);
        }
    }

    private static boolean isHere(PreparedStatement here, UUID id, JsonNode job) throws SQLException {
        here.setObject(1, id);
        here.setString(2, job.path("key_id").asText());
        here.setString(3, job.path("idempotency_key").asText(null));
        try (ResultSet found = here.executeQuery()) {
            return found.next();
        }
    }

    private static ObjectNode ended(ObjectNode job, boolean uploads) {
        JobState state = JobState.valueOf(job.path("state").asText());
        if (!state.ended()) {
            if (uploads) {
                job.put("state", JobState.QUEUED.name());
            } else {
                job.put("state", JobState.FAILED.name());
                job.put("finished", Instant.now().toString());
                job.withArray("entries")
                        .addObject()
                        .put("outcome", Outcome.FAILED.name())
                        .put("sentence", LOST);
            }
        }
        return job;
    }

    private static void insert(PreparedStatement insert, PreparedStatement entry, UUID id, ObjectNode job)
            throws SQLException {
        for (int i = 0; i < JOB.size(); i++) {
            insert.setObject(i + 1, value(JOB.get(i), job.path(JOB.get(i))));
        }
        insert.executeUpdate();
        int position = 0;
        for (JsonNode line : job.path("entries")) {
            entry.setObject(1, id);
            entry.setInt(2, position++);
            for (int i = 0; i < ENTRY.size(); i++) {
                entry.setString(i + 3, line.path(ENTRY.get(i)).asText(null));
            }
            entry.executeUpdate();
        }
    }

    private static Object value(String column, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return switch (column) {
            case "id" -> UUID.fromString(value.asText());
            case "created", "started", "finished" ->
                Instant.parse(value.asText()).atOffset(ZoneOffset.UTC);
            default ->
                value.isBoolean() ? (Object) value.asBoolean() : value.isNumber() ? value.asLong() : value.asText();
        };
    }
}
