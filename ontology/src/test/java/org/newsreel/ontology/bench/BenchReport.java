package org.newsreel.ontology.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a benchmark measured, in the one form that {@code newsreel bench} gathers: {@link #write} prints a table and writes
 * {@code NAME.json} and {@code NAME.md} into the directory {@code -Dbench.out}, by default {@code target/bench}.
 */
public final class BenchReport {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    /**
     * One figure.
     *
     * @param situation what was done, such as "8 × 256" or "forgetting an item, median"
     * @param side who did it
     * @param value the figure
     * @param unit of the figure, such as "ms"
     * @param ratio the figure in terms of the peer's in the same run
     * @param aim what was asked for, such as "at most 0.75 of it"
     */
    public record Row(
            String situation, String side, double value, String unit, Optional<Double> ratio, Optional<String> aim) {}

    private record Result(String name, String title, List<String> remarks, List<Row> rows) {}

    private final String name;
    private final String title;
    private final List<String> remarks = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param name one word, as in {@code newsreel bench NAME}
     * @param title of the table
     */
    public BenchReport(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /** A sentence on what was measured and with what. */
    public BenchReport remark(String format, Object... values) {
        remarks.add(String.format(Locale.ROOT, format, values));
        return this;
    }

    /** A figure with nothing to compare it with. */
    public BenchReport figure(String situation, String side, double value, String unit) {
        rows.add(new Row(situation, side, value, unit, Optional.empty(), Optional.empty()));
        return this;
    }

    /** A figure that something was asked of. */
    public BenchReport figure(String situation, String side, double value, String unit, String aim) {
        rows.add(new Row(situation, side, value, unit, Optional.empty(), Optional.of(aim)));
        return this;
    }

    /** A figure beside a peer's. */
    public BenchReport compared(String situation, String side, double value, String unit, double ratio) {
        rows.add(new Row(situation, side, value, unit, Optional.of(ratio), Optional.empty()));
        return this;
    }

    /** A figure beside a peer's that something was asked of. */
    public BenchReport compared(String situation, String side, double value, String unit, double ratio, String aim) {
        rows.add(new Row(situation, side, value, unit, Optional.of(ratio), Optional.of(aim)));
        return this;
    }

    /** Prints the table and writes both files. */
    public void write() {
        Path directory = Path.of(System.getProperty("bench.out", "target/bench"));
        try {
            Files.createDirectories(directory);
            JSON.writeValue(directory.resolve(name + ".json").toFile(), new Result(name, title, remarks, rows));
            Files.writeString(directory.resolve(name + ".md"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(table());
    }

    private String table() {
        StringBuilder text = new StringBuilder("## " + title + "\n\n");
        remarks.forEach(remark -> text.append(remark).append("\n\n"));
        text.append("| what | side | figure | beside the first | aim |\n| --- | --- | --- | --- | --- |\n");
        String last = "";
        for (Row row : rows) {
            text.append("| ")
                    .append(row.situation().equals(last) ? "" : row.situation())
                    .append(" | ")
                    .append(row.side())
                    .append(" | ")
                    .append(number(row.value()))
                    .append(' ')
                    .append(row.unit())
                    .append(" | ")
                    .append(row.ratio()
                            .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                            .orElse(""))
                    .append(" | ")
                    .append(row.aim().orElse(""))
                    .append(" |\n");
            last = row.situation();
        }
        return text.append('\n').toString();
    }

    /** Four digits that count, more of a large number. */
    private static String number(double value) {
        int digits = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        return String.format(Locale.ROOT, "%." + Math.max(0, Math.min(6, 4 - digits)) + "f", value);
    }
}
