package org.newsreel.kg.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Vote;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prov;

/**
 * The activities that made a document: one for each model that took part, never repeated for a statement, and one for each
 * group of models that voted for a relation together.
 */
final class Activities {
    private static final String UNKNOWN = "unknown";
    private static final String RELATIONS = "relations";

    private final List<ModelUse> models;
    private final String graph;
    private final GraphSheet sheet;
    private final Map<String, Node> byRole = new HashMap<>();
    private final Map<String, Node> byVoters = new HashMap<>();

    Activities(ExtractionDocument document, String graph, GraphSheet sheet) {
        this.models = document.models();
        this.graph = graph;
        this.sheet = sheet;
    }

    void write() {
        for (ModelUse model : models) {
            Node node = node(model);
            byRole.putIfAbsent(model.role(), node);
            sheet.type(node, Prov.ACTIVITY);
            sheet.text(node, Nr.ROLE, model.role());
            sheet.text(node, Nr.MODEL, model.name());
            sheet.text(node, Nr.MODEL_HASH, model.sha256());
            model.version().ifPresent(version -> sheet.text(node, Nr.MODEL_VERSION, version));
            model.device().ifPresent(device -> sheet.text(node, Nr.DEVICE, device));
            model.threshold().ifPresent(threshold -> sheet.number(node, Nr.THRESHOLD, threshold));
        }
    }

    /** The activity of the models that voted for a relation; that of all models for relations where nobody voted. */
    Node ofRelation(List<Vote> votes) {
        if (votes.isEmpty()) {
            return of(RELATIONS);
        }
        String names = votes.stream().map(Vote::model).distinct().sorted().collect(Collectors.joining(" + "));
        return byVoters.computeIfAbsent(names, n -> {
            Optional<ModelUse> only = models.stream()
                    .filter(m -> m.role().equals(RELATIONS) && m.name().equals(n))
                    .findFirst();
            if (only.isPresent()) {
                return node(only.get());
            }
            Node node = GraphSheet.iri(Iris.part("activity", graph, RELATIONS, n));
            sheet.type(node, Prov.ACTIVITY);
            sheet.text(node, Nr.ROLE, RELATIONS);
            sheet.text(node, Nr.MODEL, n);
            return node;
        });
    }

    private Node node(ModelUse model) {
        return GraphSheet.iri(Iris.part("activity", graph, model.role(), model.name(), model.sha256()));
    }

    /** The activity of a role, or one that admits that the document does not name its model. */
    Node of(String role) {
        return of(role, UNKNOWN);
    }

    /** The activity of a role; when the document names no model for it, that of the one given. */
    Node of(String role, String model) {
        return byRole.computeIfAbsent(role, r -> {
            Node node = GraphSheet.iri(Iris.part("activity", graph, r, model));
            sheet.type(node, Prov.ACTIVITY);
            sheet.text(node, Nr.ROLE, r);
            sheet.text(node, Nr.MODEL, model);
            return node;
        });
    }
}
