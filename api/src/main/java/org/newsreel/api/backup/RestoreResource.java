package org.newsreel.api.backup;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.api.service.ServiceConfig;
import org.newsreel.api.service.StoreGate;
import org.newsreel.api.service.StoreUser;
import org.newsreel.kg.store.BackupReport;
import org.newsreel.kg.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backup takes the store's place. The new store is made and checked beside the old one, which goes on; only for the
 * exchange is everybody kept waiting.
 */
@Path("/api/restore")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class RestoreResource {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreResource.class);
    private static final Duration POLITE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OpenStore store;
    private final StoreGate gate;
    private final Instance<StoreUser> users;
    private final ServiceConfig config;
    private final Semaphore one = new Semaphore(1);

    @Inject
    RestoreResource(OpenStore store, StoreGate gate, Instance<StoreUser> users, ServiceConfig config) {
        this.store = store;
        this.gate = gate;
        this.users = users;
        this.config = config;
    }

    /**
     * What is there now.
     *
     * @param quads in the graph, as the backup had them
     * @param media videos and pictures
     */
    public record Restored(long quads, int media) {}

    @POST
    @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Put a backup in the place of the whole store",
            description =
                    "Needs an admin key. Every byte is checked and the new store is made while the old one goes on;"
                            + " then requests are answered 503 with Retry-After until it has taken the old one's place, and"
                            + " running queries are cancelled. If anything fails, or the service is killed, the store is the old"
                            + " one or the new one, never parts of both. Jobs come back with it; those that have not ended stay"
                            + " as they are. Keys and the audit stay.")
    @RequestBody(
            required = true,
            description = "The file that /api/backup or \"newsreel backup\" wrote",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "200", description = "The backup is the store now")
    @APIResponse(responseCode = "401", description = "An admin key is missing")
    @APIResponse(responseCode = "403", description = "The key does not allow this")
    @APIResponse(responseCode = "422", description = "The file is no whole backup")
    @APIResponse(responseCode = "503", description = "Another one is being restored, or requests did not end in time")
    @APIResponse(responseCode = "507", description = "No room for it")
    public Restored restore(InputStream body) throws IOException {
        if (!one.tryAcquire()) {
            throw Problem.exception(503, "A backup is being restored already: ask again when it is done.");
        }
        java.nio.file.Path file = null;
        try {
            file = Files.createTempFile(store.directory(), "restore-", ".part");
            Files.copy(
                    new Roomy(
                            body, store.directory(), config.upload().keepFree().asLongValue()),
                    file,
                    StandardCopyOption.REPLACE_EXISTING);
            BackupReport report = store.stage(file);
            Files.delete(file);
            exchange(report);
            LOG.info("restored: quads={} media={}", report.quads(), report.media());
            return new Restored(report.quads(), report.media());
        } catch (StoreException e) {
            String sentence =
                    Problem.sentence(String.valueOf(e.getMessage()).replace(String.valueOf(file), "that was sent"));
            throw Problem.exception(sentence.contains(" is full") ? 507 : 422, sentence);
        } finally {
            one.release();
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void exchange(BackupReport report) {
        gate.close();
        Deque<StoreUser> resting = new ArrayDeque<>();
        try {
            if (!gate.empty(POLITE)) {
                users.forEach(StoreUser::hurry);
            }
            if (!gate.empty(PATIENCE)) {
                throw Problem.exception(
                        503, "Requests that are under way did not end, so nothing was changed: send it again later.");
            }
            for (StoreUser user : users) {
                user.letGo();
                resting.push(user);
            }
            store.exchange(report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.exception(503, "The service is stopping: send it again when it is back.");
        } finally {
            resting.forEach(RestoreResource::takeUp);
            gate.open();
        }
    }

    /** One that can't must not keep the others from it, nor everybody outside. */
    private static void takeUp(StoreUser user) {
        try {
            user.takeUp();
        } catch (RuntimeException e) {
            LOG.error("A part of the service could not go on with the store: start the service anew", e);
        }
    }
}
