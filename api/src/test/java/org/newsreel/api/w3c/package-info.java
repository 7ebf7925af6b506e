/**
 * The W3C's SPARQL test suites against the running service: query and update evaluation, syntax, protocol, graph store,
 * service description. {@code mvn -Pw3c -pl api -am verify} runs them; the suites come from a checkout of
 * https://github.com/w3c/rdf-tests and are not part of this repository.
 */
package org.newsreel.api.w3c;
