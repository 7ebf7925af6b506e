package org.newsreel.corpus;

import java.io.Serializable;

/**
 * What is read in one go: an item's directory, or every n-th item of a file.
 *
 * @param order the place's rank in the input, from 0; slices of one file share it
 * @param key names the place within the input, whatever directory the input lies in
 * @param path the place, absolute, the same on every machine
 * @param format one of the formats of the command line, or empty to have it recognised
 * @param slice which items of the file: those whose index leaves this remainder
 * @param slices by how many the index is divided; 1 for a directory
 * @param cost seconds that one core may need; a guess from sizes
 */
record WorkUnit(int order, String key, String path, String format, int slice, int slices, double cost)
        implements Serializable {}
