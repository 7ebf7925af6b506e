package org.newsreel.extraction.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads a corpus that is one JSON array of documents, a document at a time, with its annotations. A document that can't
 * be used is reported and the next one follows; JSON that can't be parsed ends the file, because nothing says where the
 * next document begins.
 */
abstract class CorpusSource implements ItemSource, GoldSource {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final JsonParser parser;
    private final Map<String, Integer> ids = new HashMap<>();
    private int index = -1;
    private SourceEvent pending;
    private GoldDocument pendingGold;
    private GoldDocument gold;
    private boolean ended;

    CorpusSource(Path file) {
        this.file = file;
        JsonParser opened = null;
        try {
            opened = MAPPER.createParser(file.toFile());
        } catch (IOException e) {
            pending = fail("The file " + file + " can't be read: " + Reason.of(e) + ".");
        }
        this.parser = opened;
    }

    /**
     * Turns one element of the array into a document.
     *
     * @param id what the document is to be called if it has no name of its own
     * @throws IllegalArgumentException saying what is wrong with it
     */
    abstract GoldDocument convert(JsonNode element, String id);

    @Override
    public boolean hasNext() {
        if (pending == null && !ended) {
            pending = advance();
            ended |= pending == null;
        }
        return pending != null;
    }

    @Override
    public SourceEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException(file + " has no more documents");
        }
        SourceEvent event = pending;
        gold = pendingGold;
        pending = null;
        pendingGold = null;
        return event;
    }

    @Override
    public Optional<GoldDocument> gold() {
        return Optional.ofNullable(gold);
    }

    private SourceEvent advance() {
        try {
            if (index < 0) {
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    return fail("The file " + file + " is not a JSON array of documents.");
                }
                index = 0;
            }
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                return null;
            }
            if (parser.currentToken() == null) {
                return fail("The file " + file + " ends in the middle of its array.");
            }
            JsonNode element = MAPPER.readTree(parser);
            int number = index++;
            try {
                pendingGold = unique(convert(element, "document-" + number));
                return new ItemRead(pendingGold.item(), file);
            } catch (IllegalArgumentException e) {
                return new ItemFailed(
                        file, "Document " + number + " of " + file + " can't be used: " + e.getMessage() + ".");
            }
        } catch (JsonProcessingException e) {
            return fail("The file " + file + " is not valid JSON at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ".");
        } catch (IOException e) {
            return fail("The file " + file + " can't be read: " + Reason.of(e) + ".");
        }
    }

    private ItemFailed fail(String sentence) {
        ended = true;
        return new ItemFailed(file, sentence);
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
    public void close() {
        try {
            if (parser != null) {
                parser.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be closed.", e);
        }
    }
}
