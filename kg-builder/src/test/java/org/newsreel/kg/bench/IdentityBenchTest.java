package org.newsreel.kg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.Identities;
import org.newsreel.kg.merge.Members;
import org.newsreel.kg.merge.MergedGraphs;
import org.newsreel.ontology.bench.BenchReport;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * Prints B-cubed precision, recall and F1 (Bagga and Baldwin, 1998) of identities over made news of 2,000 people in 10,000
 * places. {@code -Dsocieties=11,12,13} names the seeds; the policy was set on 1, 2 and 3.
 */
@Tag("bench")
class IdentityBenchTest {
    private static final int PEOPLE = 2000;
    private static final int MENTIONS = 10_000;

    @Test
    void printsHowWellIdentitiesFitWhoIsMeant() {
        BenchReport report = new BenchReport("identity", "Identity across items")
                .remark(
                        "Made news of %,d people in %,d places; B-cubed (Bagga and Baldwin, 1998) in percent; the policy was"
                                + " set on the societies 1, 2 and 3.",
                        PEOPLE, MENTIONS);
        for (String seed : System.getProperty("societies", "11,12,13").split(",")) {
            MadeSociety.News news = MadeSociety.of(Long.parseLong(seed), PEOPLE, MENTIONS);
            DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
            MergedGraphs merged = new MergedGraphs(graphs);
            graphs.begin(ReadWrite.WRITE);
            long begin = System.nanoTime();
            int waiting = 0;
            for (ExtractionDocument item : news.items()) {
                merged.put(ItemGraphBuilder.build(item));
                if (++waiting % 50 == 0) {
                    merged.settle();
                }
            }
            merged.settle();
            double seconds = (System.nanoTime() - begin) / 1e9;
            Map<String, String> byKey = new HashMap<>();
            Map<String, String> byCluster = new HashMap<>();
            Map<String, Set<Object>> types = new HashMap<>();
            for (ExtractionDocument item : news.items()) {
                Identities.of(item).forEach((chain, iri) -> {
                    String place = item.id() + " " + chain;
                    Node one = Members.representative(graphs, NodeFactory.createURI(iri));
                    types.computeIfAbsent(one.getURI(), k -> new HashSet<>())
                            .add(EntityKey.typeOf(iri).orElseThrow());
                    if (news.meant().containsKey(place)) {
                        byKey.put(place, iri);
                        byCluster.put(place, one.getURI());
                    }
                });
            }
            assertThat(types.values()).allMatch(found -> found.size() == 1);
            BCubed keys = BCubed.of(news.meant(), byKey);
            BCubed clusters = BCubed.of(news.meant(), byCluster);
            String society = "society " + seed + ", ";
            report.compared(society + "F1", "keys alone", keys.f1(), "%", 1);
            report.compared(society + "F1", "Newsreel", clusters.f1(), "%", clusters.f1() / keys.f1(), "at least 90 %");
            report.figure(society + "precision", "Newsreel", clusters.precision(), "%");
            report.figure(society + "recall", "Newsreel", clusters.recall(), "%");
            report.figure(society + "speed in memory", "Newsreel", news.items().size() / seconds, "items/s");
            if (Boolean.getBoolean("examples")) {
                examples(news, byCluster, graphs);
            }
            graphs.commit();
        }
        report.write();
    }

    /** In percent. */
    private record BCubed(double precision, double recall) {
        static BCubed of(Map<String, Integer> truth, Map<String, String> found) {
            Map<Object, Integer> sizes = new HashMap<>();
            for (String place : truth.keySet()) {
                sizes.merge(truth.get(place), 1, Integer::sum);
                sizes.merge(found.get(place), 1, Integer::sum);
                sizes.merge(List.of(truth.get(place), found.get(place)), 1, Integer::sum);
            }
            double precision = 0;
            double recall = 0;
            for (String place : truth.keySet()) {
                double both = sizes.get(List.of(truth.get(place), found.get(place)));
                precision += both / sizes.get(found.get(place)) / truth.size();
                recall += both / sizes.get(truth.get(place)) / truth.size();
            }
            return new BCubed(100 * precision, 100 * recall);
        }

        double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    private static void examples(MadeSociety.News news, Map<String, String> found, DatasetGraph graphs) {
        Map<String, Set<Integer>> mixed = new HashMap<>();
        Map<Integer, Set<String>> split = new HashMap<>();
        news.meant().forEach((place, person) -> {
            mixed.computeIfAbsent(found.get(place), k -> new HashSet<>()).add(person);
            split.computeIfAbsent(person, k -> new HashSet<>()).add(found.get(place));
        });
        List<String> lines = new ArrayList<>();
        mixed.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .limit(15)
                .forEach(e -> lines.add(
                        "mixed " + e.getValue() + " " + Members.of(graphs, NodeFactory.createURI(e.getKey()))));
        split.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .limit(25)
                .forEach(e -> lines.add("split " + e.getKey() + " " + e.getValue()));
        lines.forEach(line -> System.out.println(line.replace("https://w3id.org/newsreel/id/person/", "")));
    }
}
