package org.newsreel.extraction.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads a corpus a document at a time, with its annotations. A document that can't be used is reported and the next one
 * follows. The corpus is opened with the first look at it.
 */
abstract class CorpusSource implements GoldSource {
    private final Path path;
    private final Map<String, Integer> ids = new HashMap<>();
    private SourceEvent pending;
    private GoldDocument pendingGold;
    private GoldDocument gold;
    private boolean ended;

    CorpusSource(Path path) {
        this.path = path;
    }

    /**
     * Reads the next document; nothing at the end.
     *
     * @throws IllegalArgumentException saying what is wrong with a document after which others may follow
     * @throws UnreadableItemException with the sentence that ends the corpus
     */
    abstract Optional<GoldDocument> read() throws IOException, UnreadableItemException;

    /** Which document {@link #read()} read last or failed at, to begin a sentence with. */
    abstract String place();

    /** Closes what {@link #read()} opened, if it did. */
    abstract void release() throws IOException;

    /** The file of the document that was read last. */
    Path file() {
        return path;
    }

    @Override
    public final boolean hasNext() {
        if (pending == null && !ended) {
            pending = advance();
            ended |= pending == null;
        }
        return pending != null;
    }

    @Override
    public final SourceEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException(path + " has no more documents");
        }
        SourceEvent event = pending;
        gold = pendingGold;
        pending = null;
        pendingGold = null;
        return event;
    }

    @Override
    public final Optional<GoldDocument> gold() {
        return Optional.ofNullable(gold);
    }

    private SourceEvent advance() {
        try {
            Optional<GoldDocument> document = read();
            if (document.isEmpty()) {
                return null;
            }
            pendingGold = unique(document.get());
            return new ItemRead(pendingGold.item(), file());
        } catch (IllegalArgumentException e) {
            return new ItemFailed(file(), place() + " can't be used: " + e.getMessage() + ".");
        } catch (UnreadableItemException e) {
            ended = true;
            return new ItemFailed(file(), e.getMessage());
        } catch (IOException e) {
            ended = true;
            return new ItemFailed(file(), "The file " + file() + " can't be read: " + Reason.of(e) + ".");
        }
    }

    /** Numbers the second and later documents of one name. */
    private GoldDocument unique(GoldDocument document) {
        NewsItem item = document.item();
        int count = ids.merge(item.id(), 1, Integer::sum);
        if (count == 1) {
            return document;
        }
        NewsItem renamed = new NewsItem(
                item.id() + "#" + count,
                item.language(),
                item.headline(),
                item.published(),
                item.source(),
                item.url(),
                item.text(),
                item.media(),
                item.version());
        return new GoldDocument(
                renamed, document.mentions(), document.chains(), document.relations(), document.regions());
    }

    /** An item that consists of words. */
    static NewsItem item(String id, String language, String headline, String text) {
        Optional<String> title = headline.isBlank() ? Optional.empty() : Optional.of(headline);
        return new ItemFields(id, Optional.of(language), title, Optional.empty(), Optional.empty(), Optional.empty())
                .item(text, List.of());
    }

    /** A field that must be there. */
    static JsonNode field(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("it has no \"" + name + "\"");
        }
        return value;
    }

    @Override
    public final void close() {
        try {
            release();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file() + " can't be closed.", e);
        }
    }
}
