package org.newsreel.api.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.newsreel.api.keys.KeyFile;
import org.newsreel.api.keys.KnownKeys;

/**
 * What is easier in a store that {@code newsreel demo} made: its pages can be tried with a key that nobody had to make. The
 * key is random, holds until the service ends, and is shown only where the service listens to this machine alone.
 */
final class Demonstration {
    /** Tells the service to print a link that carries its key. */
    static final String LINK = "NEWSREEL_KEY_LINK=true";

    private static final String MARK = "demonstration";
    private static final int KEY_BYTES = 32;

    private Demonstration() {}

    /** Notes that a store was made by the demonstration. */
    static void mark(Path store) {
        try {
            Files.writeString(store.resolve(MARK), "Made by \"newsreel demo\".\n");
        } catch (IOException e) {
            throw CommandFailure.couldNotStart("can't write into " + store + ": " + Newsreel.sentence(e), e);
        }
    }

    /** A key for this run. */
    static String key() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A key for this run of a demonstration's store that has none, when only this machine can reach the service. */
    static Optional<String> keyFor(Path store, ListenOptions listen) {
        return Files.isRegularFile(store.resolve(MARK)) && isLocal(listen) && !new KnownKeys(KeyFile.in(store)).any()
                ? Optional.of(key())
                : Optional.empty();
    }

    /** Whether only programs of this machine can reach the service. */
    static boolean isLocal(ListenOptions listen) {
        try {
            return InetAddress.getByName(listen.host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
