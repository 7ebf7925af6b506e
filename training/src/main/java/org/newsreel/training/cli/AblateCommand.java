package org.newsreel.training.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsreel.training.ablation.Ablations;
import org.newsreel.training.made.Tongue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reprints the ablation tables on the made world. */
@Command(
        name = "ablate",
        description =
                "Train the published networks on the made world, whole and without their parts, and print the table.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Runs that are already in --out are not repeated, so a stopped command goes on where it was, and one that has"
                    + " nothing left to do prints the table at once."
        })
final class AblateCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NETWORK",
            description =
                    "m3d, mdocre, hmnet, hmnet-entities, dgfpt or hvformer (default: all), or a sweep: m3d-prompt,"
                            + " m3d-missing, hmnet-examples, dgfpt-pictures or hvformer-layers.")
    private String network;

    @Option(
            names = "--out",
            defaultValue = "ablation",
            paramLabel = "DIR",
            description = "Where runs and charts are kept (default: ./${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--seeds", defaultValue = "3", description = "Worlds (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--train", defaultValue = "1500", description = "Items to learn from (default: ${DEFAULT-VALUE}).")
    private int train;

    @Option(names = "--test", defaultValue = "900", description = "Items to measure on (default: ${DEFAULT-VALUE}).")
    private int test;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes (default: what each network needs).")
    private Integer epochs;

    @Option(names = "--rate", paramLabel = "R", description = "Peak learning rate (default: what each network needs).")
    private Double rate;

    @Option(names = "--row", paramLabel = "ROW", description = "Only this row of the table; repeatable (default: all).")
    private Set<String> rows = Set.of();

    @Option(
            names = "--language",
            defaultValue = "en",
            paramLabel = "en|zh",
            description = "Of the made world (default: ${DEFAULT-VALUE}).")
    private String language;

    @Option(names = "--table", description = "Print the table of the runs in --out and train nothing.")
    private boolean tableOnly;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (seeds < 1 || train < 1 || test < 1 || (epochs != null && epochs < 1) || (rate != null && !(rate > 0))) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "--seeds, --train, --test and --epochs must be 1 or more and --rate positive.");
        }
        Tongue tongue = Arrays.stream(Tongue.values())
                .filter(t -> t.code().equals(language))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.WRONG_CALL, "There is no made world in " + language + ": give en or zh."));
        List<String> all = Ablations.networks(tongue);
        List<String> sweeps = Ablations.sweeps(tongue);
        if (network != null && !all.contains(network) && !sweeps.contains(network)) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "There is no network " + network + ": give one of " + String.join(", ", all) + ", or a sweep: "
                            + String.join(", ", sweeps) + ".");
        }
        Ablations ablations = new Ablations(
                out,
                tongue,
                seeds,
                train,
                test,
                epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
                rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate),
                rows);
        if (!tableOnly) {
            try (Progress progress = new Progress(common.quiet, "ablate")) {
                (network == null ? all : List.of(network)).forEach(name -> ablations.run(name, progress::step));
            }
        }
        PrintWriter lines = spec.commandLine().getOut();
        lines.print(ablations.table());
        lines.flush();
        return 0;
    }
}
