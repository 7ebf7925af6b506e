/** How benchmarks of all modules report; in the test jar, which nothing ships. */
package org.newsreel.ontology.bench;
