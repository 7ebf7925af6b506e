package org.newsreel.ontology.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.ontology.OntologyFiles;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/** The constants, the relation schema and the Turtle file say the same. */
class VocabularyTest {
    private static final Model VOCABULARY = read();

    @Test
    void constantsAndRelationPropertiesAreExactlyTheTermsOfTheVocabulary() throws IllegalAccessException {
        Set<String> known = constants(Nr.class);
        properties().forEach(name -> known.add(Nr.NS + name));
        assertThat(declared(Nr.NS)).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @ValueSource(classes = {Schema.class, Oa.class, Prov.class, Gaf.class, DcTerms.class, Rdf.class, Rdfs.class})
    void constantsOfOtherVocabulariesAreExactlyTheTermsThatTheFileLists(Class<?> constants)
            throws IllegalAccessException, NoSuchFieldException {
        String namespace = (String) constants.getField("NS").get(null);
        Set<String> listed = VOCABULARY.listSubjectsWithProperty(RDFS.isDefinedBy).toList().stream()
                .map(Resource::getURI)
                .filter(iri -> iri.startsWith(namespace))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(constants(constants));
    }

    @Test
    void everyPropertyHasTheDomainAndRangeThatTheSchemaGivesIt() {
        for (String name : properties()) {
            Set<String> domain = new TreeSet<>();
            Set<String> range = new TreeSet<>();
            for (RelationType type : RelationSchema.standard().types()) {
                if (type.property().equals(Optional.of(name)) || type.inverse().equals(Optional.of(name))) {
                    boolean forwards = type.property().equals(Optional.of(name));
                    (forwards ? domain : range).add(EntityClasses.of(type.domain()));
                    (forwards ? range : domain).add(EntityClasses.of(type.range()));
                    if (type.symmetric()) {
                        domain.add(EntityClasses.of(type.range()));
                        range.add(EntityClasses.of(type.domain()));
                    }
                }
            }
            Resource property = VOCABULARY.createResource(Nr.NS + name);
            assertThat(classes(property.getProperty(RDFS.domain).getObject()))
                    .as("domain of %s", name)
                    .isEqualTo(domain);
            assertThat(classes(property.getProperty(RDFS.range).getObject()))
                    .as("range of %s", name)
                    .isEqualTo(range);
        }
    }

    @Test
    void everyPropertyIsSymmetricAndHasAnInverseAsTheSchemaSays() {
        for (RelationType type : RelationSchema.standard().types()) {
            type.property().ifPresent(name -> {
                Resource property = VOCABULARY.createResource(Nr.NS + name);
                assertThat(property.hasProperty(RDF.type, OWL.ObjectProperty))
                        .as(name)
                        .isTrue();
                assertThat(property.hasProperty(RDF.type, OWL.SymmetricProperty))
                        .as(name)
                        .isEqualTo(type.symmetric());
                Optional<String> inverse = Optional.ofNullable(property.getPropertyResourceValue(OWL.inverseOf))
                        .map(Resource::getLocalName);
                assertThat(inverse).as("inverse of %s", name).isEqualTo(type.inverse());
                inverse.ifPresent(other -> assertThat(
                                VOCABULARY.createResource(Nr.NS + other).hasProperty(OWL.inverseOf, property))
                        .as("%s names %s back", other, name)
                        .isTrue());
            });
        }
    }

    @Test
    void everyTermHasALabelAndACommentInEnglishAndChinese() {
        for (String iri : declared(Nr.NS)) {
            Resource term = VOCABULARY.createResource(iri);
            for (String language : List.of("en", "zh")) {
                assertThat(term.listProperties(RDFS.label, language).toList())
                        .as("%s label of %s", language, iri)
                        .hasSize(1);
                assertThat(term.listProperties(RDFS.comment, language).toList())
                        .as("%s comment of %s", language, iri)
                        .hasSize(1);
            }
        }
    }

    @Test
    void entityClassesStandForTypesBothWays() {
        for (EntityType type : EntityType.values()) {
            assertThat(EntityClasses.typeOf(EntityClasses.of(type))).contains(type);
            assertThat(VOCABULARY.createResource(EntityClasses.of(type)).hasProperty(RDF.type, OWL.Class))
                    .isTrue();
        }
        assertThat(EntityClasses.typeOf(Nr.ENTITY)).isEmpty();
    }

    private static Set<String> properties() {
        return RelationSchema.standard().types().stream()
                .flatMap(type -> Stream.concat(type.property().stream(), type.inverse().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> declared(String namespace) {
        return VOCABULARY.listSubjectsWithProperty(RDF.type).toList().stream()
                .filter(Resource::isURIResource)
                .map(Resource::getURI)
                .filter(iri -> iri.startsWith(namespace))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classes(RDFNode node) {
        Resource resource = node.asResource();
        Stream<Resource> members = resource.isURIResource()
                ? Stream.of(resource)
                : resource
                        .getPropertyResourceValue(OWL.unionOf)
                        .as(org.apache.jena.rdf.model.RDFList.class)
                        .asJavaList()
                        .stream()
                        .map(RDFNode::asResource);
        return members.map(Resource::getURI).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constants(Class<?> type) throws IllegalAccessException {
        Set<String> values = new TreeSet<>();
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getName().equals("NS")) {
                values.add((String) field.get(null));
            }
        }
        return values;
    }

    private static Model read() {
        Model model = ModelFactory.createDefaultModel();
        try (InputStream in = OntologyFiles.vocabulary()) {
            RDFDataMgr.read(model, in, Lang.TURTLE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return model;
    }
}
