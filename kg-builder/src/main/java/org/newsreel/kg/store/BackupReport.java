package org.newsreel.kg.store;

/**
 * What a backup holds.
 *
 * @param quads in all graphs
 * @param media copies of videos and pictures
 * @param bytes of the file
 */
public record BackupReport(long quads, int media, long bytes) {}
