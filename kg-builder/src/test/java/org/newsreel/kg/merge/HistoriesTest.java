package org.newsreel.kg.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsreel.kg.NamedNews;
import org.newsreel.kg.exchange.NQuadLines;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.identity.IdentityPolicy;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.vocab.Nr;

/**
 * Whatever happened to a graph, it is what it would be had it been built at once from the items and reviews that are left.
 * Names are few and alike, and the policies' bounds low, so that merges, splits and crossings of bounds happen often.
 */
class HistoriesTest {
    private static final String[] PEOPLE = {
        "Mira Holm", "M. Holm", "Mira A. Holm", "Holm", "Mrs. Holm", "Mr. Holm", "Tomas Holm", "T. Holm", "Bob Vey",
        "Robert Vey", "R. Vey", "Vey", "叶小川", "Ye Xiaochuan", "Xiaochuan Ye", "罗伯特·维", "Roberta Vey", "Mira Holmes"
    };
    private static final String[] GROUPS = {"Tidewater Institute", "TI", "Sella Herald", "Sella Herald Ltd"};
    private static final String[] PLACES = {"Port Sella", "Sella", "Norvik"};

    @Test
    void everyHistoryEndsWhereBuildingAtOnceEnds() {
        histories(0, 60);
    }

    @Tag("slow")
    @Test
    void hundredsOfHistoriesEndWhereBuildingAtOnceEnds() {
        histories(1000, 600);
    }

    private static void histories(int first, int count) {
        int merges = 0;
        for (int seed = first; seed < first + count; seed++) {
            Random random = new Random(seed);
            IdentityPolicy policy = new IdentityPolicy(0.7, 0.5, 0.08, seed % 3 == 0 ? 3 : 100, seed % 2 == 0 ? 2 : 40);
            DatasetGraph graphs = DatasetGraphFactory.create();
            MergedGraphs merged = new MergedGraphs(graphs, policy);
            Map<String, ItemGraph> items = new LinkedHashMap<>();
            Map<List<String>, Review> reviews = new LinkedHashMap<>();
            int steps = 6 + random.nextInt(14);
            for (int step = 0; step < steps; step++) {
                act(random, merged, graphs, items, reviews);
                if (random.nextInt(3) > 0) {
                    merged.settle();
                }
            }
            merged.settle();
            assertThat(NQuadLines.text(graphs))
                    .as("history %s", seed)
                    .isEqualTo(NQuadLines.text(atOnce(policy, items, reviews, random)));
            assertThat(merged.faults()).as("history %s", seed).isEmpty();
            merges += graphs.contains(Node.ANY, Node.ANY, NodeFactory.createURI(Nr.RESTATES), Node.ANY) ? 1 : 0;
        }
        // Histories in which nothing is ever merged would prove little.
        assertThat(merges).isGreaterThan(count / 2);
    }

    @Test
    void rebuildingChangesNothing() {
        Random random = new Random(5);
        DatasetGraph graphs = DatasetGraphFactory.create();
        MergedGraphs merged = new MergedGraphs(graphs);
        Map<String, ItemGraph> items = new LinkedHashMap<>();
        Map<List<String>, Review> reviews = new LinkedHashMap<>();
        for (int step = 0; step < 40; step++) {
            act(random, merged, graphs, items, reviews);
        }
        merged.settle();
        String before = NQuadLines.text(graphs);
        graphs.add(new Quad(Quad.defaultGraphIRI, Triple.create(iri("urn:a"), iri("urn:b"), iri("urn:c"))));
        merged.rebuild(items.values().stream().map(ItemGraph::name).toList());
        assertThat(NQuadLines.text(graphs)).isEqualTo(before);
    }

    private static DatasetGraph atOnce(
            IdentityPolicy policy, Map<String, ItemGraph> items, Map<List<String>, Review> reviews, Random random) {
        DatasetGraph graphs = DatasetGraphFactory.create();
        MergedGraphs merged = new MergedGraphs(graphs, policy);
        List<ItemGraph> shuffled = new ArrayList<>(items.values());
        Collections.shuffle(shuffled, random);
        shuffled.forEach(merged::put);
        reviews.values().forEach(merged::review);
        merged.settle();
        return graphs;
    }

