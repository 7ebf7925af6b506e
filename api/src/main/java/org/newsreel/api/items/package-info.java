/**
 * News items as the pages show them, read from the graph: each item's named graph holds its text, media, entities,
 * statements and evidence.
 *
 * <p>Text offsets count Unicode code points and are end-exclusive; times are seconds; boxes are pixels with the origin
 * at the top left, as in the graph's frame evidence.
 */
package org.newsreel.api.items;
