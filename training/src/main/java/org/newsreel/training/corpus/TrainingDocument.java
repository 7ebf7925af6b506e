package org.newsreel.training.corpus;

import java.util.List;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.ontology.claim.EntityType;

/**
 * An annotated text, or a piece of one, in words.
 *
 * @param words the text
 * @param spans the mentions in the order of the text, without overlaps
 * @param chainOf each mention's chain
 * @param chains each chain's mentions, ascending
 * @param annotation what is marked
 * @param relations what is known of relations, for each label space that says something of them
 */
public record TrainingDocument(
        Words words,
        List<MentionSpan> spans,
        int[] chainOf,
        List<List<Integer>> chains,
        Annotation annotation,
        List<RelationTask> relations) {
    /** The type of a chain: that of its first mention. */
    public EntityType type(int chain) {
        return spans.get(chains.get(chain).get(0)).type();
    }
}
