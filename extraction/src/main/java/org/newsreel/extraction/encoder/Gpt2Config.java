package org.newsreel.extraction.encoder;

/**
 * The sizes of a GPT-2.
 *
 * @param vocabSize word pieces in the vocabulary
 * @param maxPositions longest text
 * @param hiddenSize {@code d}; the feed-forward layers are {@code 4d} wide
 * @param layers {@code L}
 * @param heads attention heads; divides {@code hiddenSize}
 * @param dropout share of values dropped in training, in [0, 1)
 * @param layerNormEps added to the variance
 * @param looks whether every layer also attends to states of another encoder, such as those of a picture
 */
public record Gpt2Config(
        int vocabSize,
        int maxPositions,
        int hiddenSize,
        int layers,
        int heads,
        double dropout,
        double layerNormEps,
        boolean looks) {
    public Gpt2Config {
        if (vocabSize < 1 || maxPositions < 1 || layers < 1) {
            throw new IllegalArgumentException("a GPT-2 needs positive sizes but has vocabulary " + vocabSize
                    + ", positions " + maxPositions + ", layers " + layers);
        }
        if (heads < 1 || hiddenSize < heads || hiddenSize % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide a hidden size of " + hiddenSize);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must lie in [0, 1) but is " + dropout);
        }
    }

    /** {@code gpt2}, the smallest of its family. */
    public static Gpt2Config gpt2() {
        return new Gpt2Config(50257, 1024, 768, 12, 12, 0.1, 1e-5, false);
    }

    /** A small network of freely chosen sizes, without dropout. */
    public static Gpt2Config small(int vocabSize, int maxPositions, int hiddenSize, int layers, int heads) {
        return new Gpt2Config(vocabSize, maxPositions, hiddenSize, layers, heads, 0, 1e-5, false);
    }
}
