/** Model files: how ours are stored, checked and listed, and how those of other publishers are read and fetched. */
package org.newsreel.extraction.model;
