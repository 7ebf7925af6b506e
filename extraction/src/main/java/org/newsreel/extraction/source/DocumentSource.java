package org.newsreel.extraction.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsreel.extraction.media.Sha256;

/** The items of one document (ninjs, NewsML-G2, RSS, Atom, HTML), with the media that lie beside it. */
final class DocumentSource implements ItemSource {
    private final Path file;
    private final DocumentReader reader;
    private final Set<String> ids = new HashSet<>();
    private Iterator<Article> articles;
    private Attachments attachments;
    private Optional<SourceEvent> failure = Optional.empty();
    private int number;

    DocumentSource(Path file, DocumentReader reader) {
        this.file = file;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (articles == null) {
            List<Article> read = List.of();
            try {
                read = reader.read(file);
                attachments = Attachments.beside(file);
            } catch (UnreadableItemException e) {
                failure = Optional.of(new ItemFailed(file, e.getMessage()));
            }
            articles = read.iterator();
        }
        return failure.isPresent() || articles.hasNext();
    }

    @Override
    public SourceEvent next() {
        if (hasNext() && failure.isPresent()) {
            SourceEvent event = failure.get();
            failure = Optional.empty();
            return event;
        }
        Article article = articles.next();
        number++;
        try {
            return event(article);
        } catch (UnreadableItemException e) {
            return new ItemFailed(file, e.getMessage());
        }
    }

    private ItemRead event(Article article) throws UnreadableItemException {
        String place = number == 1 && !articles.hasNext() ? file.toString() : "Item " + number + " of " + file;
        List<String> notes = new ArrayList<>();
        String id = article.id().isPresent() ? article.id().get() : named();
        if (!ids.add(id)) {
            throw new UnreadableItemException(
                    place + " has the id " + id + ", which an item before it has: give it" + " another.");
        }
        ItemFields fields = ItemFields.lenient(article, id, place, notes);
        List<MediaFile> media = attachments.media(article.media(), notes);
        if (article.text().isBlank() && media.isEmpty()) {
            throw new UnreadableItemException(
                    place + " holds neither words nor videos or pictures that lie beside it: add some.");
        }
        return new ItemRead(fields.item(article.text(), media), file, notes);
    }

    /** The same document always gets the same name, and no other document does. */
    private String named() throws UnreadableItemException {
        try {
            return "document-" + Sha256.of(file).substring(0, 16) + (number == 1 ? "" : "-" + number);
        } catch (IOException e) {
            throw new UnreadableItemException(file + " can't be read (" + Reason.of(e) + "): check its permissions.");
        }
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
