package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.review.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        description = "Take over decisions that annotations import wrote: item, verdict, statement, words.")
final class ReviewApply extends ReviewCommand.Deciding {
    @Parameters(paramLabel = "FILE.tsv", description = "One decision a line, divided by tabs.")
    private Path file;

    private int failed;

    @Override
    void apply(ReviewDesk desk) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be read: name a file of decisions", e);
        }
        for (String line : lines) {
            try {
                decide(desk, line);
            } catch (IllegalArgumentException | NoSuchElementException e) {
                failed++;
                System.err.println("newsreel: " + e.getMessage() + ".");
            }
        }
    }

    private void decide(ReviewDesk desk, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length < 3) {
            throw new IllegalArgumentException(
                    "\"" + line + "\" is no decision: item, verdict and statement are divided by tabs");
        }
        Decision decision = Decision.valueOf(cells[1].toUpperCase(Locale.ROOT));
        desk.decide(cells[2], decision, Optional.empty(), reviewer, Optional.ofNullable(note));
        System.out.println(decision.word() + " " + cells[2]);
    }

    @Override
    public Integer call() {
        super.call();
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }
}
