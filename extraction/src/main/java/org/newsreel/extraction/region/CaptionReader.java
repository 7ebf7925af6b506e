package org.newsreel.extraction.region;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Reads writing in a frame with Tesseract: a millisecond to find where writing could be, 7 ms for each such place. One
 * frame's reading is noisy; {@link CaptionVote} decides. Not thread safe; owns native memory.
 */
final class CaptionReader implements AutoCloseable {
    /** Words that Tesseract trusts less are left out. */
    static final double LEAST_WORD_CONFIDENCE = 0.25;

    /** Longest side of the frame in which captions are looked for, in pixels. */
    private static final int SIDE = 960;

    private static final int ENLARGE_TO_LINE = 3;
    private static final int NARROWEST = 160;
    private static final int MARGIN = 6;

    /** Places above the captions that are read of one frame, the widest first: foliage has any number. */
    private static final int MOST_ABOVE = 4;

    private final TextReader english;
    private final Optional<TextReader> chinese;
    private boolean readsChinese;

    /** Opens {@code eng.traineddata} in the directory. */
    CaptionReader(Path directory) {
        this(directory, Optional.empty());
    }

    /** @param chineseDirectory with {@code chi_sim.traineddata} */
    CaptionReader(Path directory, Optional<Path> chineseDirectory) {
        english = new TextReader(directory, "eng");
        try {
            chinese = chineseDirectory.map(place -> new TextReader(place, CaptionModels.CHINESE));
        } catch (RuntimeException e) {
            english.close();
            throw e;
        }
    }

    /** From now on looks for Chinese too, where its model is there. */
    void setReadsChinese(boolean reads) {
        readsChinese = reads;
    }

    /** Blocks of writing: captions in the lower part from top to bottom, then what is written above them. */
    List<CaptionReading> read(Mat image) {
        try (PointerScope scope = new PointerScope()) {
            Mat grey = Grey.within(Grey.of(image), SIDE);
            int border = CaptionPlaces.top(grey.rows());
            if (grey.cols() < NARROWEST || grey.rows() - border < 2 * MARGIN) {
                return List.of();
            }
            List<CaptionReading> readings = new ArrayList<>();
            read(grey, border, grey.rows(), Integer.MAX_VALUE, readings);
            read(grey, 0, border, MOST_ABOVE, readings);
            return readings;
        }
    }

    private void read(Mat grey, int top, int bottom, int most, List<CaptionReading> readings) {
        Mat part = grey.apply(new Rect(0, top, grey.cols(), bottom - top));
        List<CaptionPlaces.Place> places = CaptionPlaces.find(part, grey.rows());
        List<CaptionPlaces.Place> widest = places.stream()
                .sorted(Comparator.comparingInt((CaptionPlaces.Place place) -> place.left() - place.right()))
                .limit(most)
                .toList();
        for (CaptionPlaces.Place place : places) {
            List<CaptionLine> lines = widest.contains(place) ? lines(part, place, top, grey.rows()) : List.of();
            if (!lines.isEmpty()) {
                readings.add(new CaptionReading(lines));
            }
        }
    }

    private List<CaptionLine> lines(Mat part, CaptionPlaces.Place place, int top, int frameHeight) {
        int x = Math.max(0, place.left() - MARGIN);
        int y = Math.max(0, place.top() - MARGIN);
        int right = Math.min(part.cols(), place.right() + MARGIN);
        int bottom = Math.min(part.rows(), place.bottom() + MARGIN);
        Mat enlarged = new Mat();
        opencv_imgproc.resize(
                part.apply(new Rect(x, y, right - x, bottom - y)),
                enlarged,
                new Size(),
                ENLARGE_TO_LINE,
                ENLARGE_TO_LINE,
                opencv_imgproc.INTER_CUBIC);
        // Tesseract was trained on dark letters.
        if (opencv_core.mean(enlarged).get(0) < 128) {
            opencv_core.bitwise_not(enlarged, enlarged);
        }
        TextReader.Place origin = new TextReader.Place(x, y + top, ENLARGE_TO_LINE, part.cols(), frameHeight);
        List<CaptionLine> latin = english.read(enlarged, origin);
        if (!readsChinese || chinese.isEmpty()) {
            return latin;
        }
        List<CaptionLine> han = chinese.get().read(enlarged, origin);
        return confidence(han) > confidence(latin) ? han : latin;
    }

    /** Of the letters read, so that a long line counts more than a sure mark beside it. */
    private static double confidence(List<CaptionLine> lines) {
        double sum = 0;
        int letters = 0;
        for (CaptionLine line : lines) {
            sum += line.confidence() * line.text().length();
            letters += line.text().length();
        }
        return letters == 0 ? 0 : sum / letters;
    }

    @Override
    public void close() {
        english.close();
        chinese.ifPresent(TextReader::close);
    }
}
