package org.newsreel.api.service;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers for what is under the interface's paths and no resource takes, where the servlet's page would be HTML. */
@WebFilter(urlPatterns = {"/api/*", "/media/*"})
public class UnknownPathFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = ((HttpServletRequest) request).getRequestURI();
        byte[] body = Problem.of(404, "There is nothing at " + path + ": see /q/openapi for what there is.")
                .json()
                .getBytes(StandardCharsets.UTF_8);
        answer.setStatus(404);
        answer.setContentType(Problem.TYPE);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }
}
