package org.newsreel.api.jobs;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.Numbers;
import org.newsreel.api.service.Problem;

/** Jobs: what became of news that came in. */
@Path("/api/jobs")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobsResource {
    private static final int MOST = 500;

    private final Jobs jobs;
    private final JobStream stream;

    @Inject
    JobsResource(Jobs jobs, JobStream stream) {
        this.jobs = jobs;
        this.stream = stream;
    }

    @GET
    @Operation(summary = "The jobs, newest first")
    @APIResponse(responseCode = "200", description = "One page of the list")
    @APIResponse(responseCode = "400", description = "The state, offset or limit is none")
    public JobList list(
            @Parameter(description = "queued, running, done, failed or cancelled; all when not given")
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Which job to begin with, from 0") @QueryParam("offset") @DefaultValue("0")
                    String offset,
            @Parameter(description = "How many jobs, 1 to 500") @QueryParam("limit") @DefaultValue("50") String limit) {
        return jobs.list(
                Optional.ofNullable(state).map(JobsResource::state),
                Numbers.whole("offset", offset, 0, Integer.MAX_VALUE),
                Numbers.whole("limit", limit, 1, MOST));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One job: its state, what became of its items, and how far each stage is")
    @APIResponse(responseCode = "200", description = "The job")
    @APIResponse(responseCode = "404", description = "There is no such job")
    public JobView job(@PathParam("id") String id) {
        return jobs.get(id);
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "The job as it is and after each change, as server-sent events",
            description = "Each event is called \"job\" and carries the job as JSON. The stream ends with the job.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is no such job")
    public Multi<OutboundSseEvent> events(@PathParam("id") String id, @Context Sse sse) {
        return stream.of(jobs.get(id).id(), sse);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "End a job; what it stored stays")
    @APIResponse(responseCode = "200", description = "The job, cancelled")
    @APIResponse(responseCode = "404", description = "There is no such job")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public JobView cancel(@PathParam("id") String id) {
        return jobs.cancel(id);
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Begin a job anew that has ended; what is stored is not extracted again")
    @APIResponse(responseCode = "200", description = "The job, waiting")
    @APIResponse(responseCode = "404", description = "There is no such job")
    @APIResponse(responseCode = "409", description = "It has not ended, or its files are gone")
    public JobView retry(@PathParam("id") String id) {
        return jobs.retry(id);
    }

    private static JobState state(String name) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.exception(400, "state must be queued, running, done, failed or cancelled."));
    }
}
