package org.newsreel.api.service;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
        Response problem = Problem.of(
                        response.getStatus(),
                        response.getStatus() == 405
                                ? "This path has another method: see the Allow header."
                                : "The request can't be answered as it is: " + e.getMessage() + ".")
                .response();
        return Response.fromResponse(problem)
                .header("Allow", response.getHeaderString("Allow"))
                .build();
    }

    @ServerExceptionMapper
    Response failed(Throwable e) {
        LOG.error("A request failed", e);
        return Problem.of(500, "The service failed to answer; its log says why.")
                .response();
    }
}
