package org.newsreel.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsWhatCanBeMeasured() {
        assertThat(run("bench", "--list")).isZero();

        assertThat(out.toString()).contains("encoder", "onnxruntime", "store", "sparql", "Fuseki");
    }

    @Test
    void namesEveryBenchmarkInItsHelp() {
        assertThat(run("bench", "--help")).isZero();

        assertThat(out.toString())
                .contains(Arrays.stream(Bench.values()).map(Bench::word).toList());
    }

    @Test
    void namesTheBenchmarksThereAreWhenOneIsUnknown() {
        assertThat(run("bench", "stoer")).isEqualTo(CommandFailure.WRONG_CALL);

        assertThat(err.toString()).contains("stoer").contains("identity").doesNotContain("Exception");
    }

    /** A renamed test would make Maven succeed without measuring anything. */
    @ParameterizedTest
    @EnumSource
    void callsATestThatIsThere(Bench bench) throws IOException {
        Path module = Path.of("..").resolve(bench.module());
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains(bench.test() + ".java");
        }
        assertThat(bench.maven("here", true, true)).contains("-Pbench", "-o", bench.module());
    }

    @Test
    void drawsWhatWasCompared(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("one.json"),
                """
                {"name": "one", "title": "One beside the other", "remarks": [], "rows": [
                  {"situation": "small", "side": "theirs", "value": 4, "unit": "ms", "ratio": 1},
                  {"situation": "small", "side": "ours", "value": 2, "unit": "ms", "ratio": 0.5, "aim": "at most 1"},
                  {"situation": "alone", "side": "ours", "value": 7, "unit": "MB"}]}
                """);

        BenchChart.draw(directory, "one");

        assertThat(ImageIO.read(directory.resolve("one.png").toFile()).getWidth())
                .isEqualTo(1100);
    }

    private int run(String... arguments) {
        CommandLine line = TrainingCommands.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
