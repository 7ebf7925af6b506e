package org.newsreel.api.items;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.newsreel.api.jobs.JobView;
import org.newsreel.api.jobs.Jobs;
import org.newsreel.api.service.Caller;
import org.newsreel.api.service.KeyHolder;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;

/** News that comes in, and items that are taken out. */
@Path("/api/items")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Items")
public class UploadResource {
    private final Uploads uploads;
    private final OpenStore store;
    private final Caller caller;

    @Inject
    UploadResource(Uploads uploads, OpenStore store, Caller caller) {
        this.uploads = uploads;
        this.store = store;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Bring news in",
            description =
                    "Files of one item as in an item's folder (article.txt, videos, pictures, subtitles called like"
                            + " their video, item.json), the fields of item.json as fields of the form, and \"text\" for an"
                            + " article; or documents in ninjs, NewsML-G2, RSS, Atom or HTML with the files they refer to."
                            + " What the files are called only tells what they are.")
    @APIResponse(
            responseCode = "202",
            description = "A job, at Location; its state is \"queued\"",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(responseCode = "400", description = "The files make no item")
    @APIResponse(responseCode = "401", description = "A key that allows ingest is missing")
    @APIResponse(responseCode = "413", description = "Too many bytes or files")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key came before with other content")
    @APIResponse(responseCode = "429", description = "Too many jobs wait")
    @APIResponse(responseCode = "503", description = "The extraction is not there")
    @APIResponse(responseCode = "507", description = "No room for the files")
    public Response upload(
            MultipartFormDataInput form,
            @Parameter(description = "The sender's own name for this request: sent again, it makes no second job")
                    @HeaderParam("Idempotency-Key")
                    String idempotencyKey)
            throws IOException {
        List<UploadedFile> files = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        java.nio.file.Path words = null;
        try {
            for (var part : form.getValues().entrySet()) {
                for (FormValue value : part.getValue()) {
                    if (value.isFileItem()) {
                        files.add(UploadedFile.of(
                                value.getFileName(),
                                value.getFileItem().getFile(),
                                value.getFileItem().getFileSize()));
                    } else if (part.getKey().equals("text")) {
                        words = Files.createTempFile("newsreel", ".txt");
                        Files.writeString(words, value.getValue());
                        files.add(UploadedFile.of("article.txt", words, Files.size(words)));
                    } else if (UploadLayout.FIELDS.contains(part.getKey())) {
                        fields.put(part.getKey(), value.getValue());
                    } else {
                        throw Problem.exception(
                                400,
                                "A field of the form is not known: there are text, id, headline, language, published,"
                                        + " source, url, and files.");
                    }
                }
            }
            return answer(uploads.take(files, fields, keyId(), idempotencyKey));
        } finally {
            if (words != null) {
                Files.deleteIfExists(words);
            }
        }
    }

    @POST
    @Consumes({
        MediaType.APPLICATION_JSON,
        MediaType.APPLICATION_XML,
        MediaType.TEXT_XML,
        MediaType.TEXT_HTML,
        "application/vnd.iptc.g2.newsitem+xml",
        "application/vnd.iptc.g2.newsmessage+xml",
        "application/rss+xml",
        "application/atom+xml"
    })
    @Operation(summary = "Bring in one document: ninjs, NewsML-G2, RSS, Atom, or HTML with schema.org's NewsArticle")
    @APIResponse(
            responseCode = "202",
            description = "A job, at Location",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response document(
            InputStream body,
            @HeaderParam("Content-Type") MediaType type,
            @HeaderParam("Idempotency-Key") String idempotencyKey)
            throws IOException {
        if (type == null) {
            throw Problem.exception(
                    415, "A body of no Content-Type can't be read: say what it is, such as application/json.");
        }
        String subtype = type.getSubtype();
        String ending = subtype.equals("json") ? "json" : subtype.equals("html") ? "html" : "xml";
        java.nio.file.Path file = Files.createTempFile("newsreel", "." + ending);
        try {
            Files.copy(body, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            if (ending.equals("json")) {
                SoundJson.check(file);
            }
            UploadedFile sent = UploadedFile.of("document." + ending, file, Files.size(file));
            return answer(uploads.take(List.of(sent), Map.of(), keyId(), idempotencyKey));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @DELETE
    @Path("{id: .+}")
    @Operation(summary = "Take an item out, with everything that only it supported")
    @APIResponse(responseCode = "204", description = "It is out")
    @APIResponse(responseCode = "404", description = "The store has no such item")
    public void forget(@Parameter(description = "The item's id, percent-encoded") @PathParam("id") String id) {
        if (!store.forget(id)) {
            throw Problem.exception(404, "The store has no item \"" + id + "\".");
        }
    }

    private String keyId() {
        return caller.holder().map(KeyHolder::id).orElseThrow(() -> new IllegalStateException("nobody may write"));
    }

    private static Response answer(Jobs.Submitted submitted) {
        return Response.accepted(submitted.job())
                .location(URI.create("/api/jobs/" + submitted.job().id()))
                .header("Idempotency-Replayed", submitted.replayed() ? "true" : null)
                .build();
    }
}
