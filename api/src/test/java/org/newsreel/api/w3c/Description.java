package org.newsreel.api.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/** SPARQL 1.1 Service Description, sections 2 and 3. The suite names its tests and leaves their content to the runner. */
final class Description {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    private final Endpoint endpoint;

    Description(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    void check(W3cTest test) {
        HttpResponse<byte[]> answer = endpoint.send(endpoint.request(endpoint.sparql())
                .header("Accept", "text/turtle")
                .build());
        Endpoint.check(answer, "a bare GET");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/turtle");
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(new String(answer.body(), StandardCharsets.UTF_8), Lang.TURTLE)
                .base(endpoint.sparql())
                .parse(model);
        assertThat(model.isEmpty()).isFalse();
        if (test.id().endsWith("has-endpoint-triple")) {
            assertThat(model.contains(
                            null, model.createProperty(SD + "endpoint"), model.createResource(endpoint.sparql())))
                    .isTrue();
        }
        if (test.id().endsWith("conforms-to-schema")) {
            var services = model.listSubjectsWithProperty(RDF.type, model.createResource(SD + "Service"))
                    .toList();
            assertThat(services).hasSize(1);
            var service = services.get(0);
            assertThat(service.listProperties(model.createProperty(SD + "endpoint"))
                            .toList())
                    .hasSize(1)
                    .allMatch(s -> s.getObject().isURIResource());
            for (String property : new String[] {"supportedLanguage", "resultFormat"}) {
                assertThat(service.listProperties(model.createProperty(SD + property))
                                .toList())
                        .as(property)
                        .isNotEmpty()
                        .allMatch(s -> s.getObject().isURIResource());
            }
            assertThat(service.listProperties(model.createProperty(SD + "defaultDataset"))
                            .toList())
                    .hasSize(1)
                    .allMatch(s -> s.getResource().hasProperty(RDF.type, model.createResource(SD + "Dataset")));
        }
    }
}
