package org.newsreel.kg.merge;

import java.util.Optional;
import org.apache.jena.graph.Triple;

/**
 * A statement of an item, and what it comes to.
 *
 * @param iri of the item's own statement
 * @param item id of the item
 * @param fact as the item states it
 * @param reading the fact of the default graph that it supports; empty when it was rejected
 */
public record StatedFact(String iri, String item, Triple fact, Optional<Triple> reading) {}
