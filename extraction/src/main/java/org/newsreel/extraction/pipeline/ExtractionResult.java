package org.newsreel.extraction.pipeline;

import java.util.List;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * One item's document and what the user should be told about it.
 *
 * @param warnings one sentence for each part of the item that could not be used, such as a broken video; the document has
 *     the rest, and a run that met one did not do everything it was asked
 * @param notes one sentence for what is worth knowing though nothing went wrong
 */
public record ExtractionResult(ExtractionDocument document, List<String> warnings, List<String> notes) {
    public ExtractionResult {
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }
}
