package org.newsreel.api.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel serve}: SPARQL, provenance, media and the web pages over HTTP. */
@Command(name = "serve", description = "Serve the store: SPARQL, provenance, media and the web pages.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Mixin
    private ListenOptions listen;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            defaultValue = "${env:NEWSREEL_API_KEY}",
            description =
                    "A key that allows everything, beside those of \"newsreel keys\"; without any key nothing can be written over"
                            + " HTTP. Also from NEWSREEL_API_KEY.")
    private String apiKey;

    @Override
    public Integer call() {
        // Opened and closed at once: a store that can't be served is told here, in one sentence, before a server
        // starts.
        try (KnowledgeStore opened = store.open()) {
            opened.items();
        }
        if (apiKey == null || apiKey.isBlank()) {
            Optional<String> own = Demonstration.keyFor(store.directory, listen);
            if (own.isPresent()) {
                ServiceHandover.of(store.directory, listen, own.get(), common.debug)
                        .withKeyLink()
                        .write();
                return ExitCode.DONE;
            }
        }
        ServiceHandover.of(store.directory, listen, apiKey, common.debug).write();
        return ExitCode.DONE;
    }
}
