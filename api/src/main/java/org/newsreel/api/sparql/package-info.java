/**
 * SPARQL 1.1 Protocol at {@code /sparql} and the Graph Store Protocol at {@code /rdf-graph-store}: Fuseki's own
 * processors behind one servlet filter.
 *
 * <p>Reading is open, writing needs the API key. {@code SERVICE} and {@code LOAD} are refused. A SPARQL update goes to
 * the store as it is: it is not judged by the SHACL gate and writes no evidence, so statements put into an item's graph
 * this way are not covered by that item's provenance.
 */
package org.newsreel.api.sparql;
