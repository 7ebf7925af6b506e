package org.newsreel.ontology.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.OntologyFiles;

class JsonLdContextTest {
    @Test
    void hasATermForEveryPropertyAndClassOfTheVocabulary() throws IOException {
        Set<String> declared = new TreeSet<>();
        Model model = vocabulary();
        for (Resource kind : new Resource[] {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.Class}) {
            model.listSubjectsWithProperty(RDF.type, kind)
                    .filterKeep(subject ->
                            subject.isURIResource() && subject.getURI().startsWith(Nr.NS))
                    .forEach(subject -> declared.add("nr:" + subject.getLocalName()));
        }
        Set<String> known = new TreeSet<>();
        context()
                .forEach(term -> known.add(
                        term.isTextual() ? term.asText() : term.path("@id").asText()));

        assertThat(declared).hasSizeGreaterThan(60);
        assertThat(known).containsAll(declared);
    }

    @Test
    void typesNumbersAndDaysAsTheVocabularyDoes() throws IOException {
        JsonNode context = context();
        Model model = vocabulary();
        context.fields().forEachRemaining(term -> {
            String id = term.getValue().path("@id").asText();
            String type = term.getValue().path("@type").asText();
            if (id.startsWith("nr:") && type.startsWith("xsd:")) {
                assertThat(model.getResource(Nr.NS + id.substring("nr:".length()))
                                .getPropertyResourceValue(RDFS.range)
                                .getLocalName())
                        .as(id)
                        .isEqualTo(type.substring("xsd:".length()));
            }
        });
    }

    private static JsonNode context() throws IOException {
        try (InputStream in = OntologyFiles.context()) {
            return JsonMapper.builder().build().readTree(in).get("@context");
        }
    }

    private static Model vocabulary() throws IOException {
        Model model = ModelFactory.createDefaultModel();
        try (InputStream in = OntologyFiles.vocabulary()) {
            RDFDataMgr.read(model, in, Lang.TURTLE);
        }
        return model;
    }
}
