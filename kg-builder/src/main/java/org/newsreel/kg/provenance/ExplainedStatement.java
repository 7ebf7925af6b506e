package org.newsreel.kg.provenance;

import java.util.List;
import java.util.Optional;

/**
 * One item's statement of a fact, with all it rests on.
 *
 * @param iri of the statement node
 * @param subject of the fact as it is stored, which for a symmetric property may be the object that was asked for
 * @param predicate IRI of the property
 * @param object of the fact
 * @param confidence in [0, 1]
 * @param item id of the item that states it
 * @param graph IRI of the item version's graph
 * @param headline of the item
 * @param model what made the statement
 * @param evidence heaviest first
 */
public record ExplainedStatement(
        String iri,
        Term subject,
        Term predicate,
        Term object,
        double confidence,
        String item,
        String graph,
        Optional<String> headline,
        Model model,
        List<Evidence> evidence) {
    public ExplainedStatement {
        evidence = List.copyOf(evidence);
    }

    /**
     * A subject, predicate or object.
     *
     * @param iri empty for a literal
     * @param label a name for people; the text itself for a literal
     */
    public record Term(Optional<String> iri, String label) {}

    /**
     * The activity that made a statement.
     *
     * @param role what the model was used for
     * @param name of the model
     * @param sha256 of its weights, when known
     */
    public record Model(String role, String name, Optional<String> sha256) {}
}
