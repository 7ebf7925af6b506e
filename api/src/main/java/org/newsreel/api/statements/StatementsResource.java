package org.newsreel.api.statements;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
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
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.merge.Review;
import org.newsreel.kg.merge.StatedFact;
import org.newsreel.kg.review.Correction;
import org.newsreel.kg.review.ReviewDesk;
import org.newsreel.kg.review.ReviewOutcome;
import org.newsreel.kg.review.ReviewTerms;

/** What people decide on statements. */
@Path("/api/statements/{id: .+}/review")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review")
public class StatementsResource {
    private static final String EXAMPLE = "{\"decision\":\"reject\",\"note\":\"she left in 2019\"}";
    private static final String CORRECTION =
            "{\"decision\":\"correct\",\"predicate\":\"nr:founderOf\",\"object\":\"id:organization/…\"}";
    private static final String ID = "The statement's IRI, percent-encoded; or id:statement/…, or statement/…";

    private final OpenStore store;
    private final ReviewViews views;
    private final Caller caller;

    @Inject
    StatementsResource(OpenStore store, ReviewViews views, Caller caller) {
        this.store = store;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "A statement, the fact that it supports, and the decision on it")
    @APIResponse(responseCode = "200", description = "The statement; decisions is empty when nobody decided")
    @APIResponse(responseCode = "404", description = "No item makes the statement, and nobody decided on it")
    public StatementView review(@Parameter(description = ID) @PathParam("id") String id) {
        ReviewDesk desk = store.reviews();
        Optional<StatedFact> stated = asked(id, desk::statement);
        Optional<Review> review = asked(id, desk::on);
        if (stated.isEmpty() && review.isEmpty()) {
            throw unknown(id);
        }
        return views.statement(iri(stated, id), stated, review, Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Accept, reject or correct a statement",
            description = "The decision takes the place of an earlier one, and outlives a re-ingest of the item. A"
                    + " rejected statement's fact leaves the merged graph unless another statement supports it. A"
                    + " correction gives what is right: subject, predicate, object, each as IRI or prefixed name; what"
                    + " is left out stays. The reviewer is the name of the key.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReviewRequest.class),
                            examples = {
                                @ExampleObject(name = "reject", value = EXAMPLE),
                                @ExampleObject(name = "correct", value = CORRECTION)
                            }))
    @APIResponse(responseCode = "200", description = "The statement with the decision, and what it changed")
    @APIResponse(responseCode = "400", description = "The body is no decision")
    @APIResponse(responseCode = "404", description = "No item makes the statement")
    @APIResponse(responseCode = "422", description = "The vocabulary does not allow what the correction says")
    public StatementView decide(@Parameter(description = ID) @PathParam("id") String id, String body) {
        ReviewRequest request = JsonBody.read(body, ReviewRequest.class, EXAMPLE);
        Decision decision =
                switch (request.decision().orElse("")) {
                    case "accept" -> Decision.ACCEPTED;
                    case "reject" -> Decision.REJECTED;
                    case "correct" -> Decision.CORRECTED;
                    default -> throw Problem.exception(400, "decision must be accept, reject or correct.");
                };
        Correction right = new Correction(request.subject(), request.predicate(), request.object());
        boolean corrects = right.subject().isPresent()
                || right.predicate().isPresent()
                || right.object().isPresent();
        if (corrects != (decision == Decision.CORRECTED)) {
            throw Problem.exception(400, "subject, predicate and object belong to a correction, and it needs one.");
        }
        ReviewDesk desk = store.reviews();
        if (asked(id, desk::statement).isEmpty()) {
            throw unknown(id);
        }
        try {
            ReviewOutcome outcome = desk.decide(
                    id,
                    decision,
                    corrects ? Optional.of(right) : Optional.empty(),
                    ReviewViews.reviewer(caller),
                    request.note());
            Optional<StatedFact> stated = desk.statement(id);
            return views.statement(
                    iri(stated, id), stated, Optional.of(outcome.review()), Optional.of(outcome.changes()));
        } catch (NoSuchElementException e) {
            throw unknown(id);
        } catch (IllegalArgumentException e) {
            throw Problem.exception(422, Problem.sentence(e.getMessage()));
        }
    }

    @DELETE
    @Operation(summary = "Take the decision on a statement back")
    @APIResponse(responseCode = "200", description = "The statement without it, and what that changed")
    @APIResponse(responseCode = "404", description = "Nobody decided on the statement")
    public StatementView withdraw(@Parameter(description = ID) @PathParam("id") String id) {
        ReviewDesk desk = store.reviews();
        ReviewOutcome outcome = asked(id, term -> desk.withdraw(List.of(term)))
                .orElseThrow(() -> Problem.exception(404, "Nobody decided on the statement " + id + "."));
        Optional<StatedFact> stated = desk.statement(id);
        return views.statement(iri(stated, id), stated, Optional.empty(), Optional.of(outcome.changes()));
    }

    private static String iri(Optional<StatedFact> stated, String id) {
        return stated.map(StatedFact::iri).orElseGet(() -> ReviewTerms.iri(id));
    }

    private static <T> T asked(String id, Function<String, T> question) {
        try {
            return question.apply(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    private static jakarta.ws.rs.WebApplicationException unknown(String id) {
        return Problem.exception(404, "No item here makes the statement " + id + ".");
    }
}
