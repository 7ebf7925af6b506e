package org.newsreel.api.provenance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;

class ProvenanceIT {
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        url = RunningService.shared().url() + "api/provenance";
    }

    private static RequestSpecification asking(String subject, String predicate, String object) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultQueryParameterCharset("UTF-8")))
                .queryParam("subject", subject)
                .queryParam("predicate", predicate)
                .queryParam("object", object);
    }

    private static Model read(byte[] body, Lang language) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(body), language);
        return model;
    }

    @ParameterizedTest
    @CsvSource({
        "Mara Venn, memberOf, Ellery Harbour Board",
        "Mara Venn, nr:memberOf, Ellery Harbour Board",
        "Mara Venn, member of, Ellery Harbour Board",
        "Mara Venn, <https://w3id.org/newsreel/ns#memberOf>, Ellery Harbour Board"
    })
    void namesPrefixedNamesAndIrisFindTheStatement(String subject, String predicate, String object) {
        byte[] body = asking(subject, predicate, object)
                .get(url)
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .extract()
                .asByteArray();
        Model model = read(body, Lang.JSONLD);
        assertThat(model.listSubjectsWithProperty(RDF.type, RDF.Statement).toList())
                .hasSize(1);
        assertThat(quotes(model)).containsExactlyInAnyOrder("Venn", "Ellery Harbour Board");
        assertThat(model.listObjectsOfProperty(model.createProperty(Nr.TIME))
                        .mapWith(n -> n.asLiteral().getDouble())
                        .toList())
                .containsExactlyInAnyOrder(0.96, 1.92, 2.88);
        assertThat(model.listObjectsOfProperty(model.createProperty(Nr.NETWORK))
                        .mapWith(RDFNode::toString)
                        .toList())
                .as("where networks looked")
                .containsExactlyInAnyOrder("looker", "other-looker");
        assertThat(model.listObjectsOfProperty(model.createProperty(Nr.SUBTITLES))
                        .toList())
                .isEmpty();
        assertThat(model.listObjectsOfProperty(RDF.value)
                        .mapWith(RDFNode::toString)
                        .toList())
                .allMatch(fragment -> fragment.contains("xywh="));
        assertThat(model.listObjectsOfProperty(model.createProperty(Nr.MODEL_HASH))
                        .toList())
                .hasSize(1);
    }

    @Test
    void theWholeTextStaysOut() {
        byte[] body =
                asking("Mara Venn", "memberOf", "Ellery Harbour Board").get(url).asByteArray();
        assertThat(read(body, Lang.JSONLD)
                        .contains(null, ModelFactory.createDefaultModel().createProperty(Nr.TEXT)))
                .isFalse();
    }

    @Test
    void typesAndNamesHaveEvidenceToo() {
        byte[] body = asking("Mara Venn", "a", "nr:Person")
                .accept("text/turtle")
                .get(url)
                .then()
                .statusCode(200)
                .contentType(containsString("text/turtle"))
                .extract()
                .asByteArray();
        assertThat(quotes(read(body, Lang.TURTLE))).containsExactlyInAnyOrder("Mara Venn", "Venn");
    }

    @Test
    void aLinkCanChooseTurtle() {
        byte[] body = asking("Mara Venn", "memberOf", "Ellery Harbour Board")
                .queryParam("format", "turtle")
                .accept("text/html")
                .get(url)
                .then()
                .contentType(containsString("text/turtle"))
                .extract()
                .asByteArray();
        assertThat(read(body, Lang.TURTLE).isEmpty()).isFalse();
    }

    @Test
    void whatNobodyStatesIsAProblem() {
        asking("Mara Venn", "memberOf", "Port Ellery")
                .get(url)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("No item in the store states this."));
        asking("Nobody", "memberOf", "Port Ellery")
                .get(url)
                .then()
                .statusCode(404)
                .body("detail", startsWith("Nothing in the graph is called \"Nobody\""));
    }

    @Test
    void aQuestionWithoutAllPartsOrInAnUnknownFormatIsRefused() {
        given().queryParam("subject", "Mara Venn")
                .get(url)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        asking("Mara Venn", "memberOf", "Port Ellery")
                .queryParam("format", "pdf")
                .get(url)
                .then()
                .statusCode(400);
    }

    private static List<String> quotes(Model model) {
        return model.listObjectsOfProperty(model.createProperty(Oa.EXACT))
                .mapWith(n -> n.asLiteral().getString())
                .toList();
    }
}
