package org.newsreel.kg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.NamedNews;
import org.newsreel.kg.provenance.Explanations;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * Prints what a store of a size costs: building it in durable batches, loading the same quads with TDB2's own loader,
 * provenance of single triples, forgetting single items. {@code -Dquads=1000000} names the size.
 */
@Tag("bench")
class StoreBenchTest {
    private static final int BATCH = 100;
    private static final int SAMPLES = 300;

    @TempDir
    Path directory;

    @Test
    void printsWhatAStoreOfThisSizeCosts() throws IOException {
        long wanted = Long.getLong("quads", 1_000_000);
        Path folder = directory.resolve("store");
        try (KnowledgeStore store = KnowledgeStore.open(folder)) {
            int items = build(store, wanted);
            Random random = new Random(7);
            provenance(store, random);
            forget(store, random, items);
            long size = bytes(folder);
            System.out.printf(
                    Locale.ROOT, "size on disk %.0f MB, heap used at most %.0f MB%n", size / 1e6, heapPeak() / 1e6);
        }
        restore(folder);
        ownLoader(folder);
    }

    /** A whole store back from one file, every hash checked and the first change of its log written. */
    private void restore(Path folder) {
        Path file = directory.resolve("all.backup");
        try (KnowledgeStore store = KnowledgeStore.openExisting(folder)) {
            long begin = System.nanoTime();
            store.backup(file);
            System.out.printf(Locale.ROOT, "backup: %.1f s%n", (System.nanoTime() - begin) / 1e9);
        }
        long begin = System.nanoTime();
        KnowledgeStore.restore(file, directory.resolve("restored"));
        System.out.printf(Locale.ROOT, "restore: %.1f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private int build(KnowledgeStore store, long wanted) {
        long quads = 0;
        int items = 0;
        long begin = System.nanoTime();
        double began = cpuMillis();
        List<ExtractionDocument> batch = new ArrayList<>();
        while (quads < wanted) {
            batch.clear();
            for (int i = 0; i < BATCH; i++) {
                batch.add(item(items));
                items++;
            }
            assertThat(store.add(batch).failed()).isEmpty();
            if (items % 500 == 0) {
                quads = count(store);
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "built %d items, %d quads (%.0f an item) in %.1f s: %.0f items/s, durable in batches of %d;"
                        + " the writing thread's processor time %.1f s%n",
                items,
                quads,
                (double) quads / items,
                seconds,
                items / seconds,
                BATCH,
                (cpuMillis() - began) / 1000);
        return items;
    }

    /** About 200 quads: two people, their group and their place, with three relations. */
    private static ExtractionDocument item(int number) {
        Random random = new Random(number);
        String one = name(random);
        String other = name(random);
        String group = "Institute of " + word(random, 3) + "s";
        return new NamedNews("item " + number)
                .people(one, other)
                .groups(group)
                .places("Port " + word(random, 2))
                .states(one, "PER-ORG_member", group)
                .states(other, "PER-ORG_member", group)
                .states(one, "PER-PER_colleague", other)
                .done();
    }

    private static String name(Random random) {
        return word(random, 2) + " " + word(random, 3);
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    private static long count(KnowledgeStore store) {
        Dataset dataset = store.dataset();
        return Txn.calculateRead(
                dataset, () -> dataset.asDatasetGraph().stream().count());
    }

    private static void provenance(KnowledgeStore store, Random random) {
        Dataset dataset = store.dataset();
        List<Quad> facts =
                Txn.calculateRead(dataset, () -> dataset.asDatasetGraph().stream(Quad.defaultGraphIRI, null, null, null)
                        .filter(quad -> quad.getObject().isURI()
                                && quad.getPredicate().getURI().contains("newsreel"))
                        .toList());
        double[] millis = new double[SAMPLES];
        double[] cpu = new double[SAMPLES];
        for (int i = -50; i < SAMPLES; i++) {
            Quad fact = facts.get(random.nextInt(facts.size()));
            long begin = System.nanoTime();
            double began = cpuMillis();
            int found = Explanations.explain(
                            dataset,
                            fact.getSubject().getURI(),
                            fact.getPredicate().getURI(),
                            fact.getObject().getURI())
                    .size();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
                cpu[i] = cpuMillis() - began;
            }
            assertThat(found).isPositive();
        }
        print("provenance of one triple", millis);
        print("  its processor time", cpu);
    }

    private static void forget(KnowledgeStore store, Random random, int items) {
        double[] millis = new double[SAMPLES];
        double[] cpu = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            String id = "item " + random.nextInt(items);
            long begin = System.nanoTime();
            double began = cpuMillis();
            boolean there = store.forget(id);
            millis[i] = (System.nanoTime() - begin) / 1e6;
            cpu[i] = cpuMillis() - began;
            if (!there) {
                i--;
            }
        }
        print("forgetting one item", millis);
        print("  its processor time", cpu);
    }

    /** Writes the store as N-Quads and times how long TDB2's own loader takes for the file. */
    private void ownLoader(Path folder) throws IOException {
        Path file = directory.resolve("all.nq");
        try (KnowledgeStore store = KnowledgeStore.openExisting(folder);
                OutputStream out = Files.newOutputStream(file)) {
            Dataset dataset = store.dataset();
            Txn.executeRead(dataset, () -> RDFDataMgr.write(out, dataset, Lang.NQUADS));
        }
        DatasetGraph loaded =
                DatabaseMgr.connectDatasetGraph(directory.resolve("loaded").toString());
        long begin = System.nanoTime();
        DataLoader loader = LoaderFactory.parallelLoader(loaded, LoaderOps.outputToLog());
        loader.startBulk();
        loader.load(file.toString());
        loader.finishBulk();
        System.out.printf(Locale.ROOT, "TDB2's own parallel loader: %.1f s%n", (System.nanoTime() - begin) / 1e9);
        TDBInternal.expel(loaded);
    }

    private static double cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    private static void print(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, p95 %.1f ms, worst %.1f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1]);
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
