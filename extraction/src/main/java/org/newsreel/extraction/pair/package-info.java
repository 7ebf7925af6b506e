/**
 * One relation, or none, from a marked head to a marked tail of a short text: MNRE's task, text side (Zheng et al. 2021).
 *
 * <p>Dimension letters: {@code B} pairs, {@code n} word pieces, {@code d} hidden size, {@code R} relation types with None,
 * {@code T} entity types, {@code a} attention size.
 *
 * <p>The encoder reads the text with four marker pieces around head and tail (Baldini Soares et al. 2019, "entity
 * markers"), and its letter-case table tells every piece apart by the mention it is in. With {@code h} the last layer's
 * states, {@code h_x} and {@code h_y} those of the markers before head and tail, and {@code m_x}, {@code m_y} the means
 * over the mentions' pieces:
 *
 * <ul>
 *   <li>context: {@code α = softmax(K h · Q [h_x; h_y] / √a)}, {@code c = Σ α_i h_i}; {@code α} is the evidence;
 *   <li>entity types: {@code t_x = log softmax(W_t [h_x; m_x])}, {@code t_y} likewise;
 *   <li>relations: {@code W_r gelu(W_h [h_x; m_x; h_y; m_y; c]) + s (t_x[domain(r)] + t_y[range(r)])}, where MNRE's
 *       relation names say domain and range and None has neither, with one learned share {@code s}.
 * </ul>
 *
 * {@link org.newsreel.extraction.pair.PairScript} holds them.
 */
package org.newsreel.extraction.pair;
