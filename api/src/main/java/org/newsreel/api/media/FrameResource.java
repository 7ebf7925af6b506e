package org.newsreel.api.media;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.media.VideoFrame;

/** Single frames and cut-outs as JPEG. The pixels are decoded here, from the very file that the store keeps. */
@Path("/media/{sha256}/frame")
@Blocking
@Tag(name = "Media")
public class FrameResource {
    private static final String TIME = "\\d{1,7}(\\.\\d{1,9})?";
    /** Each decoder holds threads and frames of its own, so a page full of thumbnails takes turns. */
    private static final Semaphore DECODERS = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final OpenStore store;
    private final FrameCache cache;

    @Inject
    FrameResource(OpenStore store, FrameCache cache) {
        this.store = store;
        this.cache = cache;
    }

    @GET
    @Operation(summary = "One frame of a video, or a picture, whole or cut out, as JPEG")
    @APIResponse(responseCode = "200", description = "The frame")
    @APIResponse(responseCode = "400", description = "t or xywh is malformed or lies outside")
    @APIResponse(responseCode = "404", description = "The store has no such file")
    public Response frame(
            @PathParam("sha256") String sha256,
            @Parameter(description = "Seconds from the start; 0 unless given. The frame that is on screen then")
                    @QueryParam("t")
                    String t,
            @Parameter(description = "Left, top, width and height in pixels, clipped to the picture; or percent:…")
                    @QueryParam("xywh")
                    String xywh,
            @HeaderParam("If-None-Match") String ifNoneMatch)
            throws InterruptedException {
        java.nio.file.Path file = MediaResource.find(store, sha256);
        double seconds = seconds(t);
        Optional<Cutout> cutout = cutout(xywh);
        String key = sha256.toLowerCase(Locale.ROOT) + "-" + seconds
                + cutout.map(Cutout::toString).orElse("");
        String tag = "\"" + Integer.toHexString(key.hashCode()) + "-" + key.substring(0, 16) + "\"";
        if (EntityTags.matches(ifNoneMatch, tag)) {
            return Response.status(304)
                    .header("ETag", tag)
                    .header("Cache-Control", MediaResource.FOR_EVER)
                    .build();
        }
        byte[] image = image(file, key, seconds, cutout);
        return Response.ok(image, "image/jpeg")
                .header("ETag", tag)
                .header("Cache-Control", MediaResource.FOR_EVER)
                .build();
    }

    private byte[] image(java.nio.file.Path file, String key, double seconds, Optional<Cutout> cutout)
            throws InterruptedException {
        Optional<byte[]> known = cache.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        DECODERS.acquire();
        try (VideoFrame frame = FrameReader.at(file, seconds)) {
            byte[] image = Jpeg.encode(frame.image(), cutout);
            cache.put(key, image);
            return image;
        } catch (MediaException | IllegalArgumentException e) {
            throw Problem.exception(400, Problem.sentence(e.getMessage()));
        } finally {
            DECODERS.release();
        }
    }

    private static double seconds(String t) {
        if (t == null) {
            return 0;
        }
        if (!t.matches(TIME)) {
            throw Problem.exception(400, "t must be a number of seconds from 0, such as 7.04.");
        }
        return Double.parseDouble(t);
    }

    private static Optional<Cutout> cutout(String xywh) {
        try {
            return Optional.ofNullable(xywh).map(Cutout::parse);
        } catch (IllegalArgumentException e) {
            throw Problem.exception(400, e.getMessage());
        }
    }
}
