package org.newsreel.training.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblationTableTest {
    @TempDir
    private Path directory;

    private static Run run(String row, long seed, double f1) {
        return new Run("hmnet", row, "relations", seed, f1, 1);
    }

    @Test
    void aRowIsComparedWithTheWholeNetworkOfTheSameSeed() {
        List<AblationTable.Line> lines = AblationTable.of(
                List.of(
                        run(Trial.WHOLE, 1, 80),
                        run(Trial.WHOLE, 2, 90),
                        run("single", 1, 76),
                        run("single", 2, 88),
                        run("single", 3, 10)),
                new PaperFigures());

        AblationTable.Line single = lines.get(1);
        assertThat(single.seeds()).isEqualTo(3);
        assertThat(single.mean()).isCloseTo(58, within(1e-9));
        assertThat(single.difference()).isCloseTo(-3, within(1e-9));
        assertThat(single.spread()).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThat(lines.get(0).deviation()).isCloseTo(Math.sqrt(50), within(1e-9));
        assertThat(AblationTable.text(lines)).contains("| hmnet | relations | whole | 2 | 85.00 ± 7.07 |");
    }

    @Test
    void runsAreKeptAndAHalfWrittenLineIsMeasuredAgain() throws Exception {
        Path path = directory.resolve("runs.tsv");
        RunFile file = new RunFile(path);
        assertThat(file.read()).isEmpty();
        file.add(List.of(run("single", 1, 76.25)));
        Files.writeString(path, Files.readString(path) + "hmnet\tfl");
        assertThat(file.read()).containsExactly(run("single", 1, 76.25));
    }

    @Test
    void aRowAgreesWithItsPaperWhenItMovesTheSameWayByMoreThanRunsDiffer() {
        List<Run> runs = new java.util.ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            runs.add(run(Trial.WHOLE, seed, 80 + seed));
            runs.add(run("HMNeT-Single", seed, 70 + seed));
            runs.add(run("HMNeT-Flat", seed, 90 + seed));
            runs.add(run("HMNeT-1V3", seed, 76 + 3 * seed));
        }
        assertThat(AblationTable.of(runs, new PaperFigures()))
                .extracting(AblationTable.Line::agrees)
                .containsExactly("", "yes", "no", "unclear");
    }
}
