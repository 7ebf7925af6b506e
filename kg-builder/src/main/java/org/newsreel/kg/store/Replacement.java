package org.newsreel.kg.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts another store's files in the place of a store's own, within its directory and by renames alone, so that a crash at
 * any moment leaves the one or the other: a note that is on disk says which way an unfinished exchange goes on when the
 * store is opened next.
 */
final class Replacement {
    /** What a store consists of. The index of names is made from the rest; what lay beside the graph may be missing. */
    private static final List<String> ALWAYS = List.of("graph", "changes", "media", "search");

    private static final String FORWARD = "replacing";
    private static final String BACK = "putting-back";

    /** Ends the name of a note that the old store had no such part. */
    private static final String MISSING = ".missing";

    private final Path directory;
    private final Runnable beforeEachMove;

    /**
     * @param directory of the store, which nobody has open
     * @param beforeEachMove for tests that break off
     */
    Replacement(Path directory, Runnable beforeEachMove) {
        this.directory = directory;
        this.beforeEachMove = beforeEachMove;
    }

    static Replacement in(Path directory) {
        return new Replacement(directory, () -> {});
    }

    /** Where the other store is made, and lies until it takes the place. */
    Path staged() {
        return directory.resolve("restored");
    }

    /** Where the old files are kept until the new ones are proven. */
    private Path kept() {
        return directory.resolve("replaced");
    }

    private static List<String> parts() {
        return java.util.stream.Stream.concat(ALWAYS.stream(), java.util.stream.Stream.of(Backup.JOBS))
                .toList();
    }

    /** Exchanges the files; the old ones are kept until {@link #done}. */
    void exchange() throws IOException {
        StoreFiles.deleteTree(kept());
        for (String part : ALWAYS) {
            // What is missing in the staged directory has been moved: so all must be there.
            Files.createDirectories(staged().resolve(part));
        }
        StoreFiles.force(staged());
        StoreFiles.writeDurably(directory.resolve(FORWARD), "");
        forward();
    }

    private void forward() throws IOException {
        Files.createDirectories(kept());
        for (String part : parts()) {
            Path fresh = staged().resolve(part);
            if (Files.exists(fresh)) {
                if (Files.exists(directory.resolve(part))) {
                    move(directory.resolve(part), kept().resolve(part));
                } else if (!Files.exists(kept().resolve(part))) {
                    Files.write(kept().resolve(part + MISSING), new byte[0]);
                }
                move(fresh, directory.resolve(part));
            }
        }
        StoreFiles.force(directory);
        Files.delete(directory.resolve(FORWARD));
    }

    /** Takes the old files back. */
    void undo() throws IOException {
        StoreFiles.writeDurably(directory.resolve(BACK), "");
        Files.deleteIfExists(directory.resolve(FORWARD));
        back();
    }

    private void back() throws IOException {
        if (Files.exists(kept())) {
            for (String part : parts()) {
                Path old = kept().resolve(part);
                if (Files.exists(old)) {
                    StoreFiles.deleteTree(directory.resolve(part));
                    move(old, directory.resolve(part));
                } else if (Files.exists(kept().resolve(part + MISSING))) {
                    StoreFiles.deleteTree(directory.resolve(part));
                }
            }
        }
        StoreFiles.force(directory);
        Files.delete(directory.resolve(BACK));
    }

    private void move(Path from, Path to) throws IOException {
        beforeEachMove.run();
        Files.move(from, to);
    }

    /** Ends what a crash broke off. To be called before the store's files are opened. */
    void settle() throws IOException {
        if (Files.exists(directory.resolve(BACK))) {
            Files.deleteIfExists(directory.resolve(FORWARD));
            back();
        } else if (Files.exists(directory.resolve(FORWARD))) {
            forward();
        }
    }

    /** Removes what is not needed once the store is open: old files, and what was staged in vain. */
    void done() throws IOException {
        StoreFiles.deleteTree(staged());
        StoreFiles.deleteTree(kept());
    }
}
