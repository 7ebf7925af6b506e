package org.newsreel.extraction.pipeline;

import java.util.List;
import java.util.Map;
import org.newsreel.extraction.voter.Looked;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * One item's document and what the user should be told about it.
 *
 * @param warnings one sentence for each part of the item that could not be used, such as a broken video; the document has
 *     the rest, and a run that met one did not do everything it was asked
 * @param notes one sentence for what is worth knowing though nothing went wrong
 * @param looks what networks say of how they came to a relation, by the relation's id
 */
public record ExtractionResult(
        ExtractionDocument document, List<String> warnings, List<String> notes, Map<String, List<Looked>> looks) {
    public ExtractionResult {
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
        looks = Map.copyOf(looks);
    }
}
