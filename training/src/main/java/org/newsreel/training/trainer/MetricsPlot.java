package org.newsreel.training.trainer;

import java.awt.AWTError;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws what a training run has written so far: the losses of {@code metrics.csv}, a tenth of an epoch averaged, and below
 * them the scores on documents that it does not train on, from the columns {@code dev_…} of that file and from
 * {@code dev.csv}. Draws in memory, so it needs no screen.
 */
public final class MetricsPlot {
    /** The picture's name. */
    public static final String FILE = "metrics.png";

    private static final Logger LOG = LoggerFactory.getLogger(MetricsPlot.class);
    private static final String DEV = "dev_";
    private static final List<String> NO_LOSSES = List.of("rate", "norm");
    private static final int WIDTH = 900;
    private static final int HEIGHT = 380;
    private static final double SMOOTHED = 0.1;

    private MetricsPlot() {}

    /**
     * Draws {@link #FILE} into the directory of a run, in place of an older one; nothing when the run has written nothing.
     * A picture that can't be drawn, as on a machine without fonts, is worth a line in the log and no more.
     */
    public static void draw(Path directory) {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        try {
            List<XYChart> charts = charts(directory);
            if (!charts.isEmpty()) {
                Path made = directory.resolve(FILE + ".part");
                try (OutputStream out = Files.newOutputStream(made)) {
                    BitmapEncoder.saveBitmap(charts, charts.size(), 1, out, BitmapEncoder.BitmapFormat.PNG);
                }
                Files.move(made, directory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException | RuntimeException | LinkageError | AWTError e) {
            LOG.warn("No plot of the training in {}: {}", directory, e.toString());
        }
    }

    /** The charts that there are figures for: losses, scores. */
    static List<XYChart> charts(Path directory) throws IOException {
        XYChart losses = chart("loss", "mean loss");
        XYChart scores = chart("development set", "score");
        Path steps = directory.resolve("metrics.csv");
        if (Files.exists(steps)) {
            MetricsTable table = MetricsTable.read(steps);
            for (Map.Entry<String, double[]> column : table.columns().entrySet()) {
                String name = column.getKey();
                if (name.startsWith(DEV)) {
                    add(scores, name.substring(DEV.length()), table.x(), column.getValue(), 0);
                } else if (!NO_LOSSES.contains(name)) {
                    add(losses, name, table.x(), column.getValue(), SMOOTHED);
                }
            }
        }
        Path dev = directory.resolve("dev.csv");
        if (Files.exists(dev)) {
            MetricsTable table = MetricsTable.read(dev);
            table.columns().forEach((name, figures) -> add(scores, name, table.x(), figures, 0));
        }
        List<XYChart> charts = new ArrayList<>(List.of(losses, scores));
        charts.removeIf(chart -> chart.getSeriesCollection().isEmpty());
        return charts;
    }

    private static XYChart chart(String title, String measure) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("epochs")
                .yAxisTitle(measure)
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setMarkerSize(5);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisDecimalPattern("0.#");
        chart.getStyler().setXAxisMaxLabelCount(16);
        return chart;
    }

    /** Adds a line; {@code window}, in epochs, is how far back each point's mean reaches. */
    private static void add(XYChart chart, String name, double[] x, double[] figures, double window) {
        List<Double> at = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            int count = 0;
            for (int j = i; j >= 0 && (j == i || x[j] > x[i] - window); j--) {
                if (Double.isFinite(figures[j])) {
                    sum += figures[j];
                    count++;
                }
            }
            if (count > 0) {
                at.add(x[i]);
                means.add(sum / count);
            }
        }
        if (!at.isEmpty() && chart.getSeries(name) == null) {
            boolean dense = at.size() > 60;
            chart.addSeries(name, at, means).setMarker(dense ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
        }
    }
}
