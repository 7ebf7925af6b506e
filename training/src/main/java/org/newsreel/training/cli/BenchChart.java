package org.newsreel.training.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/** What was compared, as bars in terms of the peer, which is 1. */
final class BenchChart {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BenchChart() {}

    /** Draws {@code NAME.png} beside {@code NAME.json}, where something in it was compared. */
    static void draw(Path directory, String name) throws IOException {
        JsonNode report = JSON.readTree(directory.resolve(name + ".json").toFile());
        Map<String, Map<String, Double>> sides = new LinkedHashMap<>();
        List<String> situations = new ArrayList<>();
        for (JsonNode row : report.get("rows")) {
            if (row.has("ratio")) {
                String situation = row.get("situation").asText();
                if (!situations.contains(situation)) {
                    situations.add(situation);
                }
                sides.computeIfAbsent(row.get("side").asText(), side -> new LinkedHashMap<>())
                        .put(situation, row.get("ratio").asDouble());
            }
        }
        if (sides.isEmpty()) {
            return;
        }
        CategoryChart chart = new CategoryChartBuilder()
                .width(1100)
                .height(520)
                .title(report.get("title").asText())
                .yAxisTitle("in terms of the first")
                .build();
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setXAxisLabelRotation(situations.size() > 4 ? 30 : 0);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
        sides.forEach((side, ratios) -> chart.addSeries(
                side, situations, situations.stream().map(ratios::get).toList()));
        BitmapEncoder.saveBitmap(chart, directory.resolve(name + ".png").toString(), BitmapEncoder.BitmapFormat.PNG);
    }
}
