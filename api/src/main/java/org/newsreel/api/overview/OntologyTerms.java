package org.newsreel.api.overview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsreel.ontology.OntologyFiles;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.vocab.Gaf;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Prefixes;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Schema;

/** The terms of the graph model: those of the ontology, and those of other vocabularies that the graph uses. */
final class OntologyTerms {
    private static final List<String> CLASSES_OF_OTHERS =
            List.of(Schema.NEWS_ARTICLE, RDF.Statement.getURI(), Oa.SPECIFIC_RESOURCE, Prov.ENTITY, Prov.ACTIVITY);
    private static final List<String> PROPERTIES_OF_OTHERS = List.of(
            RDF.type.getURI(),
            RDF.subject.getURI(),
            RDF.predicate.getURI(),
            RDF.object.getURI(),
            RDF.value.getURI(),
            RDFS.label.getURI(),
            Prov.WAS_DERIVED_FROM,
            Prov.WAS_GENERATED_BY,
            Oa.HAS_SOURCE,
            Oa.HAS_SELECTOR,
            Oa.START,
            Oa.END,
            Oa.EXACT,
            Gaf.DENOTED_BY,
            Schema.HEADLINE,
            Schema.IN_LANGUAGE,
            Schema.DATE_PUBLISHED,
            Schema.CREDIT_TEXT,
            Schema.URL,
            Schema.VIDEO,
            Schema.IMAGE);

    private final Model ontology = ModelFactory.createDefaultModel();

    private OntologyTerms() {}

    static TermView.Terms read() {
        OntologyTerms terms = new OntologyTerms();
        try (InputStream in = OntologyFiles.vocabulary()) {
            RDFDataMgr.read(terms.ontology, in, Lang.TURTLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TermView.Terms(new TreeMap<>(Prefixes.ALL), terms.all());
    }

    private List<TermView> all() {
        List<TermView> all = new ArrayList<>();
        own(OWL.Class).forEach(node -> all.add(view(node, "class")));
        Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty)
                .flatMap(this::own)
                .forEach(node -> all.add(view(node, "property")));
        CLASSES_OF_OTHERS.forEach(iri -> all.add(view(ontology.createResource(iri), "class")));
        PROPERTIES_OF_OTHERS.forEach(iri -> all.add(view(ontology.createResource(iri), "property")));
        all.sort(Comparator.comparing(TermView::prefixed));
        return List.copyOf(all);
    }

    private Stream<Resource> own(Resource type) {
        return ontology
                .listSubjectsWithProperty(RDF.type, type)
                .filterKeep(node -> node.isURIResource() && node.getURI().startsWith(Nr.NS))
                .toList()
                .stream();
    }

    private TermView view(Resource node, String kind) {
        return new TermView(
                node.getURI(),
                prefixed(node.getURI()),
                kind,
                texts(node, RDFS.label),
                texts(node, RDFS.comment),
                kind.equals("property") && relates(node));
    }

    private static boolean relates(Resource property) {
        return RelationSchema.standard().types().stream().anyMatch(type -> type.property()
                .filter(name -> property.getURI().equals(Nr.NS + name))
                .isPresent());
    }

    private static Map<String, String> texts(Resource node, Property property) {
        Map<String, String> texts = new TreeMap<>();
        node.listProperties(property).forEachRemaining(s -> {
            if (s.getObject().isLiteral()) {
                texts.put(s.getLanguage(), s.getString());
            }
        });
        return texts;
    }

    private static String prefixed(String iri) {
        return Prefixes.ALL.entrySet().stream()
                .filter(e -> iri.startsWith(e.getValue()))
                .max(Comparator.comparingInt(e -> e.getValue().length()))
                .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
                .orElse(iri);
    }
}
