package org.newsreel.api.service;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says errors of whatever no resource takes as problem details, where the container's page would be HTML. */
@WebFilter(urlPatterns = "/*")
public class UnknownPathFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = asked.getRequestURI();
        if (isUnder(path, "/api") || isUnder(path, "/media") || isUnder(path, "/reconcile")) {
            // What a resource takes never comes here.
            write(answer, problem(404, asked));
            return;
        }
        chain.doFilter(request, new HttpServletResponseWrapper(answer) {
            @Override
            public void sendError(int status) throws IOException {
                sendError(status, null);
            }

            @Override
            public void sendError(int status, String message) throws IOException {
                write(answer, problem(status, asked));
            }
        });
    }

    private static boolean isUnder(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private static Problem problem(int status, HttpServletRequest asked) {
        return Problem.of(
                status,
                switch (status) {
                    case 404 -> "There is nothing at " + asked.getRequestURI() + ": see /q/openapi for what there is.";
                    case 405 -> "This path can't be asked with " + asked.getMethod() + ": see /q/openapi for how.";
                    default -> "The request can't be answered as it is: see /q/openapi for what there is.";
                });
    }

    private static void write(HttpServletResponse answer, Problem problem) throws IOException {
        if (answer.isCommitted()) {
            return;
        }
        byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
        answer.resetBuffer();
        answer.setStatus(problem.status());
        answer.setContentType(Problem.TYPE);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }
}
