/**
 * Who and what is seen: faces on sampled frames, captions on the screen, and the names that captions give to faces.
 * {@link org.newsreel.extraction.region.RegionStep} is the entry. The native part ends at the samples: everything after
 * them (tracks, votes on captions, links to chains) is plain logic over records.
 */
package org.newsreel.extraction.region;
