package org.newsreel.api.media;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;

/** The videos and pictures themselves. What a hash names never changes, so answers may be kept for ever. */
@Path("/media/{sha256}")
@Blocking
@Tag(name = "Media")
public class MediaResource {
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final OpenStore store;

    @Inject
    MediaResource(OpenStore store) {
        this.store = store;
    }

    @GET
    @Operation(summary = "The video or picture, whole or the part that a Range header asks for")
    @APIResponse(responseCode = "200", description = "The whole file")
    @APIResponse(responseCode = "206", description = "A part of it")
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "404", description = "The store has no such file")
    @APIResponse(responseCode = "416", description = "The range begins behind the file's end")
    public Response file(
            @PathParam("sha256") String sha256,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @HeaderParam("If-None-Match") String ifNoneMatch)
            throws IOException {
        return answer(sha256, range, ifRange, ifNoneMatch, true);
    }

    @HEAD
    @Operation(summary = "What the file is: type, length, tag")
    public Response head(
            @PathParam("sha256") String sha256,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @HeaderParam("If-None-Match") String ifNoneMatch)
            throws IOException {
        return answer(sha256, range, ifRange, ifNoneMatch, false);
    }

    private Response answer(String sha256, String range, String ifRange, String ifNoneMatch, boolean body)
            throws IOException {
        java.nio.file.Path file = find(store, sha256);
        String tag = "\"" + sha256.toLowerCase(Locale.ROOT) + "\"";
        if (EntityTags.matches(ifNoneMatch, tag)) {
            return Response.status(304)
                    .header("ETag", tag)
                    .header("Cache-Control", FOR_EVER)
                    .build();
        }
        long size = Files.size(file);
        Optional<ByteRange> part;
        try {
            part = ByteRange.parse(ifRange == null || ifRange.equals(tag) ? range : null, size);
        } catch (ByteRange.Unsatisfiable e) {
            Response problem = Problem.of(416, "The file has " + size + " bytes, and the range begins behind them.")
                    .response();
            return Response.fromResponse(problem)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        Response.ResponseBuilder answer = Response.status(part.isPresent() ? 206 : 200)
                .type(MediaTypes.of(file))
                .header("Accept-Ranges", "bytes")
                .header("ETag", tag)
                .header("Cache-Control", FOR_EVER);
        part.ifPresent(p -> answer.header("Content-Range", p.contentRange(size)));
        long length = part.map(ByteRange::length).orElse(size);
        if (body) {
            answer.entity(new PathPart(file, part.map(ByteRange::start).orElse(0L), length));
        } else {
            answer.header(HttpHeaders.CONTENT_LENGTH, length);
        }
        return answer.build();
    }

    /** The file of a hash; anything else is answered with 404. */
    static java.nio.file.Path find(OpenStore store, String sha256) {
        String wanted = sha256.toLowerCase(Locale.ROOT);
        if (!wanted.matches("[0-9a-f]{64}")) {
            throw Problem.exception(404, "A file is named by its SHA-256, which is 64 hexadecimal digits.");
        }
        return store.media(wanted)
                .orElseThrow(() -> Problem.exception(404, "The store has no file with SHA-256 " + wanted + "."));
    }
}
