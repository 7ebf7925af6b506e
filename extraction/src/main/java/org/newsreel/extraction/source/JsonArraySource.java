package org.newsreel.extraction.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A corpus that is one JSON array of documents. JSON that can't be parsed ends the file, because nothing says where the
 * next document begins.
 */
abstract class JsonArraySource extends CorpusSource {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private JsonParser parser;
    private int number = -1;

    JsonArraySource(Path file) {
        super(file);
        this.file = file;
    }

    /**
     * Turns one element of the array into a document.
     *
     * @param id what the document is to be called if it has no name of its own
     * @throws IllegalArgumentException saying what is wrong with it
     */
    abstract GoldDocument convert(JsonNode element, String id);

    @Override
    Optional<GoldDocument> read() throws IOException, UnreadableItemException {
        JsonNode element;
        try {
            if (parser == null) {
                parser = MAPPER.createParser(file.toFile());
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    throw new UnreadableItemException("The file " + file + " is not a JSON array of documents.");
                }
            }
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                return Optional.empty();
            }
            if (parser.currentToken() == null) {
                throw new UnreadableItemException("The file " + file + " ends in the middle of its array.");
            }
            element = MAPPER.readTree(parser);
        } catch (JsonProcessingException e) {
            throw new UnreadableItemException("The file " + file + " is not valid JSON at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ".");
        }
        number++;
        return Optional.of(convert(element, "document-" + number));
    }

    @Override
    String place() {
        return "Document " + number + " of " + file;
    }

    @Override
    void release() throws IOException {
        if (parser != null) {
            parser.close();
        }
    }
}
