package org.newsreel.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class MetricsPlotTest {
    private static final String STEPS =
            """
            epoch,step,rate,loss,entities,norm
            1,1,0.1,4.0,2.0,1
            1,2,0.1,3.0,NaN,1
            2,1,0.1,9.0,1.5,1
            2,1,0.1,2.0,1.5,1
            2,2,0.1,1.0,1.0,1
            2,3,0.
            """;

    @TempDir
    Path run;

    private static List<String> names(XYChart chart) {
        return chart.getSeriesCollection().stream().map(XYSeries::getName).toList();
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(run.resolve(name), content);
    }

    @Test
    void aTableLeavesOutHalfLinesAndTakesTheLaterOfTwoRowsForOneStep() throws IOException {
        file("metrics.csv", STEPS);
        MetricsTable table = MetricsTable.read(run.resolve("metrics.csv"));

        assertThat(table.x()).containsExactly(0.5, 1, 1.5, 2);
        assertThat(table.columns()).containsOnlyKeys("rate", "loss", "entities", "norm");
        assertThat(table.columns().get("loss")).containsExactly(4, 3, 2, 1);
        assertThat(table.columns().get("entities")).containsExactly(2, Double.NaN, 1.5, 1);
    }

    @Test
    void lossesAndScoresAreDrawnApart() throws IOException {
        file("metrics.csv", STEPS);
        file("dev.csv", "epoch,entity,mean\n1,50,40\n2,60,45\n");
        List<XYChart> charts = MetricsPlot.charts(run);

        assertThat(charts).hasSize(2);
        assertThat(names(charts.get(0))).containsExactly("loss", "entities");
        XYSeries entities = charts.get(0).getSeries("entities");
        assertThat(entities.getXData()).containsExactly(0.5, 1.5, 2);
        assertThat(names(charts.get(1))).containsExactly("entity", "mean");
        assertThat(charts.get(1).getSeries("entity").getYData()).containsExactly(50, 60);
    }

    @Test
    void scoresMayBeColumnsOfTheSameFile() throws IOException {
        file("metrics.csv", "epoch,loss,dev_f1\n1,2.0,50\n2,1.0,60\n");
        List<XYChart> charts = MetricsPlot.charts(run);

        assertThat(names(charts.get(0))).containsExactly("loss");
        assertThat(names(charts.get(1))).containsExactly("f1");
    }

    @Test
    void stepsOfATenthOfAnEpochAreAveraged() throws IOException {
        StringBuilder steps = new StringBuilder("epoch,step,loss\n");
        for (int step = 1; step <= 100; step++) {
            steps.append("1,").append(step).append(',').append(step % 2).append('\n');
        }
        file("metrics.csv", steps.toString());
        double[] means = MetricsPlot.charts(run).get(0).getSeries("loss").getYData();

        assertThat(means[99]).isCloseTo(0.5, within(1e-9));
        assertThat(means[0]).isEqualTo(1);
    }

    @Test
    void thePictureShowsLinesAndReplacesAnOlderOne() throws IOException {
        file("metrics.csv", STEPS);
        file(MetricsPlot.FILE, "older");
        MetricsPlot.draw(run);

        BufferedImage picture = ImageIO.read(run.resolve(MetricsPlot.FILE).toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y);
                if ((colour >> 16 & 0xFF) != (colour & 0xFF)) {
                    colours.add(colour);
                }
            }
        }
        assertThat(colours).isNotEmpty();
        try (Stream<Path> files = Files.list(run)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("metrics.csv", MetricsPlot.FILE);
        }
    }

    @Test
    void aRunThatCannotBeDrawnGoesOn() throws IOException {
        MetricsPlot.draw(run);
        assertThat(run.resolve(MetricsPlot.FILE)).doesNotExist();
        file("metrics.csv", "nothing,useful\n");
        MetricsPlot.draw(run);
        assertThat(run.resolve(MetricsPlot.FILE)).doesNotExist();
        MetricsPlot.draw(run.resolve("missing"));
    }
}
