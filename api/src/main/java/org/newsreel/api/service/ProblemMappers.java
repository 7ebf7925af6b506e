package org.newsreel.api.service;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a resource throws into a problem detail. */
class ProblemMappers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(WebApplicationException e, @Context UriInfo uri) {
        Response response = e.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        if (e instanceof NotFoundException) {
            return Problem.of(404, "There is nothing at " + uri.getPath() + ".").response();
        }
        Response problem = Problem.of(response.getStatus(), sentence(response.getStatus(), e))
                .response();
        return Response.fromResponse(problem)
                .header("Allow", response.getHeaderString("Allow"))
                .build();
    }

    private static String sentence(int status, WebApplicationException e) {
        return switch (status) {
            case 405 -> "This path has another method: see the Allow header.";
            case 406 -> "None of the asked-for formats is available: see /q/openapi for those that are.";
            case 413 -> "The request is larger than is taken here: send less at a time.";
            case 415 -> "A body of this Content-Type can't be read here: see /q/openapi for those that can.";
            default -> "The request can't be answered as it is: " + e.getMessage() + ".";
        };
    }

    /** A form that breaks off or is none comes as a plain exception, told only by its words. */
    @ServerExceptionMapper
    Response unreadable(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("multipart")) {
            return Problem.of(400, "The form can't be read to its end: send it whole, as multipart/form-data.")
                    .response();
        }
        if (message.contains("No space left")) {
            return Problem.of(507, "There is no room for these files: send them again later.")
                    .response();
        }
        return failed(e);
    }

    @ServerExceptionMapper
    Response failed(Throwable e) {
        LOG.error("A request failed", e);
        return Problem.of(500, "The service failed to answer; its log says why.")
                .response();
    }
}
