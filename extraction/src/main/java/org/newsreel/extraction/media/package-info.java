/**
 * Videos and pictures as frames with presentation times, and subtitles as cues.
 *
 * <p>Everything here is shown as a player would show it: rotation and pixel aspect are applied, and times count from the
 * start of the file's presentation, whatever clock the file was recorded with. Files are recognised by their content, so
 * that a copy without a file extension reads the same. Frames and readers own native memory: whoever opens one closes it.
 */
package org.newsreel.extraction.media;
