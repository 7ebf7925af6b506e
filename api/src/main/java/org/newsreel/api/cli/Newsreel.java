package org.newsreel.api.cli;

import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line's entry. */
@Command(
        name = "newsreel",
        description = "Turns news into a knowledge graph in which every triple shows the words and frames it rests on.",
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            IngestCommand.class,
            ExtractCommand.class,
            BuildCommand.class,
            ServeCommand.class,
            QueryCommand.class,
            ExplainCommand.class,
            ForgetCommand.class,
            ExportCommand.class,
            PushCommand.class,
            ChangesCommand.class,
            AnnotationsCommand.class,
            VerifyCommand.class,
            ReviewCommand.class,
            SearchCommand.class,
            LinkCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CompactCommand.class,
            KeysCommand.class,
            ModelsCommand.class,
            CorpusCommand.class,
            TrainingCommand.Train.class,
            TrainingCommand.Evaluate.class,
            TrainingCommand.Ablate.class,
            TrainingCommand.Bench.class,
            TrainingCommand.Made.class,
            TrainingCommand.Samples.class,
            WorkerCommand.class,
            WarmUpCommand.class,
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 some inputs failed (the rest are done, the failed ones named),",
            "2 the call is wrong, 3 could not start.",
            "",
            "Start here:  newsreel demo"
        })
public final class Newsreel implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code: what tests call. */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Newsreel());
        ServiceLoader.load(CommandExtension.class).forEach(extension -> extend(line, extension));
        line.setUsageHelpWidth(110);
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Newsreel::explainCall);
        line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, isDebug(arguments)));
        line.setExecutionStrategy(parsed -> {
            hush(isDebug(arguments));
            return new CommandLine.RunLast().execute(parsed);
        });
        return line.execute(arguments);
    }

    private static void extend(CommandLine line, CommandExtension extension) {
        CommandLine command = new CommandLine(extension);
        String name = command.getCommandName();
        line.getCommandSpec().removeSubcommand(name);
        line.addSubcommand(name, command);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    private static boolean isDebug(String... arguments) {
        return java.util.Arrays.asList(arguments).contains("--debug");
    }

    /** The libraries' own warnings are for developers; users get sentences. */
    private static void hush(boolean debug) {
        if (!debug) {
            Logger.getLogger("").setLevel(Level.OFF);
        }
    }

    private static int explainCall(ParameterException e, String[] arguments) {
        System.err.println("newsreel: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, System.err)) {
            System.err.println(
                    "newsreel: see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.WRONG_CALL;
    }

    private static int explain(Exception e, boolean debug) {
        if (debug) {
            e.printStackTrace();
        }
        if (e instanceof CommandFailure failure) {
            System.err.println("newsreel: " + failure.getMessage());
            return failure.exitCode();
        }
        System.err.println("newsreel: " + sentence(e) + (debug ? "" : " (--debug shows where)"));
        return e instanceof IllegalArgumentException ? ExitCode.WRONG_CALL : ExitCode.COULD_NOT_START;
    }

    /** What to tell a user of a failure: the first line of its message. */
    public static String sentence(Throwable e) {
        String message =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return message.isBlank() ? "unexpected " + e.getClass().getSimpleName() : message;
    }
}
