package org.newsreel.extraction.encoder;

/**
 * The sizes of a vision Transformer.
 *
 * @param imageSize pixels along each side of a picture; a multiple of {@code patchSize}
 * @param patchSize pixels along each side of a patch
 * @param hiddenSize {@code d}
 * @param layers {@code L}
 * @param heads attention heads; divides {@code hiddenSize}
 * @param intermediateSize width of the feed-forward layers
 * @param layerNormEps added to the variance
 * @param clip whether this is CLIP's vision tower (Radford et al. 2021): patches without bias, a norm before the layers,
 *     the quick form of GELU, and names of its own
 */
public record VitConfig(
        int imageSize,
        int patchSize,
        int hiddenSize,
        int layers,
        int heads,
        int intermediateSize,
        double layerNormEps,
        boolean clip) {
    private static final int BASE = 768;

    public VitConfig {
        if (patchSize < 1 || imageSize < patchSize || imageSize % patchSize != 0) {
            throw new IllegalArgumentException(
                    "a picture of " + imageSize + " pixels can't be cut into patches of " + patchSize);
        }
        if (heads < 1 || hiddenSize < heads || hiddenSize % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide a hidden size of " + hiddenSize);
        }
        if (layers < 1 || intermediateSize < 1) {
            throw new IllegalArgumentException("a vision Transformer needs positive sizes but has " + layers
                    + " layers of width " + intermediateSize);
        }
    }

    /** {@code vit-base-patch16-224}. */
    public static VitConfig base16() {
        return new VitConfig(224, 16, BASE, 12, 12, 4 * BASE, 1e-12, false);
    }

    /** {@code vit-base-patch32-224}, the same with larger patches. */
    public static VitConfig base32() {
        return new VitConfig(224, 32, BASE, 12, 12, 4 * BASE, 1e-12, false);
    }

    /** The vision tower of {@code clip-vit-base-patch32}. */
    public static VitConfig clipBase32() {
        return new VitConfig(224, 32, BASE, 12, 12, 4 * BASE, 1e-5, true);
    }

    /** A small network of freely chosen sizes. */
    public static VitConfig small(int imageSize, int patchSize, int hiddenSize, int layers, int heads) {
        return new VitConfig(imageSize, patchSize, hiddenSize, layers, heads, 2 * hiddenSize, 1e-6, false);
    }

    /** {@code P}, the patches of one picture, row by row from the top left. */
    public int patches() {
        return patchesAcross() * patchesAcross();
    }

    /** Patches along each side. */
    public int patchesAcross() {
        return imageSize / patchSize;
    }
}
