/**
 * A video's shots, and which of its frames are worth looking at.
 *
 * <p>{@link org.newsreel.extraction.shot.VideoSampler} is the entry: one pass over the file that gives the frames that a
 * {@link org.newsreel.extraction.shot.SamplingPolicy} chooses, with their exact presentation times, and finds the shots
 * on the way. {@link org.newsreel.extraction.shot.Clips} cuts long videos into parts of one to two minutes at borders
 * that mean something.
 */
package org.newsreel.extraction.shot;
