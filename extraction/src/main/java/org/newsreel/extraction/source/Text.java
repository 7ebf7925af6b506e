package org.newsreel.extraction.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The words of a text file, exactly as they stand there; only a byte order mark at the beginning is left out.
 *
 * @param warning a sentence for the user when the file was not in UTF-8
 */
record Text(String content, Optional<String> warning) {
    /** No article is longer; whatever is has got its name by mistake. */
    private static final long LARGEST = 64L << 20;

    /** More of them than one in this many characters, and it is no text. */
    private static final int CHARACTERS_PER_CONTROL = 100;

    static Text read(Path file) throws UnreadableItemException {
        byte[] bytes = bytes(file);
        Optional<Charset> marked = byteOrderMark(bytes);
        if (marked.isPresent()) {
            String content = decode(bytes, marked.get())
                    .orElseThrow(() -> new UnreadableItemException(
                            file + " begins as " + marked.get() + " but is damaged further on: save it as UTF-8."));
            return checked(file, content.substring(1), Optional.empty());
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw new UnreadableItemException(
                        file + " is not a text (it has NUL bytes in it): save the article as plain text in UTF-8.");
            }
        }
        Optional<String> utf8 = decode(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return checked(file, utf8.get(), Optional.empty());
        }
        OtherEncoding other = OtherEncoding.detect(bytes)
                .orElseThrow(() -> new UnreadableItemException(
                        file + " is not in UTF-8 and doesn't show which encoding it is in: save it as UTF-8."));
        return checked(
                file,
                other.content(),
                Optional.of(file + " is not in UTF-8 and was read as " + other.name()
                        + ": save it as UTF-8 to be sure of every character."));
    }

    private static byte[] bytes(Path file) throws UnreadableItemException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableItemException(file + " is not a file: put the article's text there.");
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new UnreadableItemException(
                        file + " has " + (size >> 20) + " MB, more than any article (the limit" + " is "
                                + (LARGEST >> 20) + " MB): split it into items.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableItemException(file + " can't be read (" + Reason.of(e) + "): check its permissions.");
        }
    }

    private static Optional<Charset> byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return startsWith(bytes, 0xFF, 0xFE) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The characters, or nothing when a single byte doesn't fit. */
    static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Text checked(Path file, String content, Optional<String> warning) throws UnreadableItemException {
        long controls = content.chars().filter(Text::isControl).count();
        if (content.indexOf('\0') >= 0 || controls * CHARACTERS_PER_CONTROL > content.length()) {
            throw new UnreadableItemException(
                    file + " is not a text (it is full of control characters): save the article as plain text in"
                            + " UTF-8.");
        }
        return new Text(content, warning);
    }

    static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x85;
    }

    /** Whether a text can't be written in any encoding. */
    static boolean hasUnpairedSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
