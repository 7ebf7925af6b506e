/**
 * Entities, entity chains and relations in text, in the shape of M3D (Liu et al., "M3D: a multimodal, multilingual and
 * multitask dataset for grounded document-level information extraction").
 *
 * <p>Letters: {@code N} words, {@code d} hidden size, {@code M} mentions, {@code m} size of a mention vector, {@code P}
 * pairs, {@code K} pairs of mentions of two chains, {@code R} relation types.
 *
 * <ul>
 *   <li>Eq. 15, entities: a linear layer and a CRF over BIO tags of words. {@code TextNetwork.emissions},
 *       {@code TextNetwork.crfLoss}; decoding in {@link org.newsreel.extraction.layer.CrfScores} and {@code MentionDecoder}.
 *   <li>Eq. 16, chains: a score for each pair of mentions, then clustering by the mean score. {@code TextNetwork.links},
 *       {@code Clustering}.
 *   <li>Eq. 17, relations: a bilinear score for each pair of chains. {@code TextNetwork.pairs},
 *       {@code TextNetwork.relations}, {@code RelationDecoder}.
 * </ul>
 *
 * <p>From ATLOP (Zhou et al. 2021, "Document-level relation extraction with adaptive thresholding and localized context
 * pooling"): eq. 11 and 12, localized context, {@code TextNetwork.context}; eq. 14 to 16, the threshold class and its
 * loss, {@code TextNetwork.relationLoss}.
 *
 * <p>Deviations from M3D. Text only. The encoder is a small uncased BERT, so a table of letter case is added to its input.
 * Tags and relation types come in label spaces, one for each corpus ({@code LabelSpace}). The bilinear link score is eight
 * low-rank maps, weighed together with features of the words ({@code LinkFeatures}) by a small layer. Before eq. 17 a
 * mention gate, as in MDocRE, weighs pairs of mentions of the two chains by their vectors and distance: the argument
 * vectors, the words between the mentions and the attention of the localized context are summed by its weights, and the
 * same weights are the relation's evidence. The bilinear form works in blocks, and a threshold class takes the place of
 * None, because a pair can have several relations; the schema decides which types a pair may have, and {@code Calibration}
 * makes probabilities of the margins.
 *
 * <p>Deviations from ATLOP. The context is pooled over words, not word pieces; mentions have no marker, so the attention is
 * that of their first words; a chain's mentions count by the mention gate instead of equally.
 *
 * <p>Long texts: windows of the encoder overlap and their overlaps are averaged; a text of more than
 * {@code Section.LONGEST} words is read in sections, whose chains are joined afterwards by up to three mentions of each.
 * Memory grows with a section and with what is found, never with the square of the text: a mention is linked with the 60
 * nearest of its type and 20 that share a word ({@code LinkCandidates}), relations are asked of chains that come within
 * 100 words of each other, and a relation must be told inside one section.
 */
package org.newsreel.extraction.text;
