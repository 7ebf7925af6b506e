package org.newsreel.api.cli;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsreel.api.keys.KeyFile;
import org.newsreel.api.keys.NewKey;
import org.newsreel.api.keys.Scope;
import org.newsreel.api.keys.StoredKey;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsreel keys}: who may write over HTTP. */
@Command(
        name = "keys",
        description = "API keys: make, list and revoke them, also while the service runs.",
        subcommands = {KeysCommand.Create.class, KeysCommand.ListAll.class, KeysCommand.Revoke.class},
        footer = {
            "",
            "Only a hash of each key is kept, in the store's keys.json. Revoking holds from the next request on."
        })
final class KeysCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with keys: create, list or revoke.");
    }

    /** The store's keys; the store is made when it is not there, as {@code serve} makes it. */
    private static KeyFile keys(StoreOption store, boolean make) {
        if (!KnowledgeStore.isStore(store.directory)) {
            if (!make) {
                store.openExisting().close();
            }
            store.open().close();
        }
        return KeyFile.in(store.directory);
    }

    private static CommandFailure unreadable(UncheckedIOException e) {
        return CommandFailure.couldNotStart(e.getCause().getMessage(), e);
    }

    /** {@code newsreel keys create}. */
    @Command(
            name = "create",
            description = "Make a key and print it; it is shown this once.",
            footer = {"", "Senders give it as \"Authorization: Bearer KEY\" or \"X-API-Key: KEY\"."})
    static final class Create implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private StoreOption store;

        @Option(
                names = "--scope",
                paramLabel = "read|ingest|admin",
                defaultValue = "ingest",
                description = "What it allows: reading where that needs a key; bringing news in; SPARQL update and"
                        + " everything else (default: ${DEFAULT-VALUE}).")
        private String scope;

        @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "What to call it in the list.")
        private String name;

        @Override
        public Integer call() {
            Scope chosen = Scope.named(scope);
            if (name.length() > 100 || name.codePoints().anyMatch(Character::isISOControl)) {
                throw CommandFailure.wrongCall("--name may have at most 100 characters, none of them a control.");
            }
            try {
                NewKey key = keys(store, true).create(name, chosen);
                System.out.println(key.secret());
                if (!common.quiet) {
                    System.err.println(
                            "made key " + key.stored().id() + " for " + chosen + "; keep it, it is not shown again");
                }
                return ExitCode.DONE;
            } catch (UncheckedIOException e) {
                throw unreadable(e);
            }
        }
    }

    /** {@code newsreel keys list}. */
    @Command(name = "list", description = "The keys: id, scope, when made, whether they hold, name.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private StoreOption store;

        @Override
        public Integer call() {
            try {
                for (StoredKey key : keys(store, false).list()) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s  %-6s  %s  %s  %s%n",
                            key.id(),
                            key.scope(),
                            key.created(),
                            key.revoked().map(when -> "revoked " + when).orElse("holds"),
                            key.name());
                }
                return ExitCode.DONE;
            } catch (UncheckedIOException e) {
                throw unreadable(e);
            }
        }
    }

    /** {@code newsreel keys revoke}. */
    @Command(name = "revoke", description = "Make keys useless, from the next request on.")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private StoreOption store;

        @Parameters(arity = "1..*", paramLabel = "KEY", description = "Ids or names, as \"keys list\" shows them.")
        private List<String> keys;

        @Override
        public Integer call() {
            int code = ExitCode.DONE;
            try {
                KeyFile file = KeysCommand.keys(store, false);
                for (String key : keys) {
                    Optional<StoredKey> revoked = file.revoke(key);
                    if (revoked.isPresent()) {
                        System.out.println("revoked " + revoked.get().id());
                    } else {
                        System.err.println(
                                "newsreel: no key that holds is called " + key + ": see \"newsreel keys list\".");
                        code = ExitCode.SOME_FAILED;
                    }
                }
                return code;
            } catch (UncheckedIOException e) {
                throw unreadable(e);
            }
        }
    }
}
