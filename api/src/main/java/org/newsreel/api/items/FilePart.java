package org.newsreel.api.items;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file is to a news item, by its name's extension. */
enum FilePart {
    VIDEO("mp4", "webm", "mkv", "mov"),
    PICTURE("jpg", "jpeg", "png", "webp"),
    SUBTITLES("srt", "vtt"),
    ARTICLE("txt"),
    /** {@code item.json}, or a document in ninjs. */
    JSON("json"),
    /** A document in NewsML-G2, RSS or Atom. */
    XML("xml", "rss", "atom"),
    /** A page with schema.org's NewsArticle. */
    HTML("html", "htm");

    private final List<String> extensions;

    FilePart(String... extensions) {
        this.extensions = List.of(extensions);
    }

    static Optional<FilePart> of(UploadedFile file) {
        return Arrays.stream(values())
                .filter(part -> part.extensions.contains(file.extension()))
                .findFirst();
    }

    boolean isDocument(UploadedFile file) {
        return this == XML || this == HTML || (this == JSON && !file.name().equalsIgnoreCase("item.json"));
    }
}
