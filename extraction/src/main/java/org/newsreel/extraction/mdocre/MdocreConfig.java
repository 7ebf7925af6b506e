package org.newsreel.extraction.mdocre;

import java.util.LinkedHashMap;
import java.util.Map;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertLayout;

/**
 * Sizes, settings and parts of an {@link MdocreNetwork}.
 *
 * @param text the text encoder; its hidden size is the network's {@code d}
 * @param layout of the text encoder's tables
 * @param imageSize pixels along each side of a frame
 * @param patchSize pixels along each side of a patch
 * @param localLayers of the local encoder
 * @param globalLayers of the global encoder
 * @param heads divides {@code d}
 * @param relations how many types there are, without none
 * @param maxTokens most word pieces that are encoded at a time
 * @param maxFrames rows of the frame position table
 * @param maxMentions of an entity in a modality that the mention gate tells apart; those after share the last weight
 * @param dropout share of values dropped in training
 * @param parts which parts there are
 */
public record MdocreConfig(
        BertConfig text,
        BertLayout layout,
        int imageSize,
        int patchSize,
        int localLayers,
        int globalLayers,
        int heads,
        int relations,
        int maxTokens,
        int maxFrames,
        int maxMentions,
        double dropout,
        Parts parts) {
    /** Which modality guides the other. */
    public enum Architecture {
        /** Text as prefix of the pictures' keys and values: the paper's own. */
        TEXT_GUIDED,
        /** Pictures as prefix of the text's keys and values. */
        VISUAL_GUIDED,
        /** Each attends to the other, then to itself. */
        TWO_STREAM,
        /** Both in one sequence; without hierarchy only. */
        ONE_STREAM
    }

    /**
     * What can be exchanged or left out.
     *
     * @param architecture how modalities are fused
     * @param hierarchical whether patches are fused with phrases before frames are fused with the text
     * @param textGate whether mentions in the text are weighed; else their mean counts
     * @param visualGate whether mentions in the video are weighed; else their mean counts
     * @param pictures whether the video is read at all
     */
    public record Parts(
            Architecture architecture, boolean hierarchical, boolean textGate, boolean visualGate, boolean pictures) {
        /** The whole network. */
        public static final Parts ALL = new Parts(Architecture.TEXT_GUIDED, true, true, true, true);

        public Parts {
            if (architecture == Architecture.ONE_STREAM && hierarchical) {
                throw new IllegalArgumentException("there is no hierarchical fusion in one stream");
            }
        }
    }

    private static final int FULL_PATCH = 16;

    public MdocreConfig {
        if (heads < 1 || text.hiddenSize() % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide a hidden size of " + text.hiddenSize());
        }
        if (patchSize < 1 || imageSize < patchSize || imageSize % patchSize != 0) {
            throw new IllegalArgumentException(
                    "a frame of " + imageSize + " pixels can't be cut into patches of " + patchSize);
        }
        if (localLayers < 1 || globalLayers < 1 || relations < 1 || maxFrames < 1 || maxMentions < 1 || maxTokens < 3) {
            throw new IllegalArgumentException("a network needs layers, relations, frames, mentions and tokens but has "
                    + localLayers + " and " + globalLayers + ", " + relations + ", " + maxFrames + ", " + maxMentions
                    + " and " + maxTokens);
        }
    }

    /** The paper's sizes with BERT-base; frames of 224 by 224 pixels. */
    public static MdocreConfig full(int vocabulary, int relations) {
        return new MdocreConfig(
                BertConfig.base(vocabulary),
                BertLayout.BERT,
                224,
                FULL_PATCH,
                2,
                1,
                12,
                relations,
                512,
                128,
                16,
                0.2,
                Parts.ALL);
    }

    /** A small network for frames of 32 by 32 pixels. */
    public static MdocreConfig tiny(int vocabulary, int relations) {
        int d = 48;
        return new MdocreConfig(
                new BertConfig(vocabulary, 64, d, 4, 4, 2 * d, 0.1, 1e-12, 0),
                BertLayout.BERT,
                32,
                8,
                2,
                1,
                4,
                relations,
                64,
                8,
                4,
                0.1,
                Parts.ALL);
    }

    /** Rows of the paper's tables 5, 6 and 7. */
    public Map<String, MdocreConfig> ablations() {
        boolean pictures = parts.pictures();
        Map<String, MdocreConfig> rows = new LinkedHashMap<>();
        rows.put("Non-hierarchical Tg", with(new Parts(Architecture.TEXT_GUIDED, false, true, true, pictures)));
        rows.put("Non-hierarchical Ts", with(new Parts(Architecture.TWO_STREAM, false, true, true, pictures)));
        rows.put("Non-hierarchical Os", with(new Parts(Architecture.ONE_STREAM, false, true, true, pictures)));
        rows.put("Vg", with(new Parts(Architecture.VISUAL_GUIDED, true, true, true, pictures)));
        rows.put("Hierarchical Ts", with(new Parts(Architecture.TWO_STREAM, true, true, true, pictures)));
        rows.put("-MG", with(new Parts(Architecture.TEXT_GUIDED, true, false, false, pictures)));
        rows.put("-Textual MG", with(new Parts(Architecture.TEXT_GUIDED, true, false, true, pictures)));
        rows.put("-Visual MG", with(new Parts(Architecture.TEXT_GUIDED, true, true, false, pictures)));
        return rows;
    }

    /** Reads no video; what is left is the higher text features, the mention gate over mentions in the text, the pair. */
    public MdocreConfig textOnly() {
        return with(new Parts(parts.architecture(), parts.hierarchical(), parts.textGate(), parts.visualGate(), false));
    }

    // Components are not grouped into records, since the config.json of trained networks has their names.
    private MdocreConfig varied(double dropout, Parts parts) {
        return new MdocreConfig(
                text,
                layout,
                imageSize,
                patchSize,
                localLayers,
                globalLayers,
                heads,
                relations,
                maxTokens,
                maxFrames,
                maxMentions,
                dropout,
                parts);
    }

    public MdocreConfig with(Parts changed) {
        return varied(dropout, changed);
    }

    public MdocreConfig withDropout(double share) {
        return varied(share, parts);
    }

    int patches() {
        int across = imageSize / patchSize;
        return across * across;
    }

    int hiddenSize() {
        return text.hiddenSize();
    }
}
