/** News as it comes in: readers that turn files into {@link org.newsreel.extraction.source.NewsItem}s. */
package org.newsreel.extraction.source;
