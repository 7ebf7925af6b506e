package org.newsreel.api.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.newsreel.kg.annotation.AnnotatedItem;
import org.newsreel.kg.annotation.AnnotationFiles;
import org.newsreel.kg.annotation.AnnotationFormat;
import org.newsreel.kg.annotation.StatementDecision;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.claim.ExtractionDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsreel annotations}: items out to annotation tools and back. */
@Command(
        name = "annotations",
        description = "Give items to the tools that people annotate in, and take back what they decided.",
        subcommands = {AnnotationsCommand.Export.class, AnnotationsCommand.Import.class})
final class AnnotationsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say export or import.");
    }

    /** Items of a store by id, all of them when none is named; complains of those that are not there. */
    private static List<AnnotatedItem> items(KnowledgeStore store, List<String> ids) {
        DatasetGraph graphs = store.dataset().asDatasetGraph();
        return Txn.calculateRead(graphs, () -> {
            Map<String, AnnotatedItem> found = new LinkedHashMap<>();
            Set<String> wanted = ids == null ? Set.of() : new HashSet<>(ids);
            for (Node name : AnnotatedItem.graphs(graphs)) {
                AnnotatedItem item = AnnotatedItem.read(graphs, name);
                if (wanted.isEmpty() || wanted.contains(item.document().id())) {
                    found.put(item.document().id(), item);
                }
            }
            for (String id : wanted) {
                if (!found.containsKey(id)) {
                    throw CommandFailure.wrongCall(id + " is not in the store.");
                }
            }
            return List.copyOf(found.values());
        });
    }

    @Command(
            name = "export",
            description = "Write items for an annotation tool.",
            footer = {
                "",
                "brat: texts, mentions, relations.   coco, yolo, labelme: boxes in pictures and frames.",
                "m3d, docred, jsonl: everything about the text, for training and for programs.",
                "",
                "Example:  newsreel annotations export --format brat --out to-annotate item-1 item-2"
            })
    static final class Export implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private StoreOption store;

        @Option(names = "--format", required = true, paramLabel = "F", description = "${COMPLETION-CANDIDATES}.")
        private AnnotationFormat format;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "The directory to write to.")
        private Path out;

        @Parameters(arity = "0..*", paramLabel = "ITEM", description = "Ids of items; all when none is named.")
        private List<String> ids;

        @Override
        public Integer call() {
            try (KnowledgeStore opened = store.openExisting()) {
                List<AnnotatedItem> items = items(opened, ids);
                AnnotationFiles.write(format, items, out);
                System.out.println(items.size() + " items written to " + out);
            } catch (IOException e) {
                throw CommandFailure.couldNotStart(
                        out + " can't be written (" + Newsreel.sentence(e) + "): choose another with --out.", e);
            }
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "import",
            description = "Read what annotators made of exported items.",
            footer = {
                "",
                "brat: a relation that came back is accepted, one that did not is rejected, and one that is new stands in the",
                "corrected documents. Decisions are printed one a line: item, accepted or rejected, statement, words.",
                "coco, labelme: the boxes that came back take the place of those that went out in the corrected documents.",
                "",
                "Example:  newsreel annotations import to-annotate --train corrected.json"
            })
    static final class Import implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private StoreOption store;

        @Parameters(
                paramLabel = "DIR",
                description = "The directory that was exported to, with the changed .ann files.")
        private Path directory;

        @Option(
                names = "--format",
                defaultValue = "BRAT",
                paramLabel = "brat|coco|labelme",
                description = "What the directory holds (default: brat).")
        private AnnotationFormat format;

        @Option(
                names = "--train",
                paramLabel = "FILE.json",
                description = "Write the corrected documents as M3D's JSON.")
        private Path train;

        @Option(names = "--documents", paramLabel = "FILE.jsonl", description = "Write the corrected documents.")
        private Path documents;

        @Option(
                names = "--decisions",
                paramLabel = "FILE.tsv",
                description = "Write the decisions to this file as well.")
        private Path decisions;

        private int failed;

        @Override
        public Integer call() {
            if (!Files.isDirectory(directory)) {
                throw CommandFailure.wrongCall(directory + " is no directory: name the one that was exported to.");
            }
            if (format != AnnotationFormat.BRAT
                    && format != AnnotationFormat.COCO
                    && format != AnnotationFormat.LABELME) {
                throw CommandFailure.wrongCall("--format " + format.title()
                        + " can't be read back: use brat, coco or labelme" + " (train reads m3d by itself).");
            }
            List<StatementDecision> decided = new ArrayList<>();
            List<ExtractionDocument> corrected = new ArrayList<>();
            try (KnowledgeStore opened = store.openExisting()) {
                if (format == AnnotationFormat.BRAT) {
                    for (AnnotatedItem item : items(opened, null)) {
                        read(item).ifPresent(back -> {
                            decided.addAll(back.decisions());
                            corrected.add(back.corrected());
                        });
                    }
                } else {
                    corrected.addAll(AnnotationFiles.readBoxes(format, items(opened, null), directory));
                }
                write(decided, corrected);
            } catch (IllegalArgumentException e) {
                throw CommandFailure.someFailed(e.getMessage() + ".", e);
            } catch (IOException e) {
                throw CommandFailure.couldNotStart(
                        "a file can't be read or written (" + Newsreel.sentence(e) + ").", e);
            }
            if (corrected.isEmpty() && failed == 0) {
                throw CommandFailure.wrongCall(directory + " holds annotations of no item of the store.");
            }
            return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }

        private Optional<AnnotationFiles.Returned> read(AnnotatedItem item) throws IOException {
            try {
                return AnnotationFiles.readBrat(item, directory);
            } catch (IllegalArgumentException e) {
                failed++;
                System.err.println("newsreel: " + e.getMessage() + ".");
                return Optional.empty();
            }
        }

        private void write(List<StatementDecision> decided, List<ExtractionDocument> corrected) throws IOException {
            String lines = decided.stream()
                    .map(d -> String.join("\t", d.item(), d.verdict().title(), d.statement(), oneLine(d.said())) + "\n")
                    .collect(Collectors.joining());
            System.out.print(lines);
            if (decisions != null) {
                try (BufferedWriter out = Files.newBufferedWriter(decisions)) {
                    out.write(lines);
                }
            }
            if (train != null) {
                AnnotationFiles.writeTraining(corrected, train);
            }
            if (documents != null) {
                AnnotationFiles.writeDocuments(corrected, documents);
            }
        }

        private static String oneLine(String text) {
            return text.replaceAll("\\s+", " ");
        }
    }
}
