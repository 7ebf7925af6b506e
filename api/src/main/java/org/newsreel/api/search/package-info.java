/** Search by name over HTTP. */
package org.newsreel.api.search;
