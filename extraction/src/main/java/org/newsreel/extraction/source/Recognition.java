package org.newsreel.extraction.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which format a file or directory is in, by what is in it.
 *
 * @param format one of {@link Sources#FORMATS}, or nothing with the reason in {@code sentence}
 */
record Recognition(Optional<String> format, String sentence) {
    /** Enough to see the root element or the first keys. */
    private static final int HEAD = 1 << 16;

    /** Fields that no other format has. */
    private static final List<String> NINJS = List.of(
            "\"body_text\"",
            "\"body_xhtml\"",
            "\"body_html\"",
            "\"bodies\"",
            "\"renditions\"",
            "\"versioncreated\"",
            "\"contentcreated\"",
            "\"headlines\"");

    static Recognition of(String format) {
        return new Recognition(Optional.of(format), "");
    }

    static Recognition byContent(Path path) {
        if (Files.isDirectory(path)) {
            DirectoryListing listing = DirectoryListing.peek(path);
            boolean mdocre = MdocreSource.isSample(listing)
                    || listing.directories().stream()
                            .map(DirectoryListing::peek)
                            .anyMatch(MdocreSource::isSample);
            return of(mdocre ? "mdocre" : "folder");
        }
        if (!Files.isRegularFile(path)) {
            return not(path, " is neither a file nor a directory.");
        }
        String extension = DirectoryListing.extension(path);
        if (FolderSource.VIDEOS.contains(extension) || FolderSource.PICTURES.contains(extension)) {
            return single(path);
        }
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).stripLeading();
            Optional<String> corpus = ofLines(head);
            if (corpus.isPresent()) {
                return of(corpus.get());
            }
            return extension.equals("txt") ? single(path) : ofHead(path, head);
        } catch (IOException e) {
            return not(path, " can't be read: " + Reason.of(e) + ".");
        }
    }

    private static Recognition single(Path path) {
        return not(
                path, " is a single file: put it into a folder of its own (words as article.txt) and give the folder.");
    }

    /** The corpora that come as {@code .txt}. */
    private static Optional<String> ofLines(String head) {
        if (head.startsWith("{'") && head.contains("'token':") && head.contains("'img_id':")) {
            return Optional.of("mnre");
        }
        return head.startsWith("IMGID:") && head.contains("\tO") ? Optional.of("twitter") : Optional.empty();
    }

    private static Recognition ofHead(Path path, String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        if (head.startsWith("[") && head.contains("\"vertexSet\"")) {
            return of("docred");
        }
        if (head.startsWith("[") && head.contains("\"doc\"") && head.contains("\"entityLink\"")) {
            return of("m3d");
        }
        if (head.startsWith("{") && head.contains("\"mentions\"") && head.contains("\"version\"")) {
            return not(path, " holds extraction documents, not news: give it to build instead.");
        }
        if ((head.startsWith("{") || head.startsWith("[")) && NINJS.stream().anyMatch(head::contains)) {
            return of("ninjs");
        }
        if (lower.contains("<newsitem") || lower.contains("<newsmessage")) {
            return of("newsml");
        }
        if (lower.contains("<rss") || lower.contains("<feed")) {
            return of("rss");
        }
        if (lower.contains("<!doctype html") || lower.contains("<html")) {
            return of("html");
        }
        return not(
                path,
                " is in no format that can be recognised: give --format, or put the words into a folder as"
                        + " article.txt.");
    }

    private static Recognition not(Path path, String rest) {
        return new Recognition(Optional.empty(), path + rest);
    }
}
