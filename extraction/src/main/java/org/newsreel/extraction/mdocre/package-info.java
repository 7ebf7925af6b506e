/**
 * MDocRE's hierarchical network (Kong et al. 2024, "A Hierarchical Network for Multimodal Document-Level Relation
 * Extraction").
 *
 * <p>Shapes: {@code B} documents, {@code V} with video, {@code n} words, {@code F} frames, {@code k} patches of a frame,
 * {@code G} groups of pictures, {@code P} pairs, {@code N} mentions of a pair, {@code d} hidden size.
 *
 * <ul>
 *   <li>{@code L = Average(BERT_lower(X))}: {@code MdocreEncoder.lower}; {@code H}: {@code MdocreEncoder.higher}
 *   <li>{@code P_m = LN(CNN(P_m) + pos)}: {@code Patches.embedded}
 *   <li>{@code φ = L·W_t}: {@code Level.Prompt}; {@code G_m} and {@code M}: {@code Level.TextGuided.fuse}
 *   <li>{@code F_m = LN(Concat(G_m))}: {@code Frames.embedded}; {@code F}: {@code Frames.inOrder}
 *   <li>eq. 1, 2 and {@code P(r | E_s, E_o)}: {@code PairHead.logits}
 *   <li>{@code c}, {@code α}, {@code H_s}, {@code H_o}, {@code M_s}, {@code M_o}: {@code MentionGate.apply}
 * </ul>
 *
 * <p>Where the paper is silent or can't be followed:
 *
 * <ul>
 *   <li>Cutting into patches and the convolution are one convolution whose stride is its kernel.
 *   <li>The concatenation of a frame's patches is projected to {@code d} before its norm.
 *   <li>Attention has several heads, each scaled by its own width, and the layers have the residuals, norms and
 *       feed-forward part of a Transformer. A level has one {@code W_t} for all its layers.
 *   <li>A word is its first piece, a mention in the text the mean of its words, a mention in the video its frame. A text
 *       that is longer than the limit is encoded in windows whose overlaps are averaged.
 *   <li>{@code W_a} and {@code W_b} have one weight for each mention's place, the subject's apart from the object's; mentions
 *       after the last place share its weight. Attention scores are scaled products, with the mention itself among them.
 *   <li>Without the gate of one modality its mentions have equal weights, and the other's are weighed among themselves.
 *   <li>One matrix and one bias for each type of relation, none among them; the loss is cross entropy.
 *   <li>Where the text is fused into as well, the local level's text is added to {@code H} before the global level.
 *   <li>A document without video skips the fusion: {@code M} is 0.
 * </ul>
 */
package org.newsreel.extraction.mdocre;
