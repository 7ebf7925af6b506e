/**
 * When the words of an article are spoken in its videos, found by aligning the article with the videos' subtitles.
 * {@link org.newsreel.extraction.spoken.MentionTimes} is the entry. Articles may be transcripts, with words left out,
 * added and misheard, or texts of their own that share no more than names with what is said.
 */
package org.newsreel.extraction.spoken;
