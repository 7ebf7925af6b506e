/**
 * The papers' metrics. Counts are summed over all documents of a corpus before they are divided. Mentions are compared by
 * their exact span; chains as sets of spans.
 */
package org.newsreel.training.metric;
