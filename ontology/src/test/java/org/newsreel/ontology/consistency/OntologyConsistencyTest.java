package org.newsreel.ontology.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.InfModel;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.reasoner.ReasonerRegistry;
import org.apache.jena.reasoner.ValidityReport;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.OntologyFiles;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Nr;

/**
 * The ontology contradicts neither itself nor the relation schema, by Jena's OWL rules. They are not complete for OWL DL
 * but cover what the vocabulary uses: subclasses, domains and ranges with unions, inverse and symmetric properties, and
 * disjoint classes, which the test writes out in pairs because the rules don't know owl:AllDisjointClasses.
 */
class OntologyConsistencyTest {
    private static final String EX = "https://example.org/";
    private static final Model VOCABULARY = read();

    @Test
    void contradictsItselfNowhere() {
        assertThat(contradictions(VOCABULARY)).isEmpty();
    }

    @Test
    void letsEveryRelationOfTheSchemaHoldBetweenItsTypes() {
        Model world = ModelFactory.createDefaultModel().add(VOCABULARY);
        int n = 0;
        for (RelationType type : RelationSchema.standard().types()) {
            if (type.property().isPresent()) {
                Resource subject = world.createResource(EX + "s" + n);
                Resource object = world.createResource(EX + "o" + n++);
                subject.addProperty(RDF.type, world.createResource(EntityClasses.of(type.domain())));
                object.addProperty(RDF.type, world.createResource(EntityClasses.of(type.range())));
                subject.addProperty(nr(world, type.property().get()), object);
            }
        }

        assertThat(n).isGreaterThan(60);
        assertThat(contradictions(world)).isEmpty();
    }

    @Test
    void forbidsAnEntityOfTwoClasses() {
        Model world = ModelFactory.createDefaultModel().add(VOCABULARY);
        world.createResource(EX + "both")
                .addProperty(RDF.type, world.createResource(Nr.PERSON))
                .addProperty(RDF.type, world.createResource(Nr.PLACE));

        assertThat(contradictions(world)).isNotEmpty();
    }

    @Test
    void forbidsAMemberThatIsAPlaceByTheDomainAlone() {
        Model world = ModelFactory.createDefaultModel().add(VOCABULARY);
        world.createResource(EX + "hill")
                .addProperty(RDF.type, world.createResource(Nr.PLACE))
                .addProperty(nr(world, "memberOf"), world.createResource(EX + "club"));

        assertThat(contradictions(world)).isNotEmpty();
    }

    @Test
    void forbidsAParentThatIsATimeByTheInverse() {
        Model world = ModelFactory.createDefaultModel().add(VOCABULARY);
        Resource year =
                world.createResource(EX + "1976").addProperty(RDF.type, world.createResource(Nr.TIME_EXPRESSION));
        world.createResource(EX + "ann").addProperty(nr(world, "childOf"), year);

        assertThat(contradictions(world)).isNotEmpty();
    }

    private static List<String> contradictions(Model model) {
        InfModel inferred = ModelFactory.createInfModel(ReasonerRegistry.getOWLMiniReasoner(), model);
        ValidityReport report = inferred.validate();
        List<String> found = new ArrayList<>();
        report.getReports().forEachRemaining(r -> found.add(r.getType() + ": " + r.getDescription()));
        return report.isValid() && report.isClean() ? List.of() : found;
    }

    private static Property nr(Model model, String name) {
        return model.createProperty(Nr.NS, name);
    }

    private static Model read() {
        Model model = ModelFactory.createDefaultModel();
        try (InputStream in = OntologyFiles.vocabulary()) {
            RDFDataMgr.read(model, in, Lang.TURTLE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        // What is said for people alone would only slow the rules down.
        for (Property words : List.of(RDFS.label, RDFS.comment, RDFS.isDefinedBy)) {
            model.removeAll(null, words, null);
        }
        for (Resource all : model.listSubjectsWithProperty(RDF.type, OWL2.AllDisjointClasses)
                .toList()) {
            List<RDFNode> members = all.getProperty(OWL2.members).getList().asJavaList();
            for (RDFNode one : members) {
                members.stream()
                        .filter(other -> !other.equals(one))
                        .forEach(other -> model.add(one.asResource(), OWL.disjointWith, other));
            }
        }
        return model;
    }
}
