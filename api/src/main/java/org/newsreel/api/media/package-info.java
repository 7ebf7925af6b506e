/** Videos and pictures by their SHA-256: whole, in ranges, as a frame, as a cut-out. */
package org.newsreel.api.media;
