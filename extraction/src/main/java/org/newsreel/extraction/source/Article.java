package org.newsreel.extraction.source;

import java.util.List;
import java.util.Optional;

/**
 * A piece of news as a document says it, before its media are found and its fields checked.
 *
 * @param id what the document calls it
 * @param language as written there
 * @param headline as written there
 * @param published as written there
 * @param source who published it
 * @param url where
 * @param text the words, paragraphs apart by an empty line
 * @param media addresses of videos and pictures, for each the versions there are, the best first
 */
record Article(
        Optional<String> id,
        Optional<String> language,
        Optional<String> headline,
        Optional<String> published,
        Optional<String> source,
        Optional<String> url,
        String text,
        List<List<String>> media) {}
