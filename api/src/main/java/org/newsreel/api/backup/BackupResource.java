package org.newsreel.api.backup;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.jobs.JobDatabase;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.store.StoreException;

/**
 * The store as one file. It is written beside the store before the first byte goes out, so that what can't be written whole
 * is an error rather than a file cut short.
 */
@Path("/api/backup")
@Blocking
@Tag(name = "Operations")
public class BackupResource {
    private static final String TYPE = "application/zip";

    private final OpenStore store;
    private final JobDatabase jobs;
    private final Semaphore one = new Semaphore(1);

    @Inject
    BackupResource(OpenStore store, JobDatabase jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @POST
    @Operation(
            summary = "The whole store in one file, as \"newsreel backup\" writes it",
            description =
                    "Needs an admin key. Others read and write meanwhile; the file is the store at one moment, with"
                            + " the hash of each part, and the jobs as they were just before. /api/restore or"
                            + " \"newsreel restore FILE --store DIR\" makes a store of it.")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "401", description = "An admin key is missing")
    @APIResponse(responseCode = "403", description = "The key does not allow this")
    @APIResponse(responseCode = "503", description = "A backup is being written already")
    @APIResponse(responseCode = "507", description = "No room for it")
    public Response backup() throws IOException {
        if (!one.tryAcquire()) {
            throw Problem.exception(503, "A backup is being written already: ask again when it is done.");
        }
        java.nio.file.Path file = null;
        java.nio.file.Path kept = null;
        boolean handed = false;
        try {
            file = Files.createTempFile(store.directory(), "backup-", ".part");
            // Before the graph: what the jobs say is done is in it.
            kept = Files.createTempFile(store.directory(), "backup-jobs-", ".part");
            jobs.archive(kept);
            store.backup(file, kept);
            java.nio.file.Path written = file;
            StreamingOutput body = out -> {
                try {
                    Files.copy(written, out);
                } finally {
                    Files.deleteIfExists(written);
                }
            };
            Response answer = Response.ok(body, TYPE)
                    .header("Content-Length", Files.size(file))
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"newsreel-" + LocalDate.now(ZoneOffset.UTC) + ".backup\"")
                    .build();
            handed = true;
            return answer;
        } catch (StoreException e) {
            throw Problem.exception(507, Problem.sentence(e.getMessage()));
        } finally {
            one.release();
            if (kept != null) {
                Files.deleteIfExists(kept);
            }
            if (!handed && file != null) {
                Files.deleteIfExists(file);
            }
        }
    }
}
