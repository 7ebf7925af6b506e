/**
 * The merged view: the default graph as a function of the item graphs and of people's reviews. Which entities are one is
 * decided from names and company alone, the same way whatever the order of ingest, and can always be undone, because
 * item graphs never change. decisions/0012 has the whole story.
 */
package org.newsreel.kg.merge;
