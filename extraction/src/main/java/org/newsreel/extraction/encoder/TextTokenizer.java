package org.newsreel.extraction.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.newsreel.ontology.claim.CodePoints;

/**
 * Cuts text into the word pieces of a published vocabulary. Long texts go through in blocks, so that memory beside the
 * result stays small. May be shared by threads.
 */
public final class TextTokenizer implements AutoCloseable {
    /** The special piece of BERT's vocabulary before a window. */
    public static final int CLS = 101;
    /** The one after it. */
    public static final int SEP = 102;
    /** The one that stands for a piece that is hidden. */
    public static final int MASK = 103;
    /** The first of 99 pieces that BERT's vocabulary keeps free. */
    public static final int UNUSED = 1;

    private static final int BLOCK = 20_000;

    private final HuggingFaceTokenizer tokenizer;

    private TextTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** The tokenizer of {@link PretrainedEncoder}. */
    public static TextTokenizer pretrained() {
        return of(new ByteArrayInputStream(pretrainedFile()), "The tokenizer of " + PretrainedEncoder.NAME);
    }

    /** The file of {@link #pretrained()}, to be kept beside what was trained with it. */
    public static byte[] pretrainedFile() {
        return PretrainedEncoder.resource(PretrainedEncoder.TOKENIZER);
    }

    /**
     * The tokenizer of a publisher's checkpoint.
     *
     * @param file {@code tokenizer.json}
     * @throws IllegalArgumentException in one sentence when it can't be read
     */
    public static TextTokenizer of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in, "The tokenizer " + file);
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("The tokenizer " + file + " can't be loaded.", e);
        }
    }

    /** The tokenizer of a {@code tokenizer.json} with this content. */
    public static TextTokenizer of(byte[] content) {
        return of(new ByteArrayInputStream(content), "The tokenizer");
    }

    private static TextTokenizer of(InputStream json, String name) {
        try {
            return new TextTokenizer(HuggingFaceTokenizer.newInstance(
                    json, Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false")));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(name + " can't be loaded.", e);
        }
    }

    /** The special pieces that belong before and after every text, two of them; none for a vocabulary without any. */
    public int[] around() {
        long[] ids = tokenizer.encode("", true, false).getIds();
        return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
    }

    /** Tokenizes a text of any length. */
    public Words tokenize(String text) {
        CodePoints points = new CodePoints(text);
        Growing starts = new Growing();
        Growing ends = new Growing();
        Growing firstPieces = new Growing();
        Growing pieces = new Growing();
        String clean = withoutLoneSurrogates(text);
        for (int from = 0; from < clean.length(); ) {
            int to = blockEnd(clean, from);
            addBlock(clean.substring(from, to), points.toOffset(from), starts, ends, firstPieces, pieces);
            from = to;
        }
        return new Words(text, points, starts.trimmed(), ends.trimmed(), firstPieces.trimmed(), pieces.trimmed());
    }

    private void addBlock(String block, int offset, Growing starts, Growing ends, Growing firstPieces, Growing pieces) {
        Encoding encoding = tokenizer.encode(block, false, false);
        long[] ids = encoding.getIds();
        long[] wordIds = encoding.getWordIds();
        CharSpan[] spans = encoding.getCharTokenSpans();
        long current = -1;
        for (int i = 0; i < ids.length; i++) {
            CharSpan span = spans[i];
            if (span == null || span.getEnd() <= span.getStart()) {
                continue;
            }
            int start = offset + span.getStart();
            int end = offset + span.getEnd();
            // Control characters that the normaliser drops can make the spans of neighbours touch; words never overlap.
            boolean sameWord = starts.size > 0 && wordIds[i] == current && wordIds[i] >= 0;
            if (!sameWord) {
                start = starts.size == 0 ? start : Math.max(start, ends.last());
                if (end <= start) {
                    continue;
                }
                starts.add(start);
                ends.add(end);
                firstPieces.add(pieces.size);
            } else {
                ends.setLast(Math.max(ends.last(), end));
            }
            pieces.add((int) ids[i]);
            current = wordIds[i];
        }
    }

    /** Ends a block after white space where there is some in its second half, else between two code points. */
    private static int blockEnd(String text, int from) {
        int limit = from + BLOCK;
        if (limit >= text.length()) {
            return text.length();
        }
        for (int i = limit; i > from + BLOCK / 2; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    /** Half a surrogate pair has no place in UTF-8, which the native tokenizer reads: a space keeps the offsets. */
    private static String withoutLoneSurrogates(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, ' ');
            }
        }
        return clean == null ? text : clean.toString();
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    private static final class Growing {
        int[] values = new int[64];
        int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }

        int last() {
            return values[size - 1];
        }

        void setLast(int value) {
            values[size - 1] = value;
        }

        int[] trimmed() {
            return Arrays.copyOf(values, size);
        }
    }
}
