/** The graph in other people's terms: SPARQL CONSTRUCT queries, and SHACL for what comes out. */
package org.newsreel.kg.mapping;
