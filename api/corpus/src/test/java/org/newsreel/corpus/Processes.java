package org.newsreel.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands and parts of a cluster as processes of their own, on the tests' class path. */
final class Processes {
    /** The checkout: tests run in the module's directory. */
    static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();

    private Processes() {}

    /** What a finished command left. */
    record Result(int exitCode, String out, String err, double seconds) {
        /** Lines of standard error that complain, which excludes progress. */
        List<String> complaints() {
            return err.lines().filter(line -> line.startsWith("newsreel: ")).toList();
        }
    }

    /** Runs a command of Newsreel's to its end. */
    static Result newsreel(Path directory, String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(directory, "command", ".log");
        long begun = System.nanoTime();
        Process process = start(directory, log, "org.newsreel.api.cli.Newsreel", arguments);
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("newsreel " + List.of(arguments) + " did not end: " + Files.readString(err(log)));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Result(process.exitValue(), Files.readString(log), Files.readString(err(log)), seconds);
    }

    static Path err(Path log) {
        return log.resolveSibling(log.getFileName() + ".err");
    }

    static Process start(Path directory, Path log, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-Dai.djl.offline=true",
                "-DPYTORCH_FLAVOR=cpu",
                "-Djava.awt.headless=true",
                "-Dnewsreel.home=" + HOME,
                "@" + HOME.resolve("api/corpus/jvm.options"),
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", sparkHome(directory).toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("OPENCV_LOG_LEVEL", "OFF");
        builder.environment().put("TORCH_CPP_LOG_LEVEL", "ERROR");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.directory(directory.toFile())
                .redirectOutput(log.toFile())
                .redirectError(err(log).toFile())
                .start();
    }

    /** Workers look for Spark here; its jars come with the executors' class path. */
    private static Path sparkHome(Path directory) throws IOException {
        Path home = directory.resolve("spark-home");
        Files.createDirectories(home.resolve("jars"));
        return home;
    }
}
