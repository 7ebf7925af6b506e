package org.newsreel.extraction.pair;

import java.util.List;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;

/**
 * The sizes of the pair network and what turns its logits into probabilities.
 *
 * @param encoder sizes of the encoder; its letter-case table has a row for each shape in each {@link PairInput.Role}
 *     and one for each marker
 * @param relations relation types by name, {@link #NONE} among them, in the order of the scores
 * @param hidden width of the layer under the scores
 * @param attention width of the query and key vectors of the context attention
 * @param temperature by which logits are divided before the softmax; above 1 for a network that is too sure
 * @param noneBias added to the logit of {@link #NONE} when one label is decided on; probabilities stay without it
 */
public record PairConfig(
        BertConfig encoder, List<String> relations, int hidden, int attention, double temperature, double noneBias) {
    /** The label of a pair without a relation. */
    public static final String NONE = "None";

    public PairConfig {
        relations = List.copyOf(relations);
        if (!relations.contains(NONE)) {
            throw new IllegalArgumentException("the relation types must have " + NONE + " but are " + relations);
        }
        if (hidden < 1 || attention < 1 || !(temperature > 0) || !Double.isFinite(noneBias)) {
            throw new IllegalArgumentException("a pair network needs positive sizes but has hidden " + hidden
                    + ", attention " + attention + ", temperature " + temperature + ", bias " + noneBias);
        }
        if (encoder.shapes() != PairInput.ROWS) {
            throw new IllegalArgumentException("the encoder's letter-case table must have " + PairInput.ROWS
                    + " rows but has " + encoder.shapes());
        }
    }

    /** MNRE's types over an encoder, whose letter-case table gets the rows that pairs need. */
    public static PairConfig mnre(BertConfig encoder) {
        BertConfig with = new BertConfig(
                encoder.vocabSize(),
                encoder.maxPositions(),
                encoder.hiddenSize(),
                encoder.layers(),
                encoder.heads(),
                encoder.intermediateSize(),
                encoder.dropout(),
                encoder.layerNormEps(),
                PairInput.ROWS);
        List<String> relations = RelationSchema.standard().types(RelationInventory.MNRE).stream()
                .map(t -> t.name())
                .sorted()
                .toList();
        return new PairConfig(with, relations, 256, 64, 1, 0);
    }

    /** The same network with other probabilities. */
    public PairConfig calibrated(double newTemperature, double newNoneBias) {
        return new PairConfig(encoder, relations, hidden, attention, newTemperature, newNoneBias);
    }
}
