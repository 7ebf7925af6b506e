/** Vocabulary, relation schema, shapes and claim records: what the other modules agree on. No model and no store. */
package org.newsreel.ontology;
