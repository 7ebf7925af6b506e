package org.newsreel.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs comparisons side by side and gathers their tables and charts. */
@Command(
        name = "bench",
        description = "Measure Newsreel beside what one would use instead, in one run, as a table and charts.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Needs Maven and the source folder, since peers such as Stanford CoreNLP (GPL) are fetched and never shipped."
                    + " All of them take about an hour on two cores, --quick some minutes."
        })
final class BenchCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description =
                    "encoder, training, extraction, pictures, store, identity, linking or sparql (default: all of them).")
    private List<String> names = List.of();

    @Option(
            names = "--out",
            defaultValue = "newsreel-bench",
            paramLabel = "DIR",
            description = "Where tables and charts go (default: ./${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--quick", description = "Small sizes and few repetitions: to see that it works, not to quote.")
    private boolean quick;

    @Option(names = "--list", description = "Say what can be measured, and measure nothing.")
    private boolean list;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter lines = spec.commandLine().getOut();
        if (list) {
            Arrays.stream(Bench.values()).forEach(bench -> lines.printf("%-12s%s%n", bench.word(), bench.what()));
            lines.flush();
            return 0;
        }
        List<Bench> chosen = chosen();
        Path root = root();
        Path directory = out.toAbsolutePath().normalize();
        Files.createDirectories(directory);
        List<String> failed = new ArrayList<>();
        try (Progress progress = new Progress(common.quiet, "bench")) {
            for (Bench bench : chosen) {
                progress.step(bench.word() + ": " + bench.what());
                if (!run(bench, root, directory)) {
                    failed.add(bench.word());
                }
            }
        }
        for (Bench bench : chosen) {
            if (!failed.contains(bench.word())) {
                BenchChart.draw(directory, bench.word());
            }
        }
        String page = page(directory);
        Files.writeString(directory.resolve("benchmarks.md"), page);
        lines.print(page);
        lines.flush();
        for (String name : failed) {
            spec.commandLine()
                    .getErr()
                    .println("newsreel: " + name + " could not be measured; what Maven said is in "
                            + directory.resolve(name + ".log") + ".");
        }
        return failed.isEmpty() ? 0 : CommandFailure.SOME_FAILED;
    }

    private List<Bench> chosen() {
        List<Bench> chosen = names.stream()
                .map(name -> Bench.of(name)
                        .orElseThrow(() -> new CommandFailure(
                                CommandFailure.WRONG_CALL,
                                "There is no benchmark " + name + ": give one of "
                                        + Arrays.stream(Bench.values())
                                                .map(Bench::word)
                                                .collect(Collectors.joining(", "))
                                        + ".")))
                .distinct()
                .toList();
        return chosen.isEmpty() ? List.of(Bench.values()) : chosen;
    }

    private static Path root() {
        Path root = Path.of(System.getProperty("newsreel.home", "."));
        if (!Files.isRegularFile(root.resolve("pom.xml"))) {
            throw new CommandFailure(
                    CommandFailure.COULD_NOT_START,
                    "benchmarks are built from the source folder, and this is a release: run ./newsreel bench in a checkout.");
        }
        return root;
    }

    /** Offline first, as the launcher does: only what is missing is a reason to ask for the network. */
    private boolean run(Bench bench, Path root, Path directory) throws IOException, InterruptedException {
        Files.deleteIfExists(directory.resolve(bench.word() + ".json"));
        Path log = directory.resolve(bench.word() + ".log");
        if (maven(bench, root, directory, log, true)) {
            return true;
        }
        String said = Files.readString(log);
        boolean missing = said.contains("offline mode") || said.contains("has not been downloaded");
        return missing && maven(bench, root, directory, log, false);
    }

    private boolean maven(Bench bench, Path root, Path directory, Path log, boolean offline)
            throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(bench.maven(directory.toString(), quick, offline))
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new CommandFailure(
                    CommandFailure.COULD_NOT_START, "Maven can't be started: install it and run this again.");
        }
        try {
            return process.waitFor() == 0 && Files.exists(directory.resolve(bench.word() + ".json"));
        } finally {
            process.destroy();
        }
    }

    /** All tables that are in the directory, also those of earlier calls. */
    private static String page(Path directory) throws IOException {
        StringBuilder page = new StringBuilder("# Benchmarks\n\n");
        for (Bench bench : Bench.values()) {
            Path table = directory.resolve(bench.word() + ".md");
            if (Files.exists(table)) {
                page.append(Files.readString(table));
                if (Files.exists(directory.resolve(bench.word() + ".png"))) {
                    page.append("![")
                            .append(bench.what())
                            .append("](")
                            .append(bench.word())
                            .append(".png)\n\n");
                }
            }
        }
        return page.toString();
    }
}
