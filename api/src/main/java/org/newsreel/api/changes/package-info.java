/** What changed in the graph, for those who keep a copy. */
package org.newsreel.api.changes;
