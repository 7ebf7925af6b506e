/** The durable store: item graphs, the facts merged from them, and the media they point into. */
package org.newsreel.kg.store;
