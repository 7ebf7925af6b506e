package org.newsreel.extraction.m3d;

import java.util.LinkedHashMap;
import java.util.Map;
import org.newsreel.extraction.encoder.VitConfig;

/**
 * Sizes, settings and parts of an {@link M3dNetwork}.
 *
 * @param text the text encoder
 * @param image the image encoder, of the same hidden size
 * @param entityTypes how many there are
 * @param relations how many types of relation there are, without none
 * @param regionTypes how many there are, without none
 * @param hidden width inside the auto-encoders
 * @param latent {@code d_vae}
 * @param heads of the attention in latent space; divides {@code latent}
 * @param promptLength {@code l_p}
 * @param kernel positions that a level's convolution in eq. 14 sees, odd
 * @param maxFrames rows of the frame position table
 * @param maxRegions slots of a frame
 * @param dropout share of values dropped in training
 * @param linkThreshold least mean score at which chains are joined
 * @param losses weights of eq. 24
 * @param missing what training takes away
 * @param parts which parts there are
 */
public record M3dConfig(
        TextSize text,
        VitConfig image,
        int entityTypes,
        int relations,
        int regionTypes,
        int hidden,
        int latent,
        int heads,
        int promptLength,
        int kernel,
        int maxFrames,
        int maxRegions,
        double dropout,
        double linkThreshold,
        LossWeights losses,
        Missing missing,
        Parts parts) {
    /**
     * What can be left out.
     *
     * @param fusion DFFM
     * @param construction MMCM; without it a missing modality is filled with blanks
     * @param autoencoder the latent space of DFFM; without it attention is over the states themselves
     * @param hierarchy three levels of layers; without it the last layer alone
     * @param pictures whether frames are read at all
     */
    public record Parts(
            boolean fusion, boolean construction, boolean autoencoder, boolean hierarchy, boolean pictures) {
        /** The whole network. */
        public static final Parts ALL = new Parts(true, true, true, true, true);
    }

    private static final double LINK_THRESHOLD = 0.25;

    public M3dConfig {
        if (text.hiddenSize() != image.hiddenSize()) {
            throw new IllegalArgumentException("text of hidden size " + text.hiddenSize()
                    + " can't be fused with pictures of hidden size " + image.hiddenSize());
        }
        if (entityTypes < 1 || relations < 1 || regionTypes < 1 || maxFrames < 1 || maxRegions < 1) {
            throw new IllegalArgumentException("a network needs types, frames and regions but has " + entityTypes + ", "
                    + relations + ", " + regionTypes + ", " + maxFrames + " and " + maxRegions);
        }
        if (promptLength < 1 || kernel < 1 || kernel % 2 == 0) {
            throw new IllegalArgumentException(
                    "a prompt of " + promptLength + " and a kernel of " + kernel + " construct nothing");
        }
        int width = parts.autoencoder() ? latent : text.hiddenSize();
        if (heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide " + width + " values");
        }
    }

    /** The paper's sizes, with {@link TextSize#english()} or {@link TextSize#chinese()} and ViT-B/16. */
    public static M3dConfig full(TextSize text, int relations) {
        return new M3dConfig(
                text,
                VitConfig.base16(),
                4,
                relations,
                3,
                256,
                64,
                4,
                64,
                3,
                128,
                5,
                0.1,
                LINK_THRESHOLD,
                LossWeights.even(),
                Missing.thirds(1),
                Parts.ALL);
    }

    /** A small network for pictures of 32 by 32 pixels. */
    public static M3dConfig tiny(int vocabulary, int entityTypes, int relations, int regionTypes) {
        int d = 48;
        return new M3dConfig(
                TextSize.tiny(vocabulary, d),
                VitConfig.small(32, 8, d, 3, 4),
                entityTypes,
                relations,
                regionTypes,
                32,
                24,
                4,
                4,
                3,
                8,
                3,
                0.1,
                LINK_THRESHOLD,
                LossWeights.even(),
                Missing.thirds(1),
                Parts.ALL);
    }

    /** Rows of the paper's table IV. */
    public Map<String, M3dConfig> ablations() {
        Map<String, M3dConfig> rows = new LinkedHashMap<>();
        rows.put(
                "w/o MMCM",
                with(new Parts(parts.fusion(), false, parts.autoencoder(), parts.hierarchy(), parts.pictures())));
        rows.put(
                "w/o DFFM",
                with(new Parts(false, parts.construction(), parts.autoencoder(), parts.hierarchy(), parts.pictures())));
        return rows;
    }

    /** What the paper credits without a row of its own: the latent space and the levels. */
    public Map<String, M3dConfig> variants() {
        Map<String, M3dConfig> rows = new LinkedHashMap<>();
        rows.put(
                "w/o VAE",
                with(new Parts(parts.fusion(), parts.construction(), false, parts.hierarchy(), parts.pictures())));
        rows.put(
                "w/o hierarchy",
                with(new Parts(parts.fusion(), parts.construction(), parts.autoencoder(), false, parts.pictures())));
        return rows;
    }

    /** Reads no picture; what it would have fused is constructed from the text. */
    public M3dConfig textOnly() {
        return with(new Parts(parts.fusion(), parts.construction(), parts.autoencoder(), parts.hierarchy(), false));
    }

    // Components are not grouped into records, since the config.json of trained networks has their names.
    private M3dConfig varied(int promptLength, double dropout, LossWeights losses, Missing missing, Parts parts) {
        return new M3dConfig(
                text,
                image,
                entityTypes,
                relations,
                regionTypes,
                hidden,
                latent,
                heads,
                promptLength,
                kernel,
                maxFrames,
                maxRegions,
                dropout,
                linkThreshold,
                losses,
                missing,
                parts);
    }

    /** The paper's figure 8. */
    public M3dConfig withPromptLength(int length) {
        return varied(length, dropout, losses, missing, parts);
    }

    public M3dConfig with(Parts changed) {
        return varied(promptLength, dropout, losses, missing, changed);
    }

    public M3dConfig with(Missing changed) {
        return varied(promptLength, dropout, losses, changed, parts);
    }

    public M3dConfig with(LossWeights changed) {
        return varied(promptLength, dropout, changed, missing, parts);
    }

    public M3dConfig withDropout(double share) {
        return varied(promptLength, share, losses, missing, parts);
    }

    int levels() {
        return parts.hierarchy() ? Levels.COUNT : 1;
    }

    /** Whether anything has to be constructed from text, and from pictures. */
    boolean constructsPictures() {
        return parts.fusion() && parts.construction();
    }

    boolean constructsText() {
        return constructsPictures() && parts.pictures();
    }
}
