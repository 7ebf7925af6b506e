/** Decisions on who is who over HTTP. */
package org.newsreel.api.links;
