/** What the pages show of the graph as a whole: how much there is, who made it, and what its terms are called. */
package org.newsreel.api.overview;
