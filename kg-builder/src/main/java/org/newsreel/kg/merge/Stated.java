package org.newsreel.kg.merge;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A statement of an item.
 *
 * @param graph the item version's
 * @param statement the node
 * @param fact as the item states it
 */
record Stated(Node graph, Node statement, Triple fact) {}
