/**
 * Chinese text by linear models over characters, words and meanings: entities by a linear-chain CRF over the characters
 * (Lafferty et al. 2001), chains by logistic regression over pairs of mentions and clustering by mean score, relations
 * by one logistic regression a type over pairs of chains. There is no pretrained Chinese encoder here; what the models
 * know of the language beyond their training documents comes from HanLP: word borders, part-of-speech tags and names of
 * three segmenters, its dictionaries, and the thesaurus Tongyici Cilin in its jar.
 *
 * <p>A text is read as one character a code point, so that character indexes are the offsets that users see. Features
 * are 32-bit hashes of a template's number and what it saw; the models are tables from hash to weights. Letters: a text
 * has n characters, a table K columns.
 */
package org.newsreel.extraction.chinese;
