package org.newsreel.extraction.encoder;

/**
 * The sizes of a BERT encoder, named as in a publisher's {@code config.json}.
 *
 * @param vocabSize word pieces in the vocabulary
 * @param maxPositions longest window, special tokens included
 * @param hiddenSize {@code d}
 * @param layers {@code L}
 * @param heads attention heads; divides {@code hiddenSize}
 * @param intermediateSize width of the feed-forward layers
 * @param dropout share of values dropped in training, in [0, 1)
 * @param layerNormEps added to the variance
 * @param shapes rows of the letter-case table that Newsreel adds to the input embeddings; 0 for the published network
 */
public record BertConfig(
        int vocabSize,
        int maxPositions,
        int hiddenSize,
        int layers,
        int heads,
        int intermediateSize,
        double dropout,
        double layerNormEps,
        int shapes) {
    public BertConfig {
        if (vocabSize < 1 || maxPositions < 3 || layers < 1 || intermediateSize < 1 || shapes < 0) {
            throw new IllegalArgumentException("a BERT encoder needs positive sizes but has vocabulary " + vocabSize
                    + ", positions " + maxPositions + ", layers " + layers + ", intermediate " + intermediateSize
                    + ", shapes " + shapes);
        }
        if (heads < 1 || hiddenSize < heads || hiddenSize % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide a hidden size of " + hiddenSize);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must lie in [0, 1) but is " + dropout);
        }
    }

    /** bge-small-en-v1.5, with the letter-case table that its uncased vocabulary lacks. */
    public static BertConfig bgeSmall() {
        return new BertConfig(30522, 512, 384, 12, 12, 1536, 0.1, 1e-12, WordShape.values().length);
    }

    /** {@code bert-base} and {@code roberta-base} with a vocabulary of that size, 512 positions. */
    public static BertConfig base(int vocabSize) {
        return new BertConfig(vocabSize, 512, 768, 12, 12, 3072, 0.1, 1e-12, 0);
    }

    /** A small network of freely chosen sizes, without dropout. */
    public static BertConfig small(int vocabSize, int maxPositions, int hiddenSize, int layers, int heads) {
        return new BertConfig(vocabSize, maxPositions, hiddenSize, layers, heads, 2 * hiddenSize, 0, 1e-12, 0);
    }
}
