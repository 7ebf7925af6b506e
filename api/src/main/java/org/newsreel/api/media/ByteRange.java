package org.newsreel.api.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a representation that a request asked for (RFC 9110, section 14).
 *
 * @param start first byte, from 0
 * @param length number of bytes, at least 1
 */
record ByteRange(long start, long length) {
    private static final Pattern SINGLE =
            Pattern.compile("bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*", Pattern.CASE_INSENSITIVE);

    /** Thrown for a range that begins behind the end (416). */
    static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads a {@code Range} header. A header that is malformed, in another unit or asks for several ranges is passed
     * over, as the RFC allows; the whole is sent then.
     *
     * @param header the header's value, or null
     * @param size length of the whole in bytes
     */
    static Optional<ByteRange> parse(String header, long size) throws Unsatisfiable {
        if (header == null) {
            return Optional.empty();
        }
        Matcher single = SINGLE.matcher(header.strip());
        if (!single.matches()) {
            return Optional.empty();
        }
        Optional<Long> first = number(single.group(1));
        Optional<Long> last = number(single.group(2));
        if (first.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        if (first.isEmpty()) {
            long wanted = Math.min(last.get(), size);
            if (wanted == 0) {
                throw new Unsatisfiable();
            }
            return Optional.of(new ByteRange(size - wanted, wanted));
        }
        long end = Math.min(last.orElse(Long.MAX_VALUE), size - 1);
        if (last.isPresent() && last.get() < first.get()) {
            return Optional.empty();
        }
        if (first.get() >= size) {
            throw new Unsatisfiable();
        }
        return Optional.of(new ByteRange(first.get(), end - first.get() + 1));
    }

    private static Optional<Long> number(String digits) {
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        // More digits than a long holds are behind every end.
        return Optional.of(digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits));
    }

    /** The value of {@code Content-Range} in a whole of this size. */
    String contentRange(long size) {
        return "bytes " + start + "-" + (start + length - 1) + "/" + size;
    }
}
