package org.newsreel.training.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.TreeMap;
import org.newsreel.extraction.encoder.TextTokenizer;

/**
 * A vocabulary for small networks of both languages: the first pieces of BERT's, which are its special ones and the most
 * frequent English ones, and the 3,755 characters of GB 2312's first level, the most frequent Chinese ones. English words
 * that are not among them are spelt in smaller pieces.
 */
final class SmallVocabulary {
    private static final int ENGLISH = 8000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SmallVocabulary() {}

    /** How many pieces there are. */
    static int size() {
        return vocabulary(model(read())).size();
    }

    /** Content of {@code tokenizer.json}. */
    static byte[] file() {
        ObjectNode whole = read();
        ObjectNode kept = MAPPER.createObjectNode();
        // The order of numbers, so that the file is the same every time.
        Map<Integer, String> byNumber = new TreeMap<>();
        vocabulary(model(whole)).forEach((piece, number) -> byNumber.put(number, piece));
        byNumber.forEach((number, piece) -> kept.put(piece, number));
        model(whole).set("vocab", kept);
        try {
            return MAPPER.writeValueAsBytes(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a vocabulary has no JSON form", e);
        }
    }

    private static ObjectNode read() {
        try {
            return (ObjectNode) MAPPER.readTree(TextTokenizer.pretrainedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("the vocabulary on the class path can't be read", e);
        }
    }

    private static ObjectNode model(ObjectNode whole) {
        return (ObjectNode) whole.get("model");
    }

    private static Map<String, Integer> vocabulary(JsonNode model) {
        Map<String, Integer> pieces = new TreeMap<>();
        model.get("vocab").fields().forEachRemaining(piece -> {
            if (piece.getValue().asInt() < ENGLISH) {
                pieces.put(piece.getKey(), piece.getValue().asInt());
            }
        });
        Charset gb2312 = Charset.forName("GB2312");
        for (int row = 0xB0; row <= 0xD7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                String character = new String(new byte[] {(byte) row, (byte) cell}, gb2312);
                // The last row is not full.
                if (Character.isIdeographic(character.codePointAt(0))) {
                    pieces.putIfAbsent(character, pieces.size());
                }
            }
        }
        return pieces;
    }
}
