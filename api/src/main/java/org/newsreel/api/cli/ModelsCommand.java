package org.newsreel.api.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsreel.extraction.model.ModelCard;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.model.ModelPull;
import org.newsreel.extraction.model.PublishedModel;
import org.newsreel.extraction.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Command(
            name = "list",
            description =
                    "One line a model: name, what it does, the roles that --models can give it, licence, size, hash.")
    int list(@Mixin CommonOptions options) {
        for (ModelCard card : models().list()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %-56s %-36s %-12s %7.1f MB  %s%n",
                    card.name(),
                    card.role(),
                    roles(card),
                    card.licence().split(",", 2)[0],
                    card.bytes() / 1e6,
                    card.sha256().substring(0, 12));
        }
        for (PublishedModel model : PublishedModel.all()) {
            if (models().info(model.name()).isEmpty()) {
                System.out.printf(
                        "%-32s %-56s %-36s %-12s %s%n",
                        model.name(), model.role(), "-", model.licence(), "not here: models pull " + model.name());
            }
        }
        return ExitCode.DONE;
    }

    /** What {@code --models} can use a model for. */
    private static String roles(ModelCard card) {
        return card.roles().isEmpty()
                ? "-"
                : card.roles().stream().sorted().map(Role::word).collect(Collectors.joining(","));
    }

    @Command(name = "info", description = "All that is known of one model.")
    int info(@Mixin CommonOptions options, @Parameters(paramLabel = "NAME") String name) {
        Optional<PublishedModel> published =
                PublishedModel.of(name).filter(m -> models().info(name).isEmpty());
        if (published.isPresent()) {
            PublishedModel model = published.get();
            System.out.println("name     " + model.name());
            System.out.println("role     " + model.role());
            System.out.println("licence  " + model.licence());
            System.out.println("source   " + model.repository() + " at "
                    + model.revision().orElse("its newest revision, as none is pinned"));
            model.files()
                    .forEach((file, hash) -> System.out.println("file     " + file + "  "
                            + (hash.isEmpty() ? "(hash to be recorded when it is first seen)" : hash)));
            System.out.println("path     not here: newsreel models pull " + name);
            return ExitCode.DONE;
        }
        ModelCard card = models().info(name).orElseThrow(() -> unknown(name));
        System.out.println("name     " + card.name());
        System.out.println("role     " + card.role());
        System.out.println("fills    " + roles(card));
        System.out.println("licence  " + card.licence());
        System.out.println("bytes    " + card.bytes());
        System.out.println("sha256   " + card.sha256());
        card.path().ifPresent(directory -> System.out.println("path     " + directory));
        card.figures().forEach((figure, value) -> System.out.printf(Locale.ROOT, "figure   %s %.2f%n", figure, value));
        return ExitCode.DONE;
    }

    @Command(
            name = "pull",
            description = {
                "Fetch a published checkpoint that an encoder can start from, at the revision that Newsreel names and"
                        + " checked by its hash; goes on where it was broken off.",
                "Files that you put into the model's directory yourself are taken in."
            })
    int pull(
            @Mixin CommonOptions options,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--hub", paramLabel = "URL", description = "Where to fetch it (huggingface.co).")
                    Optional<URI> hub,
            @Option(names = "--into", paramLabel = "DIR", description = "Directory of models (Newsreel's own).")
                    Optional<Path> into) {
        Optional<PublishedModel> published = PublishedModel.of(name);
        if (published.isEmpty()) {
            if (models().info(name).isPresent()) {
                System.out.println(name + " is here already.");
                return ExitCode.DONE;
            }
            throw unknown(name);
        }
        ModelPull pull = new ModelPull(hub.orElse(ModelPull.HUB), into.orElse(Home.models()), System.err::println);
        try {
            System.out.println(pull.pull(published.get()));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.couldNotStart(e.getMessage(), e);
        }
        return ExitCode.DONE;
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
