/** The relation schema: every relation type that a network can assert, and what it means in the graph. */
package org.newsreel.ontology.schema;
