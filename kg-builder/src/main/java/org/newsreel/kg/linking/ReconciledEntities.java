package org.newsreel.kg.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.newsreel.kg.federation.AllowedHosts;
import org.newsreel.ontology.claim.EntityType;

/**
 * Entities of a service that speaks the Reconciliation Service API (0.1 or 0.2), such as a vocabulary server. Its candidates
 * are judged by their names here: scores of different services can't be compared.
 */
public final class ReconciledEntities implements OwnEntities {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CANDIDATES = 5;
    private static final int LARGEST = 32 << 20;

    private final URI service;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            // A redirect could lead to a host that is not allowed.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String space;

    /**
     * Of a service.
     *
     * @throws IllegalArgumentException when its host may not be asked
     */
    public ReconciledEntities(URI service, AllowedHosts allowed) {
        allowed.check(service);
        this.service = service;
    }

    @Override
    public String name() {
        return service.toString();
    }

    @Override
    public List<Collection<OwnEntity>> candidates(List<Wanted> wanted) {
        if (space == null) {
            JsonNode manifest = send(HttpRequest.newBuilder(service));
            space = manifest.path("identifierSpace").asText("");
        }
        ObjectNode batch = JSON.createObjectNode();
        for (int i = 0; i < wanted.size(); i++) {
            int names = wanted.get(i).names().size();
            for (int n = 0; n < names; n++) {
                batch.putObject("q" + i + "_" + n)
                        .put("query", wanted.get(i).names().get(n))
                        .put("limit", CANDIDATES);
            }
        }
        JsonNode answer = send(HttpRequest.newBuilder(service)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "queries=" + URLEncoder.encode(batch.toString(), StandardCharsets.UTF_8))));
        List<Collection<OwnEntity>> all = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            List<OwnEntity> found = new ArrayList<>();
            for (int n = 0; n < wanted.get(i).names().size(); n++) {
                answer.path("q" + i + "_" + n).path("result").forEach(candidate -> {
                    String name = candidate.path("name").asText("");
                    String id = candidate.path("id").asText("");
                    if (!name.isBlank() && !id.isBlank()) {
                        found.add(new OwnEntity(iri(id), type(candidate), List.of(name)));
                    }
                });
            }
            all.add(found.stream().distinct().toList());
        }
        return all;
    }

    private String iri(String id) {
        return id.contains("://")
                ? id
                : space + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    private static Optional<EntityType> type(JsonNode candidate) {
        for (JsonNode type : candidate.path("type")) {
            String id = type.isTextual() ? type.asText() : type.path("id").asText("");
            Optional<EntityType> known = KnownClasses.type(id).or(() -> KnownClasses.type("https://schema.org/" + id));
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(
                    request.timeout(Duration.ofSeconds(60))
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200 || response.body().length > LARGEST) {
                throw failed("status " + response.statusCode(), null);
            }
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw failed("no JSON", e);
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", e);
        }
    }

    private IllegalStateException failed(String reason, Exception cause) {
        return new IllegalStateException(service + " did not answer (" + reason + "): ask again later", cause);
    }
}
