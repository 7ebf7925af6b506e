/** Ties the graph's entities to an enterprise's own: how alike names are, proposals, and where they are kept. */
package org.newsreel.kg.linking;
