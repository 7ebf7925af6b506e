package org.newsreel.extraction.text;

import java.util.List;
import org.newsreel.extraction.encoder.BertConfig;

/**
 * The sizes of the text network and the thresholds of its decoders.
 *
 * @param encoder sizes of the encoder
 * @param spaces what each corpus calls things; the first is what is extracted unless told otherwise
 * @param mentionSize {@code m}, size of a mention vector
 * @param linkMaps how many bilinear maps compare two mentions; divides {@code mentionSize}
 * @param linkHidden width of the layer that weighs the maps and the features
 * @param relationSize {@code e}, size of an argument vector
 * @param relationBlock block width of the grouped bilinear form; divides {@code relationSize}
 * @param mentionPairs most pairs of mentions that the mention gate weighs for two chains
 * @param chainThreshold least mean link score at which two clusters are joined
 */
public record TextNetworkConfig(
        BertConfig encoder,
        List<LabelSpace> spaces,
        int mentionSize,
        int linkMaps,
        int linkHidden,
        int relationSize,
        int relationBlock,
        int mentionPairs,
        double chainThreshold) {
    public TextNetworkConfig {
        spaces = List.copyOf(spaces);
        if (spaces.isEmpty() || spaces.stream().map(LabelSpace::name).distinct().count() < spaces.size()) {
            throw new IllegalArgumentException("a text network needs label spaces of different names");
        }
        if (mentionSize % linkMaps != 0 || relationSize % relationBlock != 0) {
            throw new IllegalArgumentException("link maps and relation blocks must divide their vectors, but "
                    + linkMaps + " of " + mentionSize + " and " + relationBlock + " of " + relationSize);
        }
        if (!(chainThreshold >= 0 && chainThreshold <= 1)) {
            throw new IllegalArgumentException("the threshold of chains must lie in [0, 1] but is " + chainThreshold);
        }
    }

    /** Usual sizes over an encoder. */
    public static TextNetworkConfig of(BertConfig encoder, List<LabelSpace> spaces) {
        return new TextNetworkConfig(encoder, spaces, 256, 8, 64, 256, 32, 16, 0.3);
    }

    /** M3D's types alone over an encoder. */
    public static TextNetworkConfig m3d(BertConfig encoder) {
        return of(encoder, List.of(LabelSpace.m3d()));
    }

    /**
     * A label space by name.
     *
     * @throws IllegalArgumentException when there is none, naming those that there are
     */
    public LabelSpace space(String name) {
        return spaces.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow(() -> {
            String known =
                    String.join(", ", spaces.stream().map(LabelSpace::name).toList());
            return new IllegalArgumentException("The model has no label space " + name + ", only " + known + ".");
        });
    }

    /** The same network with another threshold of chains. */
    public TextNetworkConfig withChainThreshold(double threshold) {
        return with(spaces, threshold);
    }

    /** The same network with another calibration of one label space. */
    public TextNetworkConfig withCalibration(String space, Calibration calibration) {
        space(space);
        return with(
                spaces.stream()
                        .map(s -> s.name().equals(space) ? s.with(calibration) : s)
                        .toList(),
                chainThreshold);
    }

    private TextNetworkConfig with(List<LabelSpace> others, double threshold) {
        return new TextNetworkConfig(
                encoder,
                others,
                mentionSize,
                linkMaps,
                linkHidden,
                relationSize,
                relationBlock,
                mentionPairs,
                threshold);
    }
}
