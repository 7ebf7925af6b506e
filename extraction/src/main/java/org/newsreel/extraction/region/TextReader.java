package org.newsreel.extraction.region;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.newsreel.ontology.claim.Box;

/** Tesseract with one language's model: reads the lines of a block of writing. Not thread safe; owns native memory. */
final class TextReader implements AutoCloseable {
    private static final int DOTS_PER_INCH = 150;

    private final TessBaseAPI tesseractApi = new TessBaseAPI();

    /** Opens {@code <language>.traineddata} in the directory. */
    TextReader(Path directory, String language) {
        if (tesseractApi.Init(directory.toString(), language, tesseract.OEM_LSTM_ONLY) != 0) {
            tesseractApi.close();
            throw new IllegalArgumentException("Tesseract cannot read the model " + language + ".traineddata in "
                    + directory + "; restore the directory from a release of Newsreel or of the package it is from.");
        }
        tesseractApi.SetVariable("debug_file", "/dev/null");
        tesseractApi.SetPageSegMode(tesseract.PSM_SINGLE_BLOCK);
    }

    /**
     * Where a cut-out lies in its frame.
     *
     * @param left pixels from the frame's left edge
     * @param top pixels from the frame's top edge
     * @param enlarged how many pixels of the cut-out one of the frame has become
     * @param width of the frame
     * @param height of the frame
     */
    record Place(int left, int top, int enlarged, int width, int height) {}

    /** Lines from top to bottom of one channel of 8 bits, dark on light. */
    List<CaptionLine> read(Mat block, Place place) {
        tesseractApi.SetImage(block.data(), block.cols(), block.rows(), 1, (int) block.step());
        tesseractApi.SetSourceResolution(DOTS_PER_INCH);
        List<CaptionLine> lines = new ArrayList<>();
        if (tesseractApi.Recognize(null) == 0) {
            try (ResultIterator words = tesseractApi.GetIterator()) {
                if (words != null && !words.isNull()) {
                    collect(words, lines, place);
                }
            }
        }
        tesseractApi.Clear();
        return lines;
    }

    /** Groups words into lines, leaving out what is no word: marks, single small letters, distrusted readings. */
    private static void collect(ResultIterator words, List<CaptionLine> lines, Place place) {
        Line line = new Line();
        do {
            if (words.IsAtBeginningOf(tesseract.RIL_TEXTLINE)) {
                line.end(lines, place);
            }
            double sure = Math.max(0, Math.min(1, words.Confidence(tesseract.RIL_WORD) / 100));
            String word = text(words);
            if (sure < CaptionReader.LEAST_WORD_CONFIDENCE || !isWord(word)) {
                continue;
            }
            try (IntPointer box = new IntPointer(4L)) {
                words.BoundingBox(
                        tesseract.RIL_WORD, box.getPointer(0), box.getPointer(1), box.getPointer(2), box.getPointer(3));
                line.add(word, sure, box.get(0), box.get(1), box.get(2), box.get(3));
            }
        } while (words.Next(tesseract.RIL_WORD));
        line.end(lines, place);
    }

    private static String text(ResultIterator words) {
        try (BytePointer text = words.GetUTF8Text(tesseract.RIL_WORD)) {
            return text == null || text.isNull()
                    ? ""
                    : text.getString(StandardCharsets.UTF_8).strip().replaceAll("[”“\"‘`|~_]+|[:;]+$", "");
        }
    }

    private static boolean isWord(String word) {
        long letters = word.codePoints().filter(Character::isLetterOrDigit).count();
        boolean lone = letters == 1
                && word.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isIdeographic(c));
        return letters >= 1 && !lone && 2 * letters >= word.codePointCount(0, word.length());
    }

    /** A line that is being put together. */
    private static final class Line {
        private final StringBuilder text = new StringBuilder();
        private double confidence;
        private int words;
        private int left;
        private int top;
        private int right;
        private int bottom;

        void add(String word, double sure, int x, int y, int right, int bottom) {
            boolean first = words == 0;
            boolean joined = first
                    || Character.isIdeographic(text.codePointBefore(text.length()))
                            && Character.isIdeographic(word.codePointAt(0));
            text.append(joined ? "" : " ").append(word);
            confidence += sure;
            words++;
            left = first ? x : Math.min(left, x);
            top = first ? y : Math.min(top, y);
            this.right = first ? right : Math.max(this.right, right);
            this.bottom = first ? bottom : Math.max(this.bottom, bottom);
        }

        void end(List<CaptionLine> lines, Place place) {
            if (words > 0) {
                double x = within((place.left() + (double) left / place.enlarged()) / place.width());
                double y = within((place.top() + (double) top / place.enlarged()) / place.height());
                double endX = within((place.left() + (double) right / place.enlarged()) / place.width());
                double endY = within((place.top() + (double) bottom / place.enlarged()) / place.height());
                lines.add(new CaptionLine(text.toString(), new Box(x, y, endX - x, endY - y), confidence / words));
            }
            text.setLength(0);
            confidence = 0;
            words = 0;
        }

        private static double within(double fraction) {
            return Math.max(0, Math.min(1, fraction));
        }
    }

    @Override
    public void close() {
        tesseractApi.End();
        tesseractApi.close();
    }
}
