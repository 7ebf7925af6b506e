/**
 * Which IRI stands for what. Every IRI follows from the content alone, so the graph of an item never depends on which
 * other items are in the store nor on the order in which they came, and no blank node is ever needed.
 */
package org.newsreel.kg.identity;
