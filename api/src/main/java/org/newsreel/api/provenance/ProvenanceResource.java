package org.newsreel.api.provenance;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.provenance.Explanations;

/** The evidence for triples. */
@Path("/api/provenance")
@Blocking
@Tag(name = "Provenance")
public class ProvenanceResource {
    private static final MediaType JSON_LD = new MediaType("application", "ld+json");
    private static final MediaType TURTLE = new MediaType("text", "turtle");
    private static final MediaType N_TRIPLES = new MediaType("application", "n-triples");
    private static final Map<MediaType, RDFFormat> WRITERS = Map.of(
            JSON_LD,
            RDFFormat.JSONLD,
            MediaType.APPLICATION_JSON_TYPE,
            RDFFormat.JSONLD,
            TURTLE,
            RDFFormat.TURTLE_PRETTY,
            N_TRIPLES,
            RDFFormat.NTRIPLES_UTF8);

    private final OpenStore store;

    @Inject
    ProvenanceResource(OpenStore store) {
        this.store = store;
    }

    @GET
    @Operation(
            summary = "The statements behind a triple with all their evidence",
            description = "Each part is an IRI, a prefixed name or a label, as \"newsreel explain\" takes them."
                    + " Answers JSON-LD, or Turtle or N-Triples when asked for by Accept or format.")
    @APIResponse(responseCode = "200", description = "Statement nodes with evidence, selectors, sources and activities")
    @APIResponse(responseCode = "400", description = "A part of the triple is missing")
    @APIResponse(responseCode = "404", description = "No item states this")
    public Response provenance(
            @QueryParam("subject") String subject,
            @QueryParam("predicate") String predicate,
            @QueryParam("object") String object,
            @Parameter(description = "jsonld, turtle or ntriples, for links that can't set Accept")
                    @QueryParam("format")
                    String format,
            @Context Request request) {
        String[] triple = {given("subject", subject), given("predicate", predicate), given("object", object)};
        MediaType type = type(format, request);
        Model model = store.read(() -> read(triple));
        if (model.isEmpty()) {
            throw Problem.exception(404, "No item in the store states this.");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        RDFDataMgr.write(body, model, WRITERS.get(type));
        return Response.ok(body.toByteArray())
                .type(type.withCharset("utf-8"))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private Model read(String[] triple) {
        try {
            return new ProvenanceReader(store.dataset())
                    .describe(Explanations.explain(store.dataset(), triple[0], triple[1], triple[2]));
        } catch (IllegalArgumentException e) {
            throw Problem.exception(404, Problem.sentence(e.getMessage()));
        }
    }

    private static String given(String name, String text) {
        if (text == null || text.isBlank()) {
            throw Problem.exception(400, "Give the triple's " + name + " as an IRI, a prefixed name or a label.");
        }
        return text.strip();
    }

    private static MediaType type(String format, Request request) {
        if (format != null) {
            return switch (format) {
                case "jsonld" -> JSON_LD;
                case "turtle" -> TURTLE;
                case "ntriples" -> N_TRIPLES;
                default -> throw Problem.exception(400, "format must be jsonld, turtle or ntriples.");
            };
        }
        List<Variant> offered = Stream.of(JSON_LD, TURTLE, N_TRIPLES, MediaType.APPLICATION_JSON_TYPE)
                .map(t -> new Variant(t, (String) null, null))
                .toList();
        Variant chosen = request.selectVariant(offered);
        // A browser asks for HTML first; JSON-LD is what it can show.
        return chosen == null ? JSON_LD : chosen.getMediaType();
    }
}
