package org.newsreel.kg.graph;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Everything that one version of an item says, as a graph in memory without blank nodes.
 *
 * @param itemId the item's id, as its source gave it
 * @param version {@code sha256:} and 64 digits
 * @param name the IRI of the named graph
 * @param graph facts, statement nodes, evidence, activities and what is known of the item; not to be changed
 * @param facts the triples of the graph that are merged into the default graph
 */
public record ItemGraph(String itemId, String version, Node name, Graph graph, Set<Triple> facts) {}
