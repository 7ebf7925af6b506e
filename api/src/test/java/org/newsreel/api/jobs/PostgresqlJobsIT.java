package org.newsreel.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;

/** Jobs on a PostgreSQL server of the test's own; skipped where its programs are not installed. */
class PostgresqlJobsIT extends JobsContract {
    private static final List<Path> PLACES = Stream.concat(
                    Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                            .map(Path::of),
                    debian())
            .toList();

    private Path directory;
    private int port;

    @Override
    List<String> database() {
        if (directory == null) {
            startServer();
        }
        return List.of(
                "-Dnewsreel.db.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "-Dnewsreel.db.user=newsreel",
                "-Dnewsreel.db.password=any");
    }

    private void startServer() {
        Optional<Path> initdb = program("initdb");
        Optional<Path> control = program("pg_ctl");
        assumeTrue(initdb.isPresent() && control.isPresent(), "PostgreSQL's initdb and pg_ctl are not installed");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        try {
            directory = Files.createTempDirectory("newsreel-postgresql");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
            run(initdb.get().toString(), "-D", data(), "-U", "newsreel", "--auth=trust", "-E", "UTF8", "--no-sync");
            run(
                    control.get().toString(),
                    "-D",
                    data(),
                    "-w",
                    "-l",
                    directory.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + directory,
                    "start");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    @AfterAll
    void stopServer() throws Exception {
        if (directory != null) {
            run(program("pg_ctl").orElseThrow().toString(), "-D", data(), "-m", "immediate", "stop");
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    /** The server refuses to run as root. */
    private void run(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        line.addAll(List.of(command));
        Path said = Files.createTempFile("newsreel-postgresql", ".out");
        Process process = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(line + ": " + Files.readString(said)).isZero();
        Files.delete(said);
    }

    private static Optional<Path> program(String name) {
        return PLACES.stream()
                .map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> debian() {
        Path root = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(root)) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