    private static void act(
            Random random,
            MergedGraphs merged,
            DatasetGraph graphs,
            Map<String, ItemGraph> items,
            Map<List<String>, Review> reviews) {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> {
                String id = "item " + random.nextInt(8);
                ItemGraph fresh = ItemGraphBuilder.build(document(id, random));
                ItemGraph old = items.put(id, fresh);
                if (old != null) {
                    merged.remove(old.name());
                }
                merged.put(fresh);
            }
            case 5 -> {
                if (!items.isEmpty()) {
                    List<String> ids = List.copyOf(items.keySet());
                    merged.remove(
                            items.remove(ids.get(random.nextInt(ids.size()))).name());
                }
            }
            case 6, 7 ->
                statementReview(random, graphs, items).ifPresent(review -> {
                    merged.review(review);
                    reviews.put(review.targets(), review);
                });
            case 8 ->
                pairReview(random, graphs, items).ifPresent(review -> {
                    merged.review(review);
                    reviews.put(review.targets(), review);
                });
            default -> {
                if (!reviews.isEmpty()) {
                    List<List<String>> targets = List.copyOf(reviews.keySet());
                    List<String> target = targets.get(random.nextInt(targets.size()));
                    reviews.remove(target);
                    assertThat(merged.withdraw(target)).isTrue();
                }
            }
        }
    }

    private static java.util.Optional<Review> statementReview(
            Random random, DatasetGraph graphs, Map<String, ItemGraph> items) {
        List<Stated> all = statements(graphs, items);
        if (all.isEmpty()) {
            return java.util.Optional.empty();
        }
        Stated stated = all.get(random.nextInt(all.size()));
        String statement = stated.statement().getURI();
        Instant at = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1000));
        if (random.nextInt(3) == 0) {
            List<Stated> relations = all.stream()
                    .filter(s -> s.fact().getPredicate().hasURI(Nr.NS + "memberOf"))
                    .toList();
            if (stated.fact().getPredicate().hasURI(Nr.NS + "memberOf")) {
                Stated other = relations.get(random.nextInt(relations.size()));
                return java.util.Optional.of(Review.correction(
                        statement,
                        Triple.create(
                                stated.fact().getSubject(),
                                stated.fact().getPredicate(),
                                other.fact().getObject()),
                        "ann",
                        at));
            }
        }
        return java.util.Optional.of(
                Review.of(random.nextInt(4) == 0 ? Decision.ACCEPTED : Decision.REJECTED, statement, "ann", at));
    }

    private static java.util.Optional<Review> pairReview(
            Random random, DatasetGraph graphs, Map<String, ItemGraph> items) {
        List<String> people = statements(graphs, items).stream()
                .map(stated -> stated.fact().getSubject().getURI())
                .filter(iri -> iri.contains("/person/"))
                .distinct()
                .sorted()
                .toList();
        if (people.size() < 2) {
            return java.util.Optional.empty();
        }
        int one = random.nextInt(people.size());
        int other = random.nextInt(people.size() - 1);
        return java.util.Optional.of(Review.pair(
                random.nextBoolean() ? Decision.SAME : Decision.DIFFERENT,
                people.get(one),
                people.get(other >= one ? other + 1 : other),
                random.nextBoolean() ? "ann" : "ben",
                Instant.ofEpochSecond(1_700_000_000L)));
    }

    private static List<Stated> statements(DatasetGraph graphs, Map<String, ItemGraph> items) {
        ItemGraphs read = new ItemGraphs(new Quads(graphs));
        Map<String, Stated> sorted = new TreeMap<>();
        for (ItemGraph item : items.values()) {
            read.statements(item.name()).forEach(s -> sorted.put(s.statement().getURI(), s));
        }
        return List.copyOf(sorted.values());
    }

    private static ExtractionDocument document(String id, Random random) {
        NamedNews news = new NamedNews(id);
        List<String> people = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            people.add(PEOPLE[random.nextInt(PEOPLE.length)]);
        }
        people.forEach(news::people);
        String group = GROUPS[random.nextInt(GROUPS.length)];
        news.groups(group);
        if (random.nextBoolean()) {
            news.places(PLACES[random.nextInt(PLACES.length)]);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            news.states(people.get(random.nextInt(people.size())), "PER-ORG_member", group);
        }
        String one = people.get(0);
        String other = people.get(people.size() - 1);
        if (!one.equals(other) && random.nextInt(3) == 0) {
            news.states(one, random.nextBoolean() ? "/per/per/alternate_names" : "PER-PER_colleague", other);
        }
        return news.done();
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
