package org.newsreel.training.ablation;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/** The rows of one network and task as bars with their deviations. */
final class AblationChart {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 460;

    private AblationChart() {}

    /** Writes {@code network-task.png} into a directory and gives its path. */
    static Path draw(Path directory, List<AblationTable.Line> lines) throws IOException {
        String network = lines.get(0).network();
        String task = lines.get(0).task();
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(network + ", " + task + ": F1 on the made world")
                .yAxisTitle("F1")
                .build();
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setXAxisLabelRotation(35);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        List<String> rows = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (AblationTable.Line line : lines) {
            rows.add(line.row());
            means.add(line.mean());
            deviations.add(line.deviation());
        }
        chart.addSeries("F1", rows, means, deviations);
        Path file = directory.resolve(network + "-" + task.replace(' ', '-') + ".png");
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG);
        return file;
    }
}
