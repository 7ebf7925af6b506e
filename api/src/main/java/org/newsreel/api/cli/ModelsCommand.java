package org.newsreel.api.cli;

import java.util.List;
import java.util.Locale;
import org.newsreel.extraction.model.ModelCard;
import org.newsreel.extraction.model.ModelDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsreel models}: what the extraction stands on. */
@Command(
        name = "models",
        description = "The models that are here: where they come from, licence, size, hash and figures.")
final class ModelsCommand implements Runnable {
    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what: list, info NAME, pull NAME or verify.");
    }

    private static ModelDirectory models() {
        return new ModelDirectory(Home.models());
    }

    @Command(name = "list", description = "One line a model.")
    int list(@Mixin CommonOptions options) {
        for (ModelCard card : models().list()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %-52s %-12s %7.1f MB  %s%n",
                    card.name(),
                    card.role(),
                    card.licence().split(",", 2)[0],
                    card.bytes() / 1e6,
                    card.sha256().substring(0, 12));
        }
        return ExitCode.DONE;
    }

    @Command(name = "info", description = "All that is known of one model.")
    int info(@Mixin CommonOptions options, @Parameters(paramLabel = "NAME") String name) {
        ModelCard card = models().info(name).orElseThrow(() -> unknown(name));
        System.out.println("name     " + card.name());
        System.out.println("role     " + card.role());
        System.out.println("licence  " + card.licence());
        System.out.println("bytes    " + card.bytes());
        System.out.println("sha256   " + card.sha256());
        card.path().ifPresent(directory -> System.out.println("path     " + directory));
        card.figures().forEach((figure, value) -> System.out.printf(Locale.ROOT, "figure   %s %.2f%n", figure, value));
        return ExitCode.DONE;
    }

    @Command(
            name = "pull",
            description = "Fetch a model. This version ships all that it uses, so there is none to fetch.")
    int pull(@Mixin CommonOptions options, @Parameters(paramLabel = "NAME") String name) {
        if (models().info(name).isPresent()) {
            System.out.println(name + " is here already.");
            return ExitCode.DONE;
        }
        throw unknown(name);
    }

    @Command(name = "verify", description = "Compare every file of every model with its recorded hash.")
    int verify(@Mixin CommonOptions options) {
        List<String> problems = models().verify();
        problems.forEach(System.out::println);
        System.out.println(
                problems.isEmpty() ? "all models are as they were published" : problems.size() + " problems");
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private static CommandFailure unknown(String name) {
        return CommandFailure.wrongCall("there is no model " + name + ": newsreel models list shows those that are"
                + " here, and one of your own goes into a directory below " + Home.models() + ".");
    }
}
