package org.newsreel.api.links;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.Caller;
import org.newsreel.api.service.JsonBody;
import org.newsreel.api.service.Numbers;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.api.statements.ReviewViews;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.merge.IdentityLink;
import org.newsreel.kg.merge.Review;
import org.newsreel.kg.review.ReviewDesk;
import org.newsreel.kg.review.ReviewOutcome;

/** Who is who: pairs of entities that are or may be one, and what people decide about them. */
@Path("/api/links")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review")
public class LinksResource {
    private static final int MOST = 500;
    private static final List<String> STATES = List.of("possible", "apart", "merged");
    private static final String EXAMPLE =
            "{\"a\":\"id:person/mira-holm-…\",\"b\":\"id:person/m-holm-…\",\"decision\":\"same\"}";

    private final OpenStore store;
    private final ReviewViews views;
    private final Caller caller;

    @Inject
    LinksResource(OpenStore store, ReviewViews views, Caller caller) {
        this.store = store;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Pairs of entities, the likeliest first",
            description = "Those of one entity and of all that the merged graph takes for it, or those of a status:"
                    + " merged, apart (likely enough, but something excludes it) or possible.")
    @APIResponse(responseCode = "200", description = "One page of the list")
    @APIResponse(responseCode = "400", description = "A parameter is none of what it can be")
    public LinkView.Page links(
            @Parameter(description = "IRI of an entity") @QueryParam("entity") String entity,
            @Parameter(description = "possible, apart or merged; possible when no entity is given")
                    @QueryParam("status")
                    String status,
            @Parameter(description = "Which pair to begin with, from 0") @QueryParam("offset") @DefaultValue("0")
                    String offset,
            @Parameter(description = "How many pairs, 1 to 500") @QueryParam("limit") @DefaultValue("50")
                    String limit) {
        int from = Numbers.whole("offset", offset, 0, Integer.MAX_VALUE);
        int most = Numbers.whole("limit", limit, 1, MOST);
        if (status != null && !STATES.contains(status)) {
            throw Problem.exception(400, "status must be possible, apart or merged.");
        }
        List<IdentityLink> found;
        try {
            found = entity == null
                    ? store.reviews().links(status == null ? "possible" : status)
                    : store.reviews().linksOf(entity).stream()
                            .filter(link -> status == null || link.status().equals(status))
                            .toList();
        } catch (IllegalArgumentException e) {
            throw Problem.exception(400, Problem.sentence(e.getMessage()));
        }
        return new LinkView.Page(
                found.size(),
                found.stream().skip(from).limit(most).map(LinkView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say that two entities are one, or that they are two",
            description = "The decision takes the place of an earlier one on the two, and outlives a re-ingest. The"
                    + " reviewer is the name of the key.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LinkRequest.class),
                            examples = @ExampleObject(name = "same", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The decision, what is known of the two, and what it changed")
    @APIResponse(responseCode = "400", description = "The body is no decision")
    @APIResponse(responseCode = "422", description = "An entity is not here, or the two have different types")
    public LinkView.Outcome decide(String body) {
        LinkRequest request = JsonBody.read(body, LinkRequest.class, EXAMPLE);
        Decision decision =
                switch (request.decision().orElse("")) {
                    case "same" -> Decision.SAME;
                    case "different" -> Decision.DIFFERENT;
                    default -> throw Problem.exception(400, "decision must be same or different.");
                };
        String a = given("a", request.a());
        String b = given("b", request.b());
        try {
            ReviewOutcome outcome =
                    store.reviews().decide(a, b, decision, ReviewViews.reviewer(caller), request.note());
            return outcome(outcome, Optional.of(outcome.review()));
        } catch (IllegalArgumentException e) {
            throw Problem.exception(422, Problem.sentence(e.getMessage()));
        }
    }

    @DELETE
    @Operation(summary = "Take a decision on two entities back")
    @APIResponse(responseCode = "200", description = "What is known of the two without it, and what that changed")
    @APIResponse(responseCode = "404", description = "Nobody decided on the two")
    public LinkView.Outcome withdraw(@QueryParam("a") String a, @QueryParam("b") String b) {
        List<String> pair = List.of(given("a", Optional.ofNullable(a)), given("b", Optional.ofNullable(b)));
        try {
            return store.reviews()
                    .withdraw(pair)
                    .map(outcome -> outcome(outcome, Optional.empty()))
                    .orElseThrow(() -> Problem.exception(404, "Nobody decided on these two entities."));
        } catch (IllegalArgumentException e) {
            throw Problem.exception(400, Problem.sentence(e.getMessage()));
        }
    }

    private LinkView.Outcome outcome(ReviewOutcome outcome, Optional<Review> kept) {
        ReviewDesk desk = store.reviews();
        List<String> pair = outcome.review().targets();
        List<LinkView> links = desk.linksOf(pair.get(0)).stream()
                .filter(link -> pair.contains(link.one()) && pair.contains(link.other()))
                .map(LinkView::of)
                .toList();
        return new LinkView.Outcome(kept.map(views::decision), links, views.changes(outcome.changes()));
    }

    private static String given(String name, Optional<String> iri) {
        return iri.filter(text -> !text.isBlank())
                .orElseThrow(() -> Problem.exception(400, "Give " + name + ", the IRI of an entity."));
    }
}
