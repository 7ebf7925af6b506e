package org.newsreel.extraction.encoder;

/**
 * The sizes of a Longformer.
 *
 * @param vocabSize word pieces in the vocabulary
 * @param maxPositions longest text, special tokens included
 * @param hiddenSize {@code d}
 * @param layers {@code L}
 * @param heads attention heads; divides {@code hiddenSize}
 * @param intermediateSize width of the feed-forward layers
 * @param reach how far a position sees to each side: half of the publisher's {@code attention_window}
 * @param globals how many positions at the start of a text see and are seen by all; 1 is {@code [CLS]} alone
 * @param dropout share of values dropped in training, in [0, 1)
 * @param layerNormEps added to the variance
 */
public record LongformerConfig(
        int vocabSize,
        int maxPositions,
        int hiddenSize,
        int layers,
        int heads,
        int intermediateSize,
        int reach,
        int globals,
        double dropout,
        double layerNormEps) {
    public LongformerConfig {
        if (vocabSize < 1 || maxPositions < 3 || layers < 1 || intermediateSize < 1) {
            throw new IllegalArgumentException("a Longformer needs positive sizes but has vocabulary " + vocabSize
                    + ", positions " + maxPositions + ", layers " + layers + ", intermediate " + intermediateSize);
        }
        if (heads < 1 || hiddenSize < heads || hiddenSize % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide a hidden size of " + hiddenSize);
        }
        if (reach < 1 || globals < 1) {
            throw new IllegalArgumentException(
                    "a Longformer's reach and global positions are positive, but here " + reach + " and " + globals);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must lie in [0, 1) but is " + dropout);
        }
    }

    /** {@code longformer-base-4096}. */
    public static LongformerConfig base() {
        return new LongformerConfig(50265, 4096, 768, 12, 12, 3072, 256, 1, 0.1, 1e-5);
    }

    /** {@code xlm-roberta-longformer-base-4096}: the same over the vocabulary of XLM-R. */
    public static LongformerConfig xlmRobertaBase() {
        return new LongformerConfig(250002, 4096, 768, 12, 12, 3072, 256, 1, 0.1, 1e-5);
    }

    /** A small network of freely chosen sizes, without dropout. */
    public static LongformerConfig small(
            int vocabSize, int maxPositions, int hiddenSize, int layers, int heads, int reach) {
        return new LongformerConfig(
                vocabSize, maxPositions, hiddenSize, layers, heads, 2 * hiddenSize, reach, 1, 0, 1e-5);
    }
}
