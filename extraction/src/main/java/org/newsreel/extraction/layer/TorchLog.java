package org.newsreel.extraction.layer;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What PyTorch's native library writes to standard error. It reads {@code TORCH_CPP_LOG_LEVEL} only when its logging is set
 * up, which the Python package does and DJL does not, so that a warning for PyTorch's own developers stood among the
 * progress of every first extraction.
 */
final class TorchLog {
    /** {@code void c10::initLogging()}. */
    private static final String SET_UP = "_ZN3c1011initLoggingEv";

    private static final Logger LOG = LoggerFactory.getLogger(TorchLog.class);

    static {
        try {
            loaded().ifPresent(library ->
                    NativeLibrary.getInstance(library).getFunction(SET_UP).invokeVoid(new Object[0]));
        } catch (IOException | LinkageError e) {
            // A warning too many harms nobody.
            LOG.debug("PyTorch's logging is not set up", e);
        }
    }

    private TorchLog() {}

    /** Lets the library, which must have been loaded, read its log level; once a process. */
    static void readLevel() {
        // Loading this class did it.
    }

    /** The very file that this process has loaded, for a second copy would have a level of its own. */
    private static Optional<String> loaded() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        List<String> lines = Files.isReadable(maps) ? Files.readAllLines(maps) : List.of();
        return lines.stream()
                .filter(line -> line.endsWith("/libc10.so"))
                .map(line -> line.substring(line.indexOf('/')))
                .findFirst();
    }
}
