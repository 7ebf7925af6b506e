package org.newsreel.api.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the service is to be started, told to the launcher one argument a line. The service has a process of its own,
 * which takes the launcher's place: native libraries load once a process, and signals reach it directly.
 */
record ServiceHandover(List<String> arguments) {
    /** What follows is for the environment, where other users of the machine can't read it. */
    private static final String ENVIRONMENT = "env ";

    static ServiceHandover of(Path store, ListenOptions listen, String apiKey, boolean debug) {
        requireFree(listen);
        Path home = Home.directory();
        List<String> arguments = new ArrayList<>();
        arguments.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        arguments.add("-Dquarkus.http.host=" + listen.host);
        arguments.add("-Dquarkus.http.port=" + listen.port);
        arguments.add("-Dnewsreel.store=" + store.toAbsolutePath().normalize());
        arguments.add("-Dnewsreel.home=" + home.toAbsolutePath().normalize());
        if (apiKey != null && !apiKey.isBlank()) {
            arguments.add(0, ENVIRONMENT + "NEWSREEL_API_KEY=" + apiKey);
        }
        if (debug) {
            arguments.add("-Dquarkus.log.level=DEBUG");
        }
        arguments.add("-jar");
        arguments.add(home.resolve("api/target/quarkus-app/quarkus-run.jar").toString());
        return new ServiceHandover(arguments);
    }

    /** Lets the service print a link that brings its key along. */
    ServiceHandover withKeyLink() {
        List<String> more = new ArrayList<>(arguments);
        more.add(0, ENVIRONMENT + Demonstration.LINK);
        return new ServiceHandover(more);
    }

    static void requireFree(ListenOptions listen) {
        if (listen.port < 0 || listen.port > 65535) {
            throw CommandFailure.wrongCall("--port must lie between 0 and 65535 but is " + listen.port + ".");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(listen.host), listen.port));
        } catch (IOException e) {
            throw CommandFailure.couldNotStart(
                    "can't listen on " + listen.host + " port " + listen.port + ": " + Newsreel.sentence(e)
                            + "; choose another with --port, or --port 0 for a free one.",
                    e);
        }
    }

    void write() {
        String file = System.getProperty("newsreel.handover");
        if (file == null) {
            throw CommandFailure.couldNotStart("the service is started through ./newsreel.", null);
        }
        try {
            Files.write(Path.of(file), arguments);
        } catch (IOException e) {
            throw CommandFailure.couldNotStart("can't write " + file + ": " + Newsreel.sentence(e), e);
        }
    }
}
