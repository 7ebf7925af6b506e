package org.newsreel.training.cli;

import java.io.PrintWriter;
import org.newsreel.training.world.SamplesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Entry to the commands that the launcher starts on the training module's class path. */
@Command(
        name = "newsreel",
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            AblateCommand.class,
            BenchCommand.class,
            SamplesCommand.class,
            MadeCommand.class
        },
        mixinStandardHelpOptions = true,
        description = "Training and measuring.")
public final class TrainingCommands implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        quietLogs(arguments);
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, for running them inside a process. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new TrainingCommands());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(TrainingCommands::wrongCall);
        line.setExecutionExceptionHandler(TrainingCommands::failed);
        return line;
    }

    /** DJL says at INFO what it unpacks, and warns of missing graphics cards; a user sees that only with --debug. */
    private static void quietLogs(String[] arguments) {
        boolean debug = java.util.Arrays.asList(arguments).contains("--debug");
        if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", debug ? "debug" : "error");
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Give a command: train, evaluate, ablate, bench, made or samples.");
    }

    private static int wrongCall(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("newsreel: " + e.getMessage());
        err.println("See newsreel " + e.getCommandLine().getCommandName() + " --help.");
        return CommandFailure.WRONG_CALL;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        if (parsed.hasMatchedOption("--debug")) {
            e.printStackTrace(line.getErr());
        }
        line.getErr().println("newsreel: " + sentence(e));
        return e instanceof CommandFailure failure ? failure.exitCode() : CommandFailure.COULD_NOT_START;
    }

    private static String sentence(Exception e) {
        return e.getMessage() == null
                ? "an unexpected " + e.getClass().getSimpleName() + " ended the command."
                : e.getMessage();
    }
}
