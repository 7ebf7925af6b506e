package org.newsreel.api.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;

/** Protocol and Graph Store Protocol tests: requests, one after the other, and what must be answered. */
final class Conversation {
    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";

    private final Endpoint endpoint;
    private final Map<String, String> places = new HashMap<>();

    Conversation(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    void hold(W3cTest test) {
        endpoint.hold(Given.dataset(test.node(), W3cTest.UT));
        int number = 0;
        for (RDFNode request :
                W3cTest.object(test.action(), HT + "requests").as(RDFList.class).asJavaList()) {
            number++;
            one(request.asResource(), "request " + number);
        }
    }

    private void one(Resource request, String name) {
        String address = address(string(request, HT + "absolutePath"));
        String method = string(request, HT + "methodName");
        HttpRequest.Builder asked = endpoint.request(address).method(method, body(request));
        RDFNode headers = W3cTest.object(request, HT + "headers");
        if (headers != null) {
            for (RDFNode header : headers.as(RDFList.class).asJavaList()) {
                String field = string(header.asResource(), HT + "fieldName");
                if (!field.equalsIgnoreCase("host") && !field.equalsIgnoreCase("content-length")) {
                    asked.header(field, string(header.asResource(), HT + "fieldValue"));
                }
            }
        }
        HttpResponse<byte[]> answer = endpoint.send(asked.build());
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        Resource expected = W3cTest.object(request, HT + "resp").asResource();
        List<String> statuses = W3cTest.all(expected, W3cTest.MF + "expectedStatus")
                .mapWith(s -> s.getResource().getLocalName())
                .toList();
        assertThat(statuses.isEmpty() || statuses.stream().anyMatch(s -> is(s, answer.statusCode())))
                .as(() -> name + ", " + method + " " + address + ": status " + answer.statusCode() + " instead of "
                        + statuses + "; " + said)
                .isTrue();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String format = string(expected, W3cTest.MF + "expectedFormat");
        if (format != null) {
            assertThat(isOf(type, format))
                    .as(() -> name + ": " + type + " is not " + format)
                    .isTrue();
        }
        RDFNode truth = W3cTest.object(expected, W3cTest.MF + "expectedBoolean");
        if (truth != null) {
            String value = Boolean.toString(truth.asLiteral().getBoolean());
            assertThat(said.replaceAll("\\s", ""))
                    .as(name)
                    .containsAnyOf("\"boolean\":" + value, "<boolean>" + value + "</boolean>");
        }
        String place = string(expected, W3cTest.MF + "expectedLocation");
        if (place != null) {
            assertThat(answer.headers().firstValue("Location"))
                    .as(name + ": Location")
                    .isPresent();
            places.put(place, answer.headers().firstValue("Location").orElseThrow());
        }
        RDFNode content = W3cTest.object(expected, HT + "body");
        if (content != null && answer.statusCode() == 200 && !method.equals("HEAD")) {
            Model wanted = model(string(content.asResource(), CNT + "chars"), Lang.TURTLE, address);
            Model got = model(said, RDFLanguages.contentTypeToLang(type.replaceFirst(";.*", "")), address);
            assertThat(got.isIsomorphicWith(wanted))
                    .as(() -> name + ": got " + got + " instead of " + wanted)
                    .isTrue();
        }
    }

    private static Model model(String text, Lang language, String base) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(text, language).base(base).parse(model);
        return model;
    }

    /** The manifests speak of a service with /sparql/ and /gsp. */
    private String address(String path) {
        String filled = path;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.equals(place.getKey())
                    ? place.getValue()
                    : filled.replace(place.getKey(), URLEncoder.encode(place.getValue(), StandardCharsets.UTF_8));
        }
        if (filled.startsWith("/sparql")) {
            return endpoint.sparql() + filled.substring("/sparql".length()).replaceFirst("^/", "");
        }
        if (filled.startsWith("/gsp")) {
            return endpoint.graphStore() + filled.substring("/gsp".length());
        }
        return filled;
    }

    private static HttpRequest.BodyPublisher body(Resource request) {
        RDFNode body = W3cTest.object(request, HT + "body");
        if (body == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        String encoding = string(body.asResource(), CNT + "characterEncoding");
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return HttpRequest.BodyPublishers.ofByteArray(
                string(body.asResource(), CNT + "chars").getBytes(charset));
    }

    private static boolean is(String name, int status) {
        return switch (name) {
            case "OK" -> status == 200;
            case "Created" -> status == 201;
            case "NoContent" -> status == 204;
            case "BadRequest" -> status == 400;
            case "NotFound" -> status == 404;
            default -> {
                if (!name.matches("StatusCode[1-5]xx")) {
                    throw new AssertionError("the status " + name + " is not known here");
                }
                yield status / 100 == name.charAt("StatusCode".length()) - '0';
            }
        };
    }

    private static boolean isOf(String type, String format) {
        return switch (format) {
            case "RDF" -> type.matches("(text/turtle|application/(rdf\\+xml|n-triples|ld\\+json)).*");
            case "boolean" -> type.matches("application/sparql-results\\+(xml|json).*");
            case "tabular" ->
                type.matches("(application/sparql-results\\+(xml|json)|text/(csv|tab-separated-values)).*");
            default -> throw new AssertionError("the format " + format + " is not known here");
        };
    }

    private static String string(Resource subject, String property) {
        RDFNode node = W3cTest.object(subject, property);
        return node == null ? null : node.asLiteral().getString();
    }
}
