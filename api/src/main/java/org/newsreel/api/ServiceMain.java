package org.newsreel.api;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import java.net.BindException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.newsreel.api.jobs.DatabaseChoice;
import org.newsreel.api.jobs.Jobs;
import org.newsreel.api.service.AuditFile;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.ServiceConfig;
import org.newsreel.api.service.StartupException;

/**
 * The service's entry. It prints one line to standard output when it is ready; when it can't start it prints one
 * sentence to standard error and ends with exit code 3.
 */
@QuarkusMain
public final class ServiceMain {
    private static final int COULD_NOT_START = 3;

    private ServiceMain() {}

    public static void main(String[] args) {
        try {
            DatabaseChoice.apply();
            AuditFile.apply();
        } catch (StartupException e) {
            end(0, e);
        }
        Quarkus.run(Ready.class, ServiceMain::end, args);
    }

    private static void end(int code, Throwable failure) {
        if (failure == null) {
            System.exit(code);
        }
        System.err.println(sentence(failure));
        if (Boolean.getBoolean("newsreel.debug")) {
            failure.printStackTrace();
        }
        System.exit(COULD_NOT_START);
    }

    private static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupException) {
                return cause.getMessage();
            }
            if (cause instanceof BindException) {
                return address(cause);
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "The service could not start: " + root + " (run it with -Dnewsreel.debug=true to see where).";
    }

    private static String address(Throwable cause) {
        return String.format(
                "The service can't listen on %s:%s (%s): choose another address or port.",
                System.getProperty("quarkus.http.host", "127.0.0.1"),
                System.getProperty("quarkus.http.port", "8080"),
                cause.getMessage());
    }

    /** Runs once every part has started. */
    static final class Ready implements QuarkusApplication {
        @Inject
        OpenStore store;

        @Inject
        Jobs jobs;

        @Inject
        HttpServer server;

        @Inject
        ServiceConfig config;

        @ConfigProperty(name = "quarkus.http.host")
        String host;

        @Override
        public int run(String... args) {
            jobs.begin();
            String shown = host.contains(":") ? "[" + host + "]" : host;
            System.out.printf("Newsreel is serving %s at http://%s:%s/%n", store.directory(), shown, server.getPort());
            System.out.flush();
            if (config.keyLink()) {
                config.apiKey()
                        .ifPresent(key -> System.err.printf(
                                "To review and upload at once, open http://%s:%s/#key=%s%n"
                                        + "(whoever has this link can change the graph; it holds until the service ends)%n",
                                shown, server.getPort(), key));
            }
            Quarkus.waitForExit();
            return 0;
        }
    }
}
