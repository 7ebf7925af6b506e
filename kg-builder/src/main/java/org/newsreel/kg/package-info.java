/** Extraction documents in, knowledge graph out. */
package org.newsreel.kg;
