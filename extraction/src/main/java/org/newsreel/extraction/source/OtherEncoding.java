package org.newsreel.extraction.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Text in an encoding of before UTF-8. The detector (Mozilla's, by letter statistics) proposes; the text is taken only if
 * it then decodes without a single misfit and looks like words, so that a wrong guess is unlikely to reach the graph.
 *
 * @param name the encoding's name
 */
record OtherEncoding(String content, String name) {
    /** The web's habit: what calls itself a part of these is the whole, which has more characters. */
    private static final Map<String, String> WIDER = Map.of(
            "ISO-8859-1", "windows-1252",
            "WINDOWS-1252", "windows-1252",
            "US-ASCII", "windows-1252",
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "HZ-GB-2312", "GB18030");

    private static final String WESTERN = "windows-1252";

    /** Detectors need this many characters beyond ASCII to tell the encodings of East Asia from others. */
    private static final int FEWEST_WIDE = 12;

    /** What typographers use beside letters. */
    private static final String SIGNS =
            "\u00a0\u00a3\u00a7\u00a9\u00ab\u00ae\u00b0\u00b1\u00b4\u00b7\u00ba\u00bb\u00bd\u00d7"
                    + "\u20ac\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026";

    static Optional<OtherEncoding> detect(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String proposed = detector.getDetectedCharset();
        String name = proposed == null ? WESTERN : WIDER.getOrDefault(proposed, proposed);
        return tryOut(bytes, name).or(() -> name.equals(WESTERN) ? Optional.empty() : tryOut(bytes, WESTERN));
    }

    private static Optional<OtherEncoding> tryOut(byte[] bytes, String name) {
        try {
            Charset charset = Charset.forName(name);
            boolean wide = charset.newEncoder().maxBytesPerChar() > 1;
            return Text.decode(bytes, charset)
                    .filter(content -> wide ? looksEastAsian(content) : looksAlphabetic(content))
                    .map(content -> new OtherEncoding(content, charset.name()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean looksEastAsian(String content) {
        long beyond = content.codePoints().filter(c -> c > 0x7F).count();
        long usual = content.codePoints()
                .filter(c -> c >= 0x4E00 && c <= 0x9FFF // Han
                        || c >= 0x3000 && c <= 0x30FF // punctuation, kana
                        || c >= 0xAC00 && c <= 0xD7A3 // Hangul
                        || c >= 0xFF00 && c <= 0xFFEF // full width
                        || c >= 0x2010 && c <= 0x2026 // dashes, quotation marks
                        || c == 0xB7)
                .count();
        return beyond >= FEWEST_WIDE && usual >= 0.98 * beyond;
    }

    /** Letters stand beside letters, and nearly all of what is not ASCII is letters and typographer's signs. */
    private static boolean looksAlphabetic(String content) {
        int beyond = 0;
        int fitting = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c <= 0x7F) {
                continue;
            }
            beyond++;
            if (Character.isLetter(c)) {
                char before = i > 0 ? content.charAt(i - 1) : ' ';
                char after = i + 1 < content.length() ? content.charAt(i + 1) : ' ';
                boolean beside = Character.isLetter(before) || Character.isLetter(after);
                // Many languages have words of one such letter: à, é, ó, å.
                boolean word = before == ' ' && after == ' ' && Character.isLowerCase(c);
                boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
                fitting += (beside || word) && !capitalInside ? 1 : 0;
            } else {
                fitting += SIGNS.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return beyond > 0 && fitting >= 0.95 * beyond && beyond <= 0.7 * content.length();
    }
}
