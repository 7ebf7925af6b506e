package org.newsreel.api.sparql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.newsreel.api.service.ServiceConfig;
import org.newsreel.kg.federation.AllowedHosts;

/**
 * Documents of other hosts, for {@code LOAD} and JSON-LD contexts: only over HTTP, only from hosts on the allow-list, no
 * larger than a request's body may be. A redirection is not followed: where it leads was not allowed. Thread safe.
 */
@Singleton
class RemoteDocuments {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AllowedHosts hosts;
    private final long mostBytes;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** What came: the bytes, and the media type that the sender gave them, or an empty one. */
    record Fetched(byte[] bytes, String type) {}

    /** A document that did not come; the message is one sentence. */
    static final class NotFetched extends Exception {
        private static final long serialVersionUID = 1L;

        NotFetched(String sentence) {
            super(sentence);
        }
    }

    @Inject
    RemoteDocuments(ServiceConfig config) {
        this(
                AllowedHosts.of(config.federationHosts().orElse("")),
                config.maxBodySize().asLongValue());
    }

    RemoteDocuments(AllowedHosts hosts, long mostBytes) {
        this.hosts = hosts;
        this.mostBytes = mostBytes;
    }

    AllowedHosts hosts() {
        return hosts;
    }

    /**
     * Fetches a document.
     *
     * @throws org.newsreel.kg.federation.HostNotAllowed when its host may not be asked; nothing was asked then
     * @throws NotFetched when it did not come whole
     */
    Fetched fetch(URI address, String accept) throws NotFetched {
        hosts.check(address);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", accept)
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new NotFetched(address + " answered with status " + answer.statusCode()
                            + (answer.statusCode() / 100 == 3
                                    ? ": name the address that it redirects to, if its host is allowed."
                                    : ": check the address."));
                }
                return new Fetched(
                        read(address, body),
                        answer.headers().firstValue("Content-Type").orElse(""));
            }
        } catch (IOException e) {
            throw new NotFetched(address + " did not answer (" + e.getMessage() + "): ask again later.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotFetched("The service is stopping: ask again later.");
        }
    }

    private byte[] read(URI address, InputStream body) throws IOException, NotFetched {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            bytes.write(buffer, 0, n);
            if (bytes.size() > mostBytes) {
                throw new NotFetched(
                        address + " is larger than " + (mostBytes >> 20) + " MB, the most that is taken here.");
            }
        }
        return bytes.toByteArray();
    }
}
