/**
 * One sentence of what a picture shows, which DGF-PT reads beside the picture (its eq. 8): by a published captioning
 * network, or, where there is no checkpoint, from the regions that were found in the picture and what is written there.
 */
package org.newsreel.extraction.caption;
