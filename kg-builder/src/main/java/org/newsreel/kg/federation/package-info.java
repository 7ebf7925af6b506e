/** Questions to this graph and to other SPARQL endpoints at once, as far as an allow-list lets them. */
package org.newsreel.kg.federation;
