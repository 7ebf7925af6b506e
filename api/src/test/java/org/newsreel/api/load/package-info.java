/** Many clients at once, each of which knows what its answers must be. */
package org.newsreel.api.load;
