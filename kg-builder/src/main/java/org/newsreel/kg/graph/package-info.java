/**
 * The graph of one item version, from its extraction document. docs/decisions says why it has this form; the shapes in
 * {@code ontology/} say what it must hold.
 */
package org.newsreel.kg.graph;
