package org.newsreel.api.media;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Nr;

/** Subtitles as browsers show them over a video. They belong to an item: two may have the same video with other ones. */
@Path("/media/{sha256}/subtitles")
@Blocking
@Tag(name = "Media")
public class SubtitlesResource {
    private final OpenStore store;

    @Inject
    SubtitlesResource(OpenStore store) {
        this.store = store;
    }

    @GET
    @Operation(summary = "The subtitles of a video as a WebVTT file")
    @APIResponse(responseCode = "200", description = "The subtitles")
    @APIResponse(responseCode = "304", description = "The client has them")
    @APIResponse(responseCode = "404", description = "The store has no such video, or no subtitles of it")
    public Response subtitles(
            @PathParam("sha256") String sha256,
            @Parameter(description = "Id of the item whose subtitles are meant; any item's when not given")
                    @QueryParam("item")
                    String item,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        String video = sha256.toLowerCase(Locale.ROOT);
        if (!video.matches("[0-9a-f]{64}")) {
            throw Problem.exception(404, "A file is named by its SHA-256, which is 64 hexadecimal digits.");
        }
        String file = store.read(() -> found(video, Optional.ofNullable(item)))
                .orElseThrow(() -> Problem.exception(404, "The store has no subtitles of this video."));
        String tag = "\"" + Integer.toHexString(file.hashCode()) + "-" + file.length() + "\"";
        Response.ResponseBuilder answer = EntityTags.matches(ifNoneMatch, tag)
                ? Response.status(304)
                : Response.ok(file, "text/vtt;charset=utf-8");
        // They go when the item goes, so a client asks again each time.
        return answer.header("ETag", tag).header("Cache-Control", "no-cache").build();
    }

    private Optional<String> found(String sha256, Optional<String> item) {
        Iterator<Quad> quads = store.dataset()
                .asDatasetGraph()
                .findNG(
                        Node.ANY,
                        NodeFactory.createURI(Iris.media(sha256)),
                        NodeFactory.createURI(Nr.SUBTITLES),
                        Node.ANY);
        Optional<String> wanted = item.map(Iris::item);
        Optional<String> first = Optional.empty();
        while (quads.hasNext()) {
            Quad quad = quads.next();
            if (wanted.isEmpty() || Iris.itemOf(quad.getGraph().getURI()).equals(wanted)) {
                String file = quad.getObject().getLiteralLexicalForm();
                // Always the same one, whatever order the store has them in.
                first = first.filter(other -> other.compareTo(file) <= 0).or(() -> Optional.of(file));
            }
        }
        return first;
    }
}
