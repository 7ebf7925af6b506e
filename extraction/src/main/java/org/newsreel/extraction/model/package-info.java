/** Model files: how they are stored, checked and listed. */
package org.newsreel.extraction.model;
