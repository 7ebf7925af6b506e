package org.newsreel.extraction.text;

import java.util.List;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;

/**
 * The sizes of the text network and the thresholds of its decoders.
 *
 * @param encoder sizes of the encoder
 * @param types mention types, in the order of the tags
 * @param mentionSize {@code m}, size of a mention vector
 * @param linkMaps how many bilinear maps compare two mentions; divides {@code mentionSize}
 * @param linkHidden width of the layer that weighs the maps and the features
 * @param relationSize {@code e}, size of an argument vector
 * @param relationBlock block width of the grouped bilinear form; divides {@code relationSize}
 * @param relations relation types by name, in the order of the scores
 * @param mentionPairs most pairs of mentions that the mention gate weighs for two chains
 * @param chainThreshold least mean link score at which two clusters are joined
 * @param relationThreshold least score of a relation that is claimed
 */
public record TextNetworkConfig(
        BertConfig encoder,
        List<EntityType> types,
        int mentionSize,
        int linkMaps,
        int linkHidden,
        int relationSize,
        int relationBlock,
        List<String> relations,
        int mentionPairs,
        double chainThreshold,
        double relationThreshold) {
    public TextNetworkConfig {
        types = List.copyOf(types);
        relations = List.copyOf(relations);
        if (mentionSize % linkMaps != 0 || relationSize % relationBlock != 0) {
            throw new IllegalArgumentException("link maps and relation blocks must divide their vectors, but "
                    + linkMaps + " of " + mentionSize + " and " + relationBlock + " of " + relationSize);
        }
        if (!(chainThreshold >= 0 && chainThreshold <= 1 && relationThreshold >= 0 && relationThreshold <= 1)) {
            throw new IllegalArgumentException(
                    "thresholds must lie in [0, 1] but are " + chainThreshold + " and " + relationThreshold);
        }
    }

    /** M3D's types over an encoder. */
    public static TextNetworkConfig m3d(BertConfig encoder) {
        List<String> relations = RelationSchema.standard().types(RelationInventory.M3D).stream()
                .filter(t -> t.property().isPresent())
                .map(t -> t.name())
                .toList();
        return new TextNetworkConfig(
                encoder,
                List.of(EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.TIME),
                256,
                8,
                64,
                256,
                32,
                relations,
                16,
                0.3,
                0.3);
    }

    /** The same network with other thresholds. */
    public TextNetworkConfig withThresholds(double chain, double relation) {
        return new TextNetworkConfig(
                encoder,
                types,
                mentionSize,
                linkMaps,
                linkHidden,
                relationSize,
                relationBlock,
                relations,
                mentionPairs,
                chain,
                relation);
    }
}
