/**
 * The terms of the graph as string constants, one class per namespace. The Turtle files beside the shapes declare the
 * same terms; a test compares both ways.
 */
package org.newsreel.ontology.vocab;
