package org.newsreel.api.cli;

import picocli.CommandLine.Option;

/** Where the service listens. */
final class ListenOptions {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port (default: ${DEFAULT-VALUE}; 0 takes a free one).")
    int port;

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "127.0.0.1",
            description = "The address (default: ${DEFAULT-VALUE}, this machine only).")
    String host;
}
