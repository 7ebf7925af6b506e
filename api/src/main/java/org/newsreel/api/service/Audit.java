package org.newsreel.api.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who tried to change what, when, and what came of it: one JSON object a line in the store's {@code audit/}, through the
 * log category {@value #CATEGORY}, which the configuration rotates or sends elsewhere. Keys and bodies are never in it.
 * Thread safe.
 */
@Singleton
public class Audit {
    static final String CATEGORY = "newsreel.audit";

    private static final Logger LOG = LoggerFactory.getLogger(CATEGORY);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 500;

    /**
     * A request that changes something was answered, or one was refused for want of a key.
     *
     * @param who sent a key that is known
     * @param action a word for what was asked
     * @param path without its query
     * @param status of the answer
     */
    public void record(Optional<KeyHolder> who, String action, String method, String path, int status) {
        record(who, action, method, path, status, String.valueOf(MDC.get(RequestIds.FIELD)));
    }

    void record(Optional<KeyHolder> who, String action, String method, String path, int status, String request) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("who", who.map(KeyHolder::id).orElse("nobody known"));
        line.put("action", action);
        line.put("method", method);
        line.put("path", path.length() > LONGEST ? path.substring(0, LONGEST) + "…" : path);
        line.put("status", status);
        line.put("outcome", status < 400 ? "done" : status == 401 || status == 403 ? "refused" : "failed");
        line.put("request", request);
        try {
            LOG.info("{}", JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values has a JSON form", e);
        }
    }
}
