package org.newsreel.kg.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Says in one sentence what went wrong on the disk, and what to do. */
final class Failures {
    private Failures() {}

    static StoreException of(Path directory, Throwable failure) {
        if (failure instanceof StoreException already) {
            return already;
        }
        for (Throwable e = failure; e != null; e = e.getCause() == e ? null : e.getCause()) {
            String message = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("disk quota")) {
                return full(directory, failure);
            }
            if (e instanceof AccessDeniedException
                    || e instanceof ReadOnlyFileSystemException
                    || message.contains("read-only")
                    || message.contains("permission denied")) {
                return new StoreException(
                        directory + " can't be written: make it writable, or name another store with --store", failure);
            }
            // A memory-mapped file that the disk has no room for.
            if (e instanceof InternalError && message.contains("unsafe memory access")) {
                return full(directory, failure);
            }
        }
        return new StoreException(
                "The store " + directory + " failed (" + firstLine(failure) + "): run newsreel verify on it", failure);
    }

    static StoreException full(Path directory, Throwable cause) {
        return new StoreException(
                "The disk that holds " + directory
                        + " is full: free some space and run the command again; what was reported done is kept",
                cause);
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
