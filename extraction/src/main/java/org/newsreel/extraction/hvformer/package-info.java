/**
 * HVFormer: relations of marked pairs in posts with pictures, after "Multimodal Relation Extraction via a Mixture of
 * Hierarchical Visual Context Learners" (anonymous submission to WWW 2024). {@link
 * org.newsreel.extraction.hvformer.HvformerNetwork} is where to begin.
 *
 * <p>Equations:
 *
 * <ul>
 *   <li>1 (markers): {@link org.newsreel.extraction.network.Post}, {@code HvformerExample}
 *   <li>2 (text): {@link org.newsreel.extraction.encoder.BertEncoder}
 *   <li>3 (pictures): {@link org.newsreel.extraction.encoder.VitEncoder}, {@code View.of}
 *   <li>4, 5 (text-guided visual attention and its norm): {@code VisualExpert.context}, {@code VisualExpert.map}
 *   <li>6 (words and what they see): {@code VisualExpert.fuse}
 *   <li>7, 10 (mixture of experts): {@code ExpertRouter.mix}
 *   <li>8 (one expert a level): {@code HvformerNetwork.fuse}
 *   <li>9 (router): {@code ExpertRouter.weigh}
 *   <li>11 (decoder): {@code HvformerNetwork.logits}
 *   <li>12 (loss): {@code HvformerNetwork.loss}
 *   <li>13 to 17 (patch-patch maps): {@code TrackingMaps.patchMaps}
 *   <li>18 (patch-token maps): {@code TrackingMaps.tokenMap}, {@code Tracker.track}
 * </ul>
 *
 * <p>Equations 19 and 20 measure maps for the paper's figures and are no part of the network.
 *
 * <p>Letters: {@code B} batch, {@code K} pictures and objects of a batch, {@code n} word pieces, {@code n_V} positions of
 * a picture, {@code s} pictures and objects of a post, {@code S} their positions together, {@code d} hidden size, {@code
 * M} heads, {@code E} experts, {@code R} relation types.
 *
 * <p>Deviations, and why:
 *
 * <ul>
 *   <li>The paper trains experts at layers 0, 6 and 12 and gives 250.8 million parameters. These do not go together: BERT
 *       and ViT have 197 million, an expert has 4.1, and only thirteen experts, one a layer as in equation 8, make up the
 *       rest. {@code HvformerConfig.full} has the three, {@code withEveryLevel} the thirteen.
 *   <li>A post without anything to see has the text-only expert alone, so that its {@code C} is {@code T}; the paper's
 *       posts all have pictures.
 *   <li>The picture and its objects pass through the image encoder apart, and words attend to the patches of all. The
 *       paper's appendix shows maps in which they also attend to one another, which ties a picture's states to how many
 *       objects were found.
 *   <li>The projections of equation 4 and the decoder of equation 11 have biases, as BERT's own have.
 *   <li>Without text-guided attention a word sees the mean of the class tokens of the picture and its objects; the paper
 *       does not say what becomes of the objects'.
 *   <li>Without router the feed-forward network has one hidden layer of {@code d} values and GELU; the paper calls it
 *       general.
 *   <li>Variants with one level keep the text-only expert and the router, so that the last of them is the paper's variant
 *       without hierarchy.
 *   <li>Tracking maps follow the mean over a layer's heads, as equation 17 does, and leave norms and feed-forward layers
 *       out, as the paper does.
 *   <li>The loss is the mean over the batch, where equation 12 is of one post.
 * </ul>
 */
package org.newsreel.extraction.hvformer;
