package org.newsreel.kg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
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
import org.newsreel.ontology.bench.BenchReport;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * What a store costs as it grows: building it in durable batches, a backup and its restore, loading the same quads with
 * TDB2's own loader, provenance of single triples, forgetting single items; and with what power of the size ingest and
 * forgetting grow. {@code -Dquads=100000,1000000} names the sizes.
 */
@Tag("bench")
class StoreBenchTest {
    private static final int BATCH = 100;
    private static final int SAMPLES = 300;
    private static final String OURS = "Newsreel";

    @TempDir
    Path directory;

    private final BenchReport report = new BenchReport("store", "What a store costs as it grows")
            .remark("Items of about 200 quads, durable in batches of %d; heap at most %d MB.", BATCH, maxHeap());

    /** Of one size: quads, seconds of building, milliseconds of forgetting. */
    private record Size(long quads, double build, double forget) {}

    @Test
    void printsWhatAStoreCostsAsItGrows() throws IOException {
        List<Size> sizes = new ArrayList<>();
        for (String quads : System.getProperty("quads", "100000,1000000").split(",")) {
            Path place = Files.createDirectory(directory.resolve(quads));
            sizes.add(measure(Long.parseLong(quads), place));
            delete(place);
        }
        if (sizes.size() > 1) {
            report.figure("exponent of growth, building", OURS, exponent(sizes, Size::build), "", "at most 1.05");
            report.figure("exponent of growth, forgetting", OURS, exponent(sizes, Size::forget), "", "at most 0.1");
        }
        report.write();
    }

    private Size measure(long wanted, Path place) throws IOException {
        Path folder = place.resolve("store");
        Size size;
        try (KnowledgeStore store = KnowledgeStore.open(folder)) {
            long begin = System.nanoTime();
            int items = build(store, wanted);
            double seconds = (System.nanoTime() - begin) / 1e9;
            long quads = count(store);
            String what = String.format(Locale.ROOT, "%,d quads: ", quads);
            report.figure(what + "building", OURS, items / seconds, "items/s", "at least 150");
            Random random = new Random(7);
            provenance(store, random, what);
            double forget = forget(store, random, items, what);
            report.figure(what + "size on disk", OURS, bytes(folder) / 1e6, "MB");
            report.figure(what + "heap used at most", OURS, heapPeak() / 1e6, "MB", "at most 1500");
            size = new Size(quads, seconds, forget);
            bulk(store, place, what);
        }
        return size;
    }

    /** The slope of the logarithms by least squares. */
    private static double exponent(List<Size> sizes, ToDoubleFunction<Size> cost) {
        double meanX =
                sizes.stream().mapToDouble(s -> Math.log(s.quads())).average().orElseThrow();
        double meanY = sizes.stream()
                .mapToDouble(s -> Math.log(cost.applyAsDouble(s)))
                .average()
                .orElseThrow();
        double up = 0;
        double down = 0;
        for (Size size : sizes) {
            double x = Math.log(size.quads()) - meanX;
            up += x * (Math.log(cost.applyAsDouble(size)) - meanY);
            down += x * x;
        }
        return up / down;
    }

    private static int build(KnowledgeStore store, long wanted) {
        long quads = 0;
        int items = 0;
        while (quads < wanted) {
            List<ExtractionDocument> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(item(items++));
            }
            assertThat(store.add(batch).failed()).isEmpty();
            // Counting takes time that is not the building's.
            if (items % 500 == 0 && 210L * items > wanted) {
                quads = count(store);
            }
        }
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

    private void provenance(KnowledgeStore store, Random random, String what) {
        Dataset dataset = store.dataset();
        List<Quad> facts =
                Txn.calculateRead(dataset, () -> dataset.asDatasetGraph().stream(Quad.defaultGraphIRI, null, null, null)
                        .filter(quad -> quad.getObject().isURI()
                                && quad.getPredicate().getURI().contains("newsreel"))
                        .toList());
        double[] millis = new double[SAMPLES];
        for (int i = -50; i < SAMPLES; i++) {
            Quad fact = facts.get(random.nextInt(facts.size()));
            long begin = System.nanoTime();
            int found = Explanations.explain(
                            dataset,
                            fact.getSubject().getURI(),
                            fact.getPredicate().getURI(),
                            fact.getObject().getURI())
                    .size();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
            assertThat(found).isPositive();
        }
        Arrays.sort(millis);
        report.figure(what + "provenance of a triple, median", OURS, millis[SAMPLES / 2], "ms");
        report.figure(
                what + "provenance of a triple, 95th percentile", OURS, millis[SAMPLES * 95 / 100], "ms", "at most 20");
    }

    private double forget(KnowledgeStore store, Random random, int items, String what) {
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
        Arrays.sort(millis);
        Arrays.sort(cpu);
        report.figure(what + "forgetting an item, median", OURS, millis[SAMPLES / 2], "ms", "at most 50");
        report.figure(
                what + "forgetting an item, 95th percentile", OURS, millis[SAMPLES * 95 / 100], "ms", "at most 200");
        report.figure(what + "forgetting an item, processor, median", OURS, cpu[SAMPLES / 2], "ms");
        report.figure(what + "forgetting an item, longest", OURS, millis[SAMPLES - 1], "ms");
        return millis[SAMPLES / 2];
    }

    /**
     * A whole store back from one file, every hash checked and the first change of its log written, beside TDB2's own
     * parallel loader on a file with the same quads.
     */
    private void bulk(KnowledgeStore store, Path place, String what) throws IOException {
        Path file = place.resolve("all.nq");
        try (OutputStream out = Files.newOutputStream(file)) {
            Dataset dataset = store.dataset();
            Txn.executeRead(dataset, () -> RDFDataMgr.write(out, dataset, Lang.NQUADS));
        }
        Path backup = place.resolve("all.backup");
        double written = seconds(() -> store.backup(backup));
        double theirs = seconds(() -> ownLoader(place.resolve("loaded"), file));
        double ours = seconds(() -> KnowledgeStore.restore(backup, place.resolve("restored")));
        report.figure(what + "backup", OURS, written, "s");
        report.compared(what + "bulk load", "TDB2's parallel loader", theirs, "s", 1);
        report.compared(what + "bulk load", OURS + ", restore", ours, "s", ours / theirs, "at most 1");
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void ownLoader(Path place, Path file) {
        DatasetGraph loaded = DatabaseMgr.connectDatasetGraph(place.toString());
        DataLoader loader = LoaderFactory.parallelLoader(loaded, LoaderOps.outputToLog());
        loader.startBulk();
        loader.load(file.toString());
        loader.finishBulk();
        TDBInternal.expel(loaded);
    }

    private static double cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    private static long maxHeap() {
        return Runtime.getRuntime().maxMemory() >> 20;
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

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
