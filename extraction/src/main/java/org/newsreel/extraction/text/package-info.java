/** Entities, entity chains and relations in text. */
package org.newsreel.extraction.text;
