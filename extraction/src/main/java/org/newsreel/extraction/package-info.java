/** News in, extraction documents out. */
package org.newsreel.extraction;
