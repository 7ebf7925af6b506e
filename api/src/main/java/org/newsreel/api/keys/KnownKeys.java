package org.newsreel.api.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a store for a service that runs while keys are made and revoked: looks at the file before each answer and
 * reads it when it has changed, so that a revoked key is refused by the next request. When the file can't be read nobody
 * is known. Thread safe.
 */
public final class KnownKeys {
    private final KeyFile file;
    private volatile Read last = new Read(Optional.empty(), List.of());

    private record Stamp(FileTime modified, long size, Object file) {}

    private record Read(Optional<Stamp> stamp, List<StoredKey> keys) {}

    public KnownKeys(KeyFile file) {
        this.file = file;
    }

    /** Whether any key holds. */
    public boolean any() {
        return keys().stream().anyMatch(StoredKey::holds);
    }

    /** The key that somebody sent, if it is one and holds. */
    public Optional<StoredKey> find(String sent) {
        return KeyFile.find(keys(), sent);
    }

    private List<StoredKey> keys() {
        Optional<Stamp> now = stamp();
        Read known = last;
        if (!known.stamp().equals(now)) {
            // The stamp is older than what is read, so a change in between is seen by the next call.
            known = new Read(now, now.isPresent() ? file.list() : List.of());
            last = known;
        }
        return known.keys();
    }

    private Optional<Stamp> stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.file(), BasicFileAttributes.class);
            return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
