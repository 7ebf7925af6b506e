package org.newsreel.kg.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDFS;
import org.newsreel.ontology.OntologyFiles;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.vocab.Nr;

/** The labels of the properties that facts have, in English and Chinese; few enough to be looked through. Immutable. */
public final class RelationNames {
    private static final double BEGINNING = 0.85;
    private static final double WITHIN = 0.7;

    private final Map<String, List<String>> labels = new TreeMap<>();

    /** Of the vocabulary that ships. */
    public RelationNames() {
        Model vocabulary = ModelFactory.createDefaultModel();
        RDFDataMgr.read(vocabulary, OntologyFiles.vocabulary(), Lang.TURTLE);
        RelationSchema.standard().types().forEach(type -> type.property().ifPresent(local -> {
            Resource property = ResourceFactory.createResource(Nr.NS + local);
            List<String> found = new ArrayList<>();
            vocabulary
                    .listObjectsOfProperty(property, RDFS.label)
                    .forEach(label -> found.add(
                            label.asLiteral().getLanguage().equals("en")
                                    ? "0" + label.asLiteral().getLexicalForm()
                                    : "1" + label.asLiteral().getLexicalForm()));
            labels.put(
                    property.getURI(),
                    found.stream().sorted().map(label -> label.substring(1)).toList());
        }));
    }

    /** IRI of each property, with its labels, the English one first. */
    public Map<String, List<String>> all() {
        return java.util.Collections.unmodifiableMap(labels);
    }

    /** The properties with a label that holds the words, the best fit first; all for no words. */
    public List<Hit> matching(String words) {
        String wanted = NameAnalyzer.whole(words);
        List<Hit> found = new ArrayList<>();
        if (wanted.isEmpty() && !words.isBlank()) {
            return found;
        }
        labels.forEach((iri, names) -> {
            double best = names.stream()
                    .mapToDouble(name -> fit(NameAnalyzer.whole(name), wanted))
                    .max()
                    .orElse(0);
            if (best > 0) {
                found.add(
                        new Hit(Kind.RELATION, iri, names.get(0), names, Optional.empty(), 0, Optional.empty(), best));
            }
        });
        found.sort(java.util.Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::name));
        return found;
    }

    private static double fit(String name, String wanted) {
        if (name.equals(wanted)) {
            return NameQuery.WHOLE;
        }
        return name.startsWith(wanted) ? BEGINNING : name.contains(wanted) ? WITHIN : 0;
    }
}
