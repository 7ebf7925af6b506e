/**
 * DGF-PT: "Dual-Gated Fusion with Prefix-Tuning for Multi-Modal Relation Extraction" (Li et al., Findings of ACL 2023).
 * Start reading at {@link org.newsreel.extraction.dgfpt.DgfPtNetwork}.
 *
 * <p>Letters: {@code B} batch, {@code n} positions of all stages, {@code L} pieces of a sentence, {@code K} objects,
 * {@code M} blocks of a picture, {@code d} hidden size, {@code f} features of VGG, {@code p} vectors of a prefix,
 * {@code T} entity types, {@code R} relations.
 *
 * <table>
 * <caption>Where the equations are</caption>
 * <tr><td>section 4.1.1, initial representations</td><td>{@code StagedEncoder.table}</td></tr>
 * <tr><td>section 4.1.2, prefixes</td><td>{@code Pattern}, {@code StagedEncoder.prefixes}, {@code
 * StagedEncoder.relevant}</td></tr>
 * <tr><td>1, 2, 3</td><td>{@code StagedEncoder.apply}; {@code BatchLayout} holds the stages' positions</td></tr>
 * <tr><td>4</td><td>{@code DualGatedFusion.weights}</td></tr>
 * <tr><td>5</td><td>{@code DualGatedFusion.objectGate}</td></tr>
 * <tr><td>6</td><td>{@code DualGatedFusion.imageGate}</td></tr>
 * <tr><td>7, 8</td><td>{@code DualGatedFusion.apply}</td></tr>
 * <tr><td>9</td><td>{@code GenerativeDecoder.apply}, {@code TypeRestriction.logAdmitted}</td></tr>
 * <tr><td>10, 11</td><td>{@code JointLoss.consistency}</td></tr>
 * <tr><td>12</td><td>{@code JointLoss.identity}</td></tr>
 * <tr><td>13, 14</td><td>{@code DgfPtNetwork.loss}</td></tr>
 * </table>
 *
 * <p>What differs from the paper, or what it leaves open, and why:
 *
 * <ul>
 *   <li>Eq. 1 to 3: the stages run as one pass over their positions. Under GPT-2's causal mask that equals feeding each
 *       stage with what the earlier ones left in every layer.
 *   <li>A prefix is the words of its pattern as positions at its stage, and vectors among each layer's keys and values
 *       (Li and Liang 2021) that positions see from that stage on. The paper names both forms and says of neither how.
 *   <li>{@code o_e1} and {@code o_e2}: attention of a mention's words over the initial objects. The paper does not say
 *       how it picks the objects of an entity. Without objects the object-oriented prefix is left out.
 *   <li>An object's representation adds the mean of its label's words to its features. A picture has {@code M = 4}
 *       blocks; the paper does not say how many.
 *   <li>The layer on the word embeddings starts as the identity, so that a frozen GPT-2 starts with inputs that it knows.
 *   <li>Eq. 4: cosines are moved to [0, 1] first, since their sum can be 0; {@code h_t} is the mean over the sentence,
 *       and eq. 6 takes the mean over a picture's blocks, as gates are vectors.
 *   <li>Text without picture and objects is left as it is by eq. 7.
 *   <li>Eq. 8: a caption's representation is the mean of GPT-2's states over it. The paper has Oscar's.
 *   <li>Eq. 9: the paper does not say what its decoder is; ours is one layer of GPT-2's form that is trained. Where a
 *       type is not annotated, its embedding is the mean under the predicted distribution, and a relation's probability is
 *       multiplied by the probability that both types admit it. With sure types that is the paper's restriction; with
 *       unsure ones a first wrong type does not decide all.
 *   <li>Eq. 11 lacks a part of the divergence and has the wrong sign; {@code KL(p‖q)} is minimised. Eq. 12 has the signs
 *       of distances although it says similarity, and no margin; ours pulls the pair together and has a margin.
 *   <li>Eq. 14 also has the decoder's entity types, where they are annotated, as anything generated needs a likelihood.
 *   <li>The paper keeps GPT-2 frozen. {@code DgfPtConfig.tiny}, whose encoders start at random, lets them learn.
 * </ul>
 */
package org.newsreel.extraction.dgfpt;
