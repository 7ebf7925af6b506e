package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the command line as users do: in a process of its own, looking at exit code and streams. */
final class Command {
    /** The checkout: tests run in the module's directory. */
    static final Path HOME = Path.of("").toAbsolutePath().getParent();

    /** What a finished command left. */
    record Result(int exitCode, String out, String err) {
        /** Lines of standard error that complain, which excludes progress. */
        List<String> complaints() {
            return err.lines().filter(line -> line.startsWith("newsreel: ")).toList();
        }
    }

    private Command() {}

    static Result newsreel(Path directory, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("newsreel", ".out");
        Path err = Files.createTempFile("newsreel", ".err");
        try {
            Process process = start(directory, out, err, arguments);
            if (!process.waitFor(20, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("newsreel " + List.of(arguments) + " did not end: " + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a command without waiting for it. */
    static Process start(Path directory, Path out, Path err, String... arguments) throws IOException {
        return start(Newsreel.class, directory, out, err, arguments);
    }

    static Process start(Class<?> main, Path directory, Path out, Path err, String... arguments) throws IOException {
        return start(main, "-Xmx2g", directory, out, err, arguments);
    }

    /** Starts a command with a heap of its own, such as {@code -Xmx64m}. */
    static Process start(String heap, Path directory, Path out, Path err, String... arguments) throws IOException {
        return start(Newsreel.class, heap, directory, out, err, arguments);
    }

    private static Process start(Class<?> main, String heap, Path directory, Path out, Path err, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Dai.djl.offline=true",
                "-DPYTORCH_FLAVOR=cpu",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dnewsreel.home=" + HOME,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("OPENCV_LOG_LEVEL", "OFF");
        builder.environment().put("TORCH_CPP_LOG_LEVEL", "ERROR");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
