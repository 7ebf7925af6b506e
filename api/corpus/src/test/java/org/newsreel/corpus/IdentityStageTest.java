package org.newsreel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.exchange.NQuadLines;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.identity.IdentityPolicy;
import org.newsreel.kg.merge.MergedGraphs;

/** Identities resolved in pieces are those that a store resolves at once: the same links, clusters, facts, lines. */
class IdentityStageTest {
    private static JavaSparkContext spark;

    @TempDir
    private static Path work;

    @BeforeAll
    static void start() {
        spark = new JavaSparkContext(new SparkConf()
                .setAppName("identities")
                .setMaster("local[2]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                // As on a cluster: what an executor works on has travelled.
                .set("spark.default.parallelism", "3"));
        spark.setCheckpointDir(work.resolve("rounds").toUri().toString());
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    @Test
    void givesTheGraphOfAStoreOnHundredsOfItems() throws Exception {
        compare(300, 5, IdentityPolicy.STANDARD, 100);
    }

    @Test
    void heedsCrowdedBlocksAndWhomEverybodyKnows() throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            compare(60, seed, new IdentityPolicy(0.7, 0.5, 0.08, 3, 2), 5);
        }
    }

    /** @param leastMerged how many entities must at least be stood for by another, lest little is compared */
    private static void compare(int items, int seed, IdentityPolicy policy, int leastMerged) throws Exception {
        Path out = work.resolve("out-" + items + "-" + seed);
        Checkpoints checkpoints = new Checkpoints(out);
        DatasetGraph graphs = DatasetGraphFactory.create();
        MergedGraphs merged = new MergedGraphs(graphs, policy);
        List<String> names = new ArrayList<>();
        List<Node> graphNames = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < items; i++) {
            var document = MadeNames.item("item-" + i, random);
            ItemGraph graph = ItemGraphBuilder.build(document);
            String name = "items/" + i % 7 + "/" + i;
            checkpoints.write(name, document, graph);
            names.add(name);
            graphNames.add(graph.name());
            merged.put(graph);
        }
        merged.settle();
        List<String> expected = NQuadLines.of(graphs);
        assertThat(expected.stream().filter(line -> line.contains("owl#sameAs")).count())
                .isGreaterThanOrEqualTo(leastMerged);

        try (IdentityStage stage = new IdentityStage(spark, out.toString(), names, Bounds.of(policy))) {
            TreeSet<String> lines = new TreeSet<>(stage.lines(out.toString()).collect());
            assertThat(lines).containsExactlyElementsOf(expected);
        }
        assertThat(merged.links("apart").size() + merged.links("possible").size())
                .isPositive();
    }
}
