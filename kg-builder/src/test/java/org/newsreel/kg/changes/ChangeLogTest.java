package org.newsreel.kg.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.exchange.NQuadLines;

class ChangeLogTest {
    @TempDir
    private Path directory;

    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

    @Test
    void dropsOldChangesForGoodAndGoesOnCounting() throws IOException {
        ChangeLog log = ChangeLog.open(directory, dataset);
        DatasetGraph writing = log.recording();
        for (int i = 0; i < 5; i++) {
            int n = i;
            Txn.executeWrite(writing, () -> writing.add(quad(n)));
        }

        log.keepNewest(2);

        assertThat(since(log, 3))
                .contains("change/4>", "change/5>")
                .doesNotContain("H id <https://w3id.org/newsreel/id/change/3>");
        assertThatThrownBy(() -> since(log, 2)).hasMessageContaining("up to 3").hasMessageContaining("go on from 5");

        log.keepNewest(0);

        assertThat(since(log, 5)).isEmpty();
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(".gz"))).isEmpty();
        }
        ChangeLog reopened = ChangeLog.open(directory, dataset);
        assertThat(reopened.last()).isEqualTo(5);
        DatasetGraph again = reopened.recording();
        Txn.executeWrite(again, () -> again.add(quad(9)));
        assertThat(reopened.last()).isEqualTo(6);
        assertThat(since(ChangeLog.open(directory, dataset), 5)).contains("change/6>");
    }

    @Test
    void tellsWhatReallyChangedInEachTransaction() throws IOException {
        ChangeLog log = ChangeLog.open(directory, dataset);
        DatasetGraph writing = log.recording();

        Txn.executeWrite(writing, () -> {
            writing.add(quad(1));
            writing.add(quad(1));
            writing.delete(quad(9));
        });
        Txn.executeWrite(writing, () -> writing.add(quad(1)));
        Txn.executeWrite(writing, () -> writing.removeGraph(quad(1).getGraph()));

        assertThat(log.last()).isEqualTo(2);
        assertThat(since(log, 0))
                .isEqualTo(
                        """
                        H id <https://w3id.org/newsreel/id/change/1> .
                        TX .
                        A <urn:s1> <urn:p> "1" <urn:g1> .
                        TC .
                        H id <https://w3id.org/newsreel/id/change/2> .
                        H prev <https://w3id.org/newsreel/id/change/1> .
                        TX .
                        D <urn:s1> <urn:p> "1" <urn:g1> .
                        TC .
                        """);
        assertThat(since(log, 2)).isEmpty();
    }

    @Test
    void givesTheDatasetWhenAppliedInOrderToAnEmptyOne() throws IOException {
        ChangeLog log = ChangeLog.open(directory, dataset);
        DatasetGraph writing = log.recording();
        Random random = new Random(7);
        for (int t = 0; t < 60; t++) {
            change(writing, random, t % 7 == 3);
        }

        assertThat(replayed(log)).isEqualTo(content());
        assertThat(replayed(ChangeLog.open(directory, dataset))).isEqualTo(content());
    }

    @Test
    void beginsWithWhatWasThereBefore() throws IOException {
        Txn.executeWrite(dataset, () -> {
            dataset.add(quad(1));
            dataset.add(quad(30));
        });

        ChangeLog log = ChangeLog.open(directory, dataset);

        assertThat(log.last()).isEqualTo(1);
        assertThat(replayed(log)).isEqualTo(content());
    }

    /** What a kill leaves at each moment: the change half written, or whole while the commit is missing. */
    @Test
    void dropsAChangeThatWasNotCommitted() throws IOException {
        ChangeLog log = ChangeLog.open(directory, dataset);
        DatasetGraph writing = log.recording();
        Txn.executeWrite(writing, () -> writing.add(quad(1)));
        DatasetGraph elsewhere = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(elsewhere, () -> elsewhere.add(quad(1)));
        Txn.executeWrite(writing, () -> {
            writing.delete(quad(1));
            writing.add(quad(2));
        });
        Files.writeString(directory.resolve("underway"), "half a change");

        ChangeLog reopened = ChangeLog.open(directory, elsewhere);

        assertThat(reopened.last()).isEqualTo(1);
        assertThat(directory.resolve("underway")).doesNotExist();
        assertThat(replayed(reopened)).isEqualTo(content(elsewhere));
    }

    @Test
    void keepsAChangeThatWasCommittedThoughItUndoesItself() throws IOException {
        ChangeLog log = ChangeLog.open(directory, dataset);
        DatasetGraph writing = log.recording();
        Txn.executeWrite(writing, () -> {
            writing.add(quad(1));
            writing.delete(quad(1));
            writing.add(quad(2));
        });

        assertThat(ChangeLog.open(directory, dataset).last()).isEqualTo(1);
    }

    @Test
    void forgetsAnAbortedTransaction() throws IOException {
        ChangeLog log = ChangeLog.open(directory, dataset);
        DatasetGraph writing = log.recording();

        assertThatThrownBy(() -> Txn.executeWrite(writing, () -> {
                    writing.add(quad(1));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        Txn.executeWrite(writing, () -> writing.add(quad(2)));

        assertThat(log.last()).isEqualTo(1);
        assertThat(replayed(log)).isEqualTo(content());
    }

    @Test
    void tellsNothingOfACommitThatFailed() throws IOException {
        boolean[] failing = {false};
        long[] seen = {-1};
        ChangeLog[] log = new ChangeLog[1];
        DatasetGraph breaking = new DatasetGraphWrapper(dataset) {
            @Override
            public void commit() {
                seen[0] = log[0] == null ? -1 : log[0].last();
                if (failing[0]) {
                    super.abort();
                    throw new IllegalStateException("disk full");
                }
                super.commit();
            }
        };
        log[0] = ChangeLog.open(directory, breaking);
        DatasetGraph writing = log[0].recording();
        Txn.executeWrite(writing, () -> writing.add(quad(1)));
        assertThat(seen[0]).as("before the commit is through").isZero();
        failing[0] = true;
        assertThatThrownBy(() -> Txn.executeWrite(writing, () -> writing.add(quad(2))))
                .hasMessage("disk full");
        assertThat(log[0].last()).isEqualTo(1);
        failing[0] = false;
        Txn.executeWrite(writing, () -> writing.add(quad(4)));

        assertThat(log[0].last()).isEqualTo(2);
        assertThat(replayed(log[0])).isEqualTo(content());
    }

    @Test
    void refusesNumbersThatAreNotThere() throws IOException {
        ChangeLog log = ChangeLog.open(directory, dataset);

        assertThatThrownBy(() -> since(log, 3)).hasMessage("there is no change 3: the newest is 0");
    }

    private static void change(DatasetGraph writing, Random random, boolean abort) {
        try {
            Txn.executeWrite(writing, () -> {
                for (int i = random.nextInt(6); i >= 0; i--) {
                    Quad quad = quad(random.nextInt(12));
                    if (random.nextInt(3) > 0) {
                        writing.add(quad);
                    } else {
                        writing.delete(quad);
                    }
                }
                if (abort) {
                    throw new IllegalStateException("aborted");
                }
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("aborted");
        }
    }

    private static Quad quad(int n) {
        return Quad.create(
                n % 3 == 0 ? Quad.defaultGraphIRI : NodeFactory.createURI("urn:g" + n),
                NodeFactory.createURI("urn:s" + n),
                NodeFactory.createURI("urn:p"),
                NodeFactory.createLiteralString(Integer.toString(n)));
    }

    private static String since(ChangeLog log, long sequence) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        log.copySince(sequence, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> replayed(ChangeLog log) throws IOException {
        DatasetGraph copy = DatasetGraphFactory.createTxnMem();
        for (long n = 0; n < log.last(); n++) {
            String all = since(log, n);
            int end = all.indexOf("TC .\n") + "TC .\n".length();
            RDFPatchOps.applyChange(
                    copy, new ByteArrayInputStream(all.substring(0, end).getBytes(StandardCharsets.UTF_8)));
        }
        return content(copy);
    }

    private List<String> content() {
        return content(dataset);
    }

    private static List<String> content(DatasetGraph graphs) {
        return new ArrayList<>(Txn.calculateRead(graphs, () -> NQuadLines.of(graphs)));
    }
}
