package org.newsreel.extraction.source;

import java.nio.file.Path;
import java.util.List;

/**
 * The layout of MDocRE's {@code text.txt}: as many English lines as Chinese ones after them, then all of them again in
 * turn, which nothing refers to.
 *
 * @param content the whole file
 * @param parts the English lines and the Chinese lines, each without the line end of its last line
 */
record MdocreText(String content, List<Part> parts) {
    /**
     * @param start index of its first {@code char} in the file
     */
    record Part(String language, String content, int start) {}

    static MdocreText of(Path file, String content) throws UnreadableItemException {
        int[] starts = lineStarts(content);
        int lines = starts.length - 1;
        int each = lines / 4;
        if (lines == 0 || lines % 4 != 0) {
            throw new UnreadableItemException(
                    file + " has " + lines
                            + " lines, not English lines, as many Chinese ones and both in turn: take it from the corpus again.");
        }
        List<Part> parts = List.of(
                part("en", content, starts[0], starts[each]), part("zh", content, starts[each], starts[2 * each]));
        if (Language.of(parts.get(0).content()).equals("zh")
                || !Language.of(parts.get(1).content()).equals("zh")) {
            throw new UnreadableItemException(file
                    + " does not have its English lines first and its Chinese lines after them: take it from the corpus"
                    + " again.");
        }
        return new MdocreText(content, parts);
    }

    private static Part part(String language, String content, int start, int end) {
        int last = end > start && content.charAt(end - 1) == '\n' ? end - 1 : end;
        return new Part(language, content.substring(start, last), start);
    }

    /** Where lines start, and the end of the text. */
    private static int[] lineStarts(String content) {
        var starts = java.util.stream.IntStream.builder().add(0);
        for (int i = content.indexOf('\n'); i >= 0 && i + 1 < content.length(); i = content.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return content.isEmpty()
                ? new int[] {0}
                : starts.add(content.length()).build().toArray();
    }
}
