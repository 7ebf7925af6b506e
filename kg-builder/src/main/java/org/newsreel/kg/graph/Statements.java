package org.newsreel.kg.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.AttentionMap;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;

/**
 * The facts of one item and their statement nodes. A fact that is stated several times is one statement: as sure as
 * the surest of them, resting on the evidence of all.
 */
final class Statements {
    private final String item;
    private final GraphSheet sheet;
    private final EvidenceNodes evidence;
    private final Map<Triple, Stated> stated = new LinkedHashMap<>();

    Statements(ExtractionDocument document, GraphSheet sheet, EvidenceNodes evidence) {
        this.item = Iris.item(document.id());
        this.sheet = sheet;
        this.evidence = evidence;
    }

    /** Adds a claim of a fact; the weights of its evidence count relative to each other. */
    void state(Triple fact, double confidence, List<EvidenceRef> refs, Node activity) {
        Stated statement = stated.computeIfAbsent(fact, f -> new Stated(activity));
        statement.confidence = Math.max(statement.confidence, confidence);
        double sum = refs.stream().mapToDouble(EvidenceRef::weight).sum();
        for (EvidenceRef ref : refs) {
            double share = sum > 0 ? ref.weight() / sum : 1.0 / refs.size();
            statement.shares.merge(evidence.spotOf(ref), share, Double::sum);
            statement.total += share;
        }
    }

    /** Says that a fact holds at a time, and which words tell so. */
    void holdsAt(Triple fact, Node time, EvidenceRef words) {
        stated.get(fact).times.put(evidence.spotOf(words), time);
    }

    /** Adds where networks looked; of two maps of one network over one frame the first counts. */
    void lookedAt(Triple fact, List<AttentionMap> maps) {
        for (AttentionMap map : maps) {
            stated.get(fact).maps.putIfAbsent(List.of(map.network(), map.media(), map.frame()), map);
        }
    }

    /** Calls back with every evidence node of a fact once all claims are in. */
    void onEvidence(Triple fact, Consumer<Node> listener) {
        stated.get(fact).listener = listener;
    }

    Set<Triple> facts() {
        return stated.keySet();
    }

    void write() {
        stated.forEach((fact, statement) -> {
            sheet.put(fact);
            Node node = FactNodes.of(item, fact);
            sheet.type(node, Rdf.STATEMENT);
            sheet.type(node, Prov.ENTITY);
            sheet.put(node, Rdf.SUBJECT, fact.getSubject());
            sheet.put(node, Rdf.PREDICATE, fact.getPredicate());
            sheet.put(node, Rdf.OBJECT, fact.getObject());
            sheet.number(node, Nr.CONFIDENCE, GraphSheet.rounded(statement.confidence));
            sheet.put(node, Prov.WAS_GENERATED_BY, statement.activity);
            statement.shares.forEach((spot, share) -> {
                Node grounds = evidence.node(spot, GraphSheet.rounded(share / statement.total));
                sheet.put(node, Prov.WAS_DERIVED_FROM, grounds);
                statement.listener.accept(grounds);
            });
            statement.maps.values().forEach(map -> sheet.put(node, Nr.LOOKED_AT, evidence.map(node, map)));
            statement.times.forEach((spot, time) -> {
                sheet.put(node, Nr.HOLDS_AT, time);
                sheet.put(node, Nr.HOLDS_AT_EVIDENCE, evidence.node(spot, 1));
            });
        });
    }

    private static final class Stated {
        final Node activity;
        final Map<String, Double> shares = new HashMap<>();
        final Map<String, Node> times = new HashMap<>();
        final Map<List<Object>, AttentionMap> maps = new LinkedHashMap<>();
        double confidence;
        double total;
        Consumer<Node> listener = node -> {};

        Stated(Node activity) {
            this.activity = activity;
        }
    }
}
