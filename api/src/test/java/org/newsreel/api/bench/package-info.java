/**
 * Newsreel's SPARQL endpoint beside a Fuseki server over the same quads: {@code mvn -Pbench -pl api -am verify
 * -Dit.test=SparqlBenchIT}. Nothing here ships.
 */
package org.newsreel.api.bench;
