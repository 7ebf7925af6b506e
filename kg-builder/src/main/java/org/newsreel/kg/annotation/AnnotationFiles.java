package org.newsreel.kg.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.codec.ExtractionWriter;

/** Writes items for annotators, and reads what they did with them. */
public final class AnnotationFiles {
    private AnnotationFiles() {}

    /** Writes items into a directory, which is made when it is not there. The same items give the same files. */
    public static void write(AnnotationFormat format, List<AnnotatedItem> items, Path directory) throws IOException {
        Files.createDirectories(directory);
        List<ExtractionDocument> documents =
                items.stream().map(AnnotatedItem::document).toList();
        switch (format) {
            case BRAT -> {
                Brat.writeConfiguration(directory);
                for (AnnotatedItem item : items) {
                    Brat.write(item, directory);
                }
            }
            case COCO -> BoxFiles.coco(items, directory);
            case YOLO -> BoxFiles.yolo(items, directory);
            case LABELME -> BoxFiles.labelMe(items, directory);
            case M3D -> CorpusFiles.m3d(documents, directory.resolve("m3d.json"));
            case DOCRED -> CorpusFiles.docred(documents, directory.resolve("docred.json"));
            case JSONL -> writeDocuments(documents, directory.resolve("documents.jsonl"));
        }
    }

    /**
     * What an annotator made of an item in brat; empty when the directory has no file of it.
     *
     * @throws IllegalArgumentException in one sentence with file and line, when it can't be read, or speaks of another text
     */
    public static Optional<Returned> readBrat(AnnotatedItem item, Path directory) throws IOException {
        String name = Brat.fileName(item.document().id());
        Path file = directory.resolve(name + ".ann");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path text = directory.resolve(name + ".txt");
        if (Files.exists(text) && !Files.readString(text).equals(item.document().text())) {
            throw new IllegalArgumentException(text + " is not the text of item "
                    + item.document().id() + " as it is in the store: export it again");
        }
        Annotations annotations = BratReader.read(file, item.document().text());
        Corrections corrections = new Corrections(item, annotations);
        return Optional.of(new Returned(corrections.decisions(), corrections.corrected()));
    }

    /**
     * Items with the boxes that came back in COCO or LabelMe, without items of which none came back.
     *
     * @throws IllegalArgumentException in one sentence with the file, when it can't be read
     */
    public static List<ExtractionDocument> readBoxes(AnnotationFormat format, List<AnnotatedItem> items, Path directory)
            throws IOException {
        Map<String, List<BoxReader.Drawn>> drawn = BoxReader.read(format, directory);
        return items.stream()
                .map(AnnotatedItem::document)
                .filter(document -> Frames.of(document).stream().anyMatch(frame -> drawn.containsKey(frame.file())))
                .map(document -> BoxCorrections.apply(document, drawn))
                .toList();
    }

    /**
     * What came back of one item.
     *
     * @param decisions on the statements that went out
     * @param corrected the document as the annotator has it
     */
    public record Returned(List<StatementDecision> decisions, ExtractionDocument corrected) {}

    /** Writes documents as M3D's JSON, which {@code train --corpus m3d} reads. */
    public static void writeTraining(List<ExtractionDocument> documents, Path file) throws IOException {
        CorpusFiles.m3d(documents, file);
    }

    /** Writes documents as JSON Lines, which {@code build} reads. */
    public static void writeDocuments(List<ExtractionDocument> documents, Path file) throws IOException {
        try (ExtractionWriter writer = new ExtractionWriter(file)) {
            for (ExtractionDocument document : documents) {
                writer.write(document);
            }
        }
    }
}
