/**
 * What Newsreel's published networks have in common: how they are trained, what evidence they give beside their scores,
 * and the picture of where they looked.
 */
package org.newsreel.extraction.network;
