/**
 * M3D's hierarchical network for grounded document-level information extraction (Liu et al., "M³D: A Multimodal,
 * Multilingual and Multitask Dataset for Grounded Document-level Information Extraction").
 *
 * <p>Shapes: {@code T} examples with words, {@code V} with frames, {@code n} words, {@code F} frames, {@code P} patches,
 * {@code s} region slots, {@code d} hidden size, {@code M} mentions, {@code C} chains.
 *
 * <ul>
 *   <li>eq. 1 to 4: {@link M3dExample}, {@link M3dReading}
 *   <li>eq. 5: {@code TextReader.read}; eq. 6: {@code PictureReader.read}; eq. 7: {@code Levels.of}
 *   <li>eq. 8 to 10: {@code FusionScript.fuse}, and {@code FusionLevel.deepened} without auto-encoder; eq. 11: {@code
 *       Fusion.fuse}; eq. 12: {@code Hierarchy.pooled}
 *   <li>eq. 13, 14: {@code Construction.from}
 *   <li>eq. 15: {@code Heads.emissions} and {@code Heads.crf}; eq. 16: {@code Heads.links}, clustering in {@code
 *       Decoder.chained}; eq. 17: {@code Heads.relations}; eq. 18: {@code GroundingHead.found}
 *   <li>eq. 19: {@code M3dLoss.entities}; eq. 20: {@code M3dLoss.chains}; eq. 21: {@code M3dLoss.relations}; eq. 22, 23:
 *       {@code GroundingLoss.of}; eq. 24: {@code M3dLoss.of}
 * </ul>
 *
 * <p>Where the paper is silent or can't be followed:
 *
 * <ul>
 *   <li>Eq. 7 counts a layer at each border twice; thirds here do not overlap, and the middle one takes what does not
 *       divide by 3.
 *   <li>A word's state is that of its first piece. A mention is the mean of its words, a chain the mean of its mentions.
 *   <li>The auto-encoders are trained with a reconstruction and a divergence term, whose weights the paper does not give.
 *       What is to be reconstructed is held fixed. Noise is added in training only and is small at first. One encoder of a
 *       level serves query, key and value, as eq. 8 has it; the two directions share nothing.
 *   <li>A layer norm follows eq. 11. Without it the states grow through eight linear layers, and the forms of eq. 16 and
 *       17, quadratic in them, begin in the hundreds.
 *   <li>The convolution of eq. 13 has kernel 1; that of eq. 14 is as wide as the configuration says.
 *   <li>With words missing there is nothing that mentions, chains and relations could be of: they are neither learnt nor
 *       found there. With frames missing no regions are. The paper reports them all together and does not say how.
 *   <li>Without MMCM what is missing is blank, and attention to blanks does not depend on how many there are, so one is
 *       enough. Without DFFM nothing is left for MMCM to feed, so its parameters are not there.
 *   <li>Eq. 16 takes mentions in the order of the text. Chains are joined while their mean link score is 0.25 or more.
 *   <li>Eq. 17's argmax gives a pair one relation, while the data has pairs with several: a type that is at least half as
 *       likely as the likeliest, and likelier than none, is asserted too. Eq. 21 has a term for each.
 *   <li>Eq. 18 predicts one region from one state of a frame; a linear layer with GELU makes several slots of it, and the
 *       slots are assigned to the regions by the Hungarian method. Slots without a region learn that they have none, with
 *       less weight.
 * </ul>
 */
package org.newsreel.extraction.m3d;
