package org.newsreel.training.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.source.IllustratedSource;
import org.newsreel.extraction.source.ItemFailed;
import org.newsreel.extraction.source.SourceEvent;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.Split;

/** Corpora of annotated documents. */
final class Documents {
    static final String TWITTER = "twitter";
    static final String M3D = "m3d";
    static final String DOCRED = "docred";
    static final String MDOCRE = "mdocre";

    private static final Map<String, Function<Path, GoldSource>> SOURCES = Map.of(
            TWITTER, GoldSource::twitter,
            M3D, GoldSource::m3d,
            DOCRED, GoldSource::docred,
            MDOCRE, GoldSource::mdocre);

    private Documents() {}

    /**
     * Reads a corpus.
     *
     * @param reader makes an example of a document; nothing of one that a network has no use for, which is no failure
     */
    static <C, E> Examples<E> read(Reading<C> reading, BiFunction<GoldDocument, PictureFiles, Optional<Gold<E>>> reader)
            throws IOException {
        PictureFiles pictures = new PictureFiles(reading.scale());
        List<Gold<E>> all = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        int illustrated = 0;
        try (GoldSource source = open(reading)) {
            while (source.hasNext()) {
                SourceEvent event = source.next();
                if (event instanceof ItemFailed failed) {
                    failures.add(failed.sentence());
                    continue;
                }
                GoldDocument document = source.gold().orElseThrow();
                Optional<Gold<E>> gold = reader.apply(document, pictures);
                gold.ifPresent(all::add);
                illustrated += gold.isPresent() && !document.item().media().isEmpty() ? 1 : 0;
            }
        }
        return new Examples<>(all, failures, illustrated);
    }

    private static <C> GoldSource open(Reading<C> reading) throws IOException {
        GoldSource corpus = SOURCES.get(reading.corpus()).apply(reading.file());
        // MDocRE's samples bring their own frames.
        return reading.pictures().isEmpty() || reading.corpus().equals(MDOCRE)
                ? corpus
                : IllustratedSource.of(corpus, reading.pictures().get());
    }

    /** M3D and DocRED have fixed divisions; of other corpora a tenth is to choose by. */
    static Split split(String corpus, GoldDocument document) {
        return switch (corpus) {
            case M3D -> Split.of(Annotation.M3D, document.item().id());
            case DOCRED -> Split.of(Annotation.DOCRED, document.item().id());
            default -> MarkedPosts.split(document.item().text());
        };
    }
}
