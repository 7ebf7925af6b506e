package org.newsreel.training.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.source.ItemFailed;
import org.newsreel.extraction.source.SourceEvent;
import org.newsreel.training.corpus.Annotation;

/** Reads whole corpora. */
final class CorpusReading {
    /** A document with what is marked in it. */
    record Marked(GoldDocument document, Annotation annotation) {}

    /**
     * The documents that could be read and how many could not.
     *
     * @param failed documents that were named on the error stream and left out
     */
    record Read(List<Marked> documents, int failed) {}

    private CorpusReading() {}

    /** Reads a file of a corpus. */
    static Read of(Corpus corpus, Path file, PrintWriter err) {
        Annotation annotation = corpus.annotation(file);
        List<Marked> documents = new ArrayList<>();
        int failed = 0;
        try (GoldSource source = corpus.open(file)) {
            while (source.hasNext()) {
                SourceEvent event = source.next();
                if (event instanceof ItemFailed failure) {
                    err.println("newsreel: " + failure.sentence());
                    failed++;
                } else {
                    documents.add(new Marked(source.gold().orElseThrow(), annotation));
                }
            }
        }
        return new Read(documents, failed);
    }
}
