package org.newsreel.extraction.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Items that are directories, or one item: walks down from a directory until a directory is an item. Directories come in
 * the order of their names, each once even if links lead to it several times or in a circle. An id that was given before
 * is refused, because the second item would silently replace the first.
 */
abstract class DirectorySource implements ItemSource {
    private final Deque<Path> toVisit = new ArrayDeque<>();
    private final Set<Path> visited = new HashSet<>();
    private final Deque<SourceEvent> ready = new ArrayDeque<>();
    private final Map<String, Path> ids = new HashMap<>();

    DirectorySource(Path root) {
        toVisit.push(root);
    }

    abstract boolean isItem(DirectoryListing listing);

    /** The items of one directory for which {@link #isItem} holds. */
    abstract List<SourceEvent> read(DirectoryListing listing) throws UnreadableItemException;

    /** What a directory would need to be an item, to end the sentence "X holds no …". */
    abstract String wanted();

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !toVisit.isEmpty()) {
            visit(toVisit.pop());
        }
        return !ready.isEmpty();
    }

    @Override
    public SourceEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more items");
        }
        return ready.remove();
    }

    /** The directories that reading would come to, items or not to be used, without reading any. */
    List<Path> directories() {
        List<Path> found = new ArrayList<>();
        while (!toVisit.isEmpty()) {
            Path directory = toVisit.pop();
            try {
                if (visited.add(directory.toRealPath())) {
                    DirectoryListing listing = DirectoryListing.of(directory);
                    if (isItem(listing) || listing.directories().isEmpty()) {
                        found.add(directory);
                    } else {
                        visitLater(listing.directories());
                    }
                }
            } catch (IOException e) {
                found.add(directory); // whoever reads it says why it can't be
            }
        }
        return found;
    }

    private void visitLater(List<Path> directories) {
        for (int i = directories.size() - 1; i >= 0; i--) {
            toVisit.push(directories.get(i));
        }
    }

    private void visit(Path directory) {
        DirectoryListing listing;
        try {
            if (!visited.add(directory.toRealPath())) {
                return;
            }
            listing = DirectoryListing.of(directory);
        } catch (IOException e) {
            fail(directory, directory + " can't be read: " + Reason.of(e) + ".");
            return;
        }
        if (isItem(listing)) {
            try {
                read(listing).forEach(this::offer);
            } catch (UnreadableItemException e) {
                fail(directory, e.getMessage());
            }
        } else if (listing.directories().isEmpty()) {
            String state = listing.files().isEmpty() ? " is empty: put " : " holds no news: put ";
            fail(directory, directory + state + wanted() + " into it, or take it away.");
        } else {
            visitLater(listing.directories());
        }
    }

    private void offer(SourceEvent event) {
        if (event instanceof ItemRead read) {
            Path before = ids.putIfAbsent(read.item().id(), read.origin());
            if (before != null) {
                fail(
                        read.origin(),
                        read.origin() + " has the same id as " + before + " (\""
                                + read.item().id() + "\"): give it another in its item.json.");
                return;
            }
        }
        ready.add(event);
    }

    private void fail(Path origin, String sentence) {
        ready.add(new ItemFailed(origin, sentence));
    }

    @Override
    public void close() {
        toVisit.clear();
        ready.clear();
    }
}
