package org.newsreel.extraction.region;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.newsreel.ontology.claim.Box;

/**
 * Reads writing in the lower part of a frame with Tesseract: half a millisecond to find where writing could be, 7 ms for
 * each such place. One frame's reading is noisy; {@link CaptionVote} decides. Not thread safe; owns native memory.
 */
final class CaptionReader implements AutoCloseable {
    /** Words that Tesseract trusts less are left out. */
    static final double LEAST_WORD_CONFIDENCE = 0.25;

    /** Longest side of the frame in which captions are looked for, in pixels. */
    private static final int SIDE = 960;

    private static final int ENLARGE_TO_LINE = 3;
    private static final int NARROWEST = 160;
    private static final int MARGIN = 6;

    private final TessBaseAPI tesseractApi = new TessBaseAPI();

    /** Opens {@code eng.traineddata} in the directory. */
    CaptionReader(Path directory) {
        if (tesseractApi.Init(directory.toString(), "eng", tesseract.OEM_LSTM_ONLY) != 0) {
            tesseractApi.close();
            throw new IllegalArgumentException("Tesseract cannot read the model eng.traineddata in " + directory
                    + "; restore the directory from a release of Newsreel.");
        }
        tesseractApi.SetVariable("debug_file", "/dev/null");
        tesseractApi.SetPageSegMode(tesseract.PSM_SINGLE_BLOCK);
    }

    /** Blocks of writing from top to bottom. */
    List<CaptionReading> read(Mat image) {
        try (PointerScope scope = new PointerScope()) {
            Mat grey = Grey.within(Grey.of(image), SIDE);
            int top = CaptionPlaces.top(grey.rows());
            if (grey.cols() < NARROWEST || grey.rows() - top < 2 * MARGIN) {
                return List.of();
            }
            Mat lower = grey.apply(new Rect(0, top, grey.cols(), grey.rows() - top));
            List<CaptionReading> readings = new ArrayList<>();
            for (CaptionPlaces.Place place : CaptionPlaces.find(lower, grey.rows())) {
                List<CaptionLine> lines = lines(lower, place, top, grey.rows());
                if (!lines.isEmpty()) {
                    readings.add(new CaptionReading(lines));
                }
            }
            return readings;
        }
    }

    private List<CaptionLine> lines(Mat lower, CaptionPlaces.Place place, int top, int frameHeight) {
        int x = Math.max(0, place.left() - MARGIN);
        int y = Math.max(0, place.top() - MARGIN);
        int right = Math.min(lower.cols(), place.right() + MARGIN);
        int bottom = Math.min(lower.rows(), place.bottom() + MARGIN);
        Mat enlarged = new Mat();
        opencv_imgproc.resize(
                lower.apply(new Rect(x, y, right - x, bottom - y)),
                enlarged,
                new Size(),
                ENLARGE_TO_LINE,
                ENLARGE_TO_LINE,
                opencv_imgproc.INTER_CUBIC);
        // Tesseract was trained on dark letters.
        if (opencv_core.mean(enlarged).get(0) < 128) {
            opencv_core.bitwise_not(enlarged, enlarged);
        }
        tesseractApi.SetImage(enlarged.data(), enlarged.cols(), enlarged.rows(), 1, (int) enlarged.step());
        tesseractApi.SetSourceResolution(150);
        List<CaptionLine> lines = new ArrayList<>();
        if (tesseractApi.Recognize(null) == 0) {
            try (ResultIterator words = tesseractApi.GetIterator()) {
                if (words != null && !words.isNull()) {
                    collect(words, lines, x, y + top, lower.cols(), frameHeight);
                }
            }
        }
        tesseractApi.Clear();
        return lines;
    }

    /** Groups words into lines, leaving out what is no word: marks, single small letters, distrusted readings. */
    private static void collect(
            ResultIterator words, List<CaptionLine> lines, int left, int top, int width, int height) {
        StringBuilder text = new StringBuilder();
        double confidence = 0;
        int count = 0;
        int[] around = null;
        do {
            if (words.IsAtBeginningOf(tesseract.RIL_TEXTLINE) && count > 0) {
                lines.add(line(text, confidence / count, around, left, top, width, height));
                text.setLength(0);
                confidence = 0;
                count = 0;
                around = null;
            }
            double sure = Math.max(0, Math.min(1, words.Confidence(tesseract.RIL_WORD) / 100));
            String word = text(words);
            if (sure < LEAST_WORD_CONFIDENCE || !isWord(word)) {
                continue;
            }
            try (IntPointer box = new IntPointer(4L)) {
                words.BoundingBox(
                        tesseract.RIL_WORD, box.getPointer(0), box.getPointer(1), box.getPointer(2), box.getPointer(3));
                around = around == null
                        ? new int[] {box.get(0), box.get(1), box.get(2), box.get(3)}
                        : new int[] {
                            Math.min(around[0], box.get(0)),
                            Math.min(around[1], box.get(1)),
                            Math.max(around[2], box.get(2)),
                            Math.max(around[3], box.get(3))
                        };
            }
            text.append(text.length() == 0 ? "" : " ").append(word);
            confidence += sure;
            count++;
        } while (words.Next(tesseract.RIL_WORD));
        if (count > 0) {
            lines.add(line(text, confidence / count, around, left, top, width, height));
        }
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
        boolean lone = letters == 1 && word.codePoints().noneMatch(Character::isUpperCase);
        return letters >= 1 && !lone && 2 * letters >= word.codePointCount(0, word.length());
    }

    private static CaptionLine line(
            StringBuilder text, double confidence, int[] around, int left, int top, int width, int height) {
        double x = Math.max(0, (left + (double) around[0] / ENLARGE_TO_LINE) / width);
        double y = Math.max(0, (top + (double) around[1] / ENLARGE_TO_LINE) / height);
        double right = Math.min(1, (left + (double) around[2] / ENLARGE_TO_LINE) / width);
        double bottom = Math.min(1, (top + (double) around[3] / ENLARGE_TO_LINE) / height);
        return new CaptionLine(text.toString(), new Box(x, y, right - x, bottom - y), confidence);
    }

    @Override
    public void close() {
        tesseractApi.End();
        tesseractApi.close();
    }
}
