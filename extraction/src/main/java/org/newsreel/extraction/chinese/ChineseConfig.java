package org.newsreel.extraction.chinese;

import org.newsreel.extraction.text.LabelSpace;

/**
 * What a Chinese model knows and where it decides.
 *
 * @param space mention types in the order of the tags, relations in the order of the columns, and how a relation's score
 *     becomes a probability
 * @param chainThreshold mean link probability at which clusters are joined
 */
public record ChineseConfig(LabelSpace space, double chainThreshold) {}
