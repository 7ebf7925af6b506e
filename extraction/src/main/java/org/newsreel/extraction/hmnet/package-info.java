/**
 * HMNeT: a hierarchical modality fusion network for entities and relations of posts with pictures, after "Listen to Both
 * Sides and be Enlightened! Hierarchical Modality Fusion Network for Entity and Relation Extraction" (anonymous
 * submission to ACL). {@link org.newsreel.extraction.hmnet.HmnetNetwork} is where to begin.
 *
 * <p>Equations:
 *
 * <ul>
 *   <li>1, 2 (maps of one size and width): {@code VisualPyramid.apply}
 *   <li>3, 4 (gates): {@code LayerGates.apply}
 *   <li>5 (scales weighed by gates): {@code VisualPrompt.aggregate}
 *   <li>6 (picture and objects one after another): {@code Sight.prefixes}, {@code PostBatch.Pictures.spread}
 *   <li>7, 9 (attention to the prompt and the text): {@link org.newsreel.extraction.encoder.BertEncoder}, which takes
 *       prefixes; {@code FirstAttention.of} for evidence
 *   <li>8 (keys and values of the prompt): {@code VisualPrompt.project}
 *   <li>10 (tags): {@link org.newsreel.extraction.layer.Crf}, {@code HmnetNetwork.emissions}, {@code HmnetNetwork.loss}
 *   <li>11 (a relation): {@code HmnetNetwork.logits}, {@code HmnetNetwork.loss}
 * </ul>
 *
 * <p>Letters: {@code B} batch, {@code K} pictures and objects of a batch, {@code n} word pieces, {@code w} tokens, {@code
 * d} hidden size, {@code L} layers of the text encoder, {@code c} scales, {@code hw} cells of a scale, {@code s} pictures
 * and objects of a post.
 *
 * <p>Deviations, and why:
 *
 * <ul>
 *   <li>Losses are means over the batch where equations 10 and 11 sum, so that the learning rate does not depend on its
 *       size.
 *   <li>The scores of equation 9 are divided by the root of a head's width, as BERT's are, and not of {@code d}.
 *   <li>{@code W_l} of equation 3 and {@code W} of equation 11 have a bias, which the paper does not write.
 *   <li>Gates are computed for every picture and object from its own features; the paper writes one {@code V}.
 *   <li>A picture or object that is missing has no positions to attend to; the paper's posts all have pictures.
 *   <li>Tags belong to tokens and are read off a token's first word piece.
 *   <li>Where the number of layers is no multiple of the number of scales, the one-to-three variant divides the layers as
 *       evenly as it can.
 *   <li>The single variant gives the last scale to the last layer by the same prompt as others; the paper does not say
 *       by what.
 *   <li>Batch normalisation in the image encoder keeps the statistics that it was loaded with.
 *   <li>Evidence, which the paper does not have, is the attention of {@code [CLS]}.
 * </ul>
 */
package org.newsreel.extraction.hmnet;
