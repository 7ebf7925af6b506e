/**
 * The graph into other stores, over SPARQL 1.1 Update. What was sent is remembered beside the store, so that a push goes
 * on where it was broken off, sends nothing twice and takes back what is forgotten.
 */
package org.newsreel.kg.push;
