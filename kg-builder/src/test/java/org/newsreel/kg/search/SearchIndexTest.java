package org.newsreel.kg.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.kg.NamedNews;
import org.newsreel.kg.identity.Iris;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.review.ReviewDesk;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;
import org.newsreel.ontology.vocab.Schema;

class SearchIndexTest {
    @TempDir
    Path directory;

    private KnowledgeStore store;
    private SearchIndex index;

    @BeforeEach
    void open() {
        store = KnowledgeStore.open(directory.resolve("store"));
        index = open(directory.resolve("store"));
    }

    @AfterEach
    void close() {
        index.close();
        store.close();
    }

    private SearchIndex open(Path place) {
        return SearchIndex.open(place, store.dataset().asDatasetGraph(), store.changes());
    }

    @Test
    void namesAreFoundWholeByWordByBeginningAndMisspelt() {
        store.add(List.of(
                new NamedNews("a")
                        .people("Mira Holm", "José Núñez", "Tomas Vey")
                        .groups("Tidewater Institute", "Holmgren Institute")
                        .places("Port Sella")
                        .done(),
                new NamedNews("b").people("林晓渡").groups("青屿航运公司").places("白石镇").done()));
        assertThat(names("Mira Holm")).containsExactly("Mira Holm");
        assertThat(names("holm")).containsExactly("Mira Holm", "Holmgren Institute");
        assertThat(names("Holm Mira")).containsExactly("Mira Holm");
        assertThat(names("tidew")).containsExactly("Tidewater Institute");
        assertThat(names("institute tidew")).containsExactly("Tidewater Institute");
        assertThat(names("Tidewatre Institut")).containsExactly("Tidewater Institute");
        assertThat(names("Mira Hlom")).containsExactly("Mira Holm");
        assertThat(names("jose nunez")).containsExactly("José Núñez");
        assertThat(names("Núñez")).containsExactly("José Núñez");
        assertThat(names("PORT  SELLA!")).containsExactly("Port Sella");
        assertThat(names("青屿")).containsExactly("青屿航运公司");
        assertThat(names("航运公司")).containsExactly("青屿航运公司");
        assertThat(names("晓渡")).containsExactly("林晓渡");
        assertThat(names("林")).containsExactly("林晓渡");
        assertThat(names("林渡")).isEmpty();
        assertThat(names("Vay")).as("three letters are taken as they are").isEmpty();
        assertThat(names("?*\"~^ AND (")).isEmpty();
        assertThat(names("a".repeat(5000))).isEmpty();
    }

    @Test
    void betterFitsComeFirstAndThenWhatMoreItemsSpeakOf() {
        store.add(List.of(
                new NamedNews("a")
                        .groups("Sella", "Sella Herald", "New Sella", "Sela")
                        .done(),
                new NamedNews("b").groups("New Sella").done(),
                new NamedNews("c").groups("Old Sella").done()));
        Answer answer = index.search(Question.entities("sella", Optional.of(EntityType.ORG), 10));
        assertThat(answer.hits())
                .extracting(Hit::name)
                .containsExactly("Sella", "Sella Herald", "New Sella", "Old Sella", "Sela");
        assertThat(answer.hits()).extracting(Hit::count).containsExactly(1, 1, 2, 1, 1);
        assertThat(answer.hits().get(0).score()).isEqualTo(1);
        assertThat(answer.total()).isEqualTo(5);
        assertThat(index.search(new Question("sella", Optional.empty(), Optional.of(EntityType.ORG), 1, 2))
                        .hits())
                .extracting(Hit::name)
                .containsExactly("Sella Herald", "New Sella");
        assertThat(index.search(Question.entities("sella", Optional.of(EntityType.PER), 10))
                        .hits())
                .isEmpty();
    }

    @Test
    void itemsAreFoundByHeadlineAndTextAndRelationsByTheirLabels() {
        store.add(List.of(Documents.small("one")));
        Answer answer = index.search(new Question("holm joins", Optional.of(Kind.ITEM), Optional.empty(), 0, 10));
        assertThat(answer.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo("one");
            assertThat(hit.name()).isEqualTo("Mira Holm joins");
            assertThat(hit.published()).contains("2024-05-06");
        });
        assertThat(index.search(new Question("lives institute", Optional.of(Kind.ITEM), Optional.empty(), 0, 10))
                        .hits())
                .hasSize(1);
        assertThat(index.search(new Question("memb", Optional.of(Kind.RELATION), Optional.empty(), 0, 10))
                        .hits())
                .extracting(Hit::id)
                .contains("https://w3id.org/newsreel/ns#memberOf");
        assertThat(index.search(new Question("Mira Holm", Optional.empty(), Optional.empty(), 0, 10))
                        .hits())
                .extracting(Hit::kind)
                .containsExactly(Kind.ENTITY, Kind.ITEM);
    }

    @Test
    void whatIsForgottenIsFoundNoMoreAndWhatIsMergedIsFoundOnceByAllItsNames() {
        store.add(List.of(
                new NamedNews("full").people("Mira Holm").done(),
                new NamedNews("other").people("Ann Vey").done()));
        assertThat(names("Mira Holm")).hasSize(1);
        ReviewDesk desk = new ReviewDesk(store);
        String mira = index.search(Question.entities("Mira Holm", Optional.empty(), 1))
                .hits()
                .get(0)
                .id();
        String ann = index.search(Question.entities("Ann Vey", Optional.empty(), 1))
                .hits()
                .get(0)
                .id();
        desk.decide(mira, ann, Decision.SAME, "ann", Optional.empty());
        Hit one = index.search(Question.entities("Mira Holm", Optional.empty(), 10))
                .hits()
                .get(0);
        assertThat(one.names()).containsExactly("Ann Vey", "Mira Holm");
        assertThat(one.count()).isEqualTo(2);
        assertThat(names("Ann Vey")).hasSize(1);
        store.forget("full");
        assertThat(names("Mira Holm")).isEmpty();
        assertThat(names("Ann Vey")).containsExactly("Ann Vey");
        store.forget("other");
        assertThat(all()).isEmpty();
    }

    @Test
    void afterAnyHistoryTheIndexIsAsIfMadeAnew() {
        Random random = new Random(7);
        for (int step = 0; step < 60; step++) {
            String id = "item-" + random.nextInt(12);
            if (random.nextInt(4) == 0) {
                store.forget(id);
            } else {
                List<ExtractionDocument> batch = new ArrayList<>();
                batch.add(Documents.random(id, random.nextInt(1000)));
                store.add(batch);
            }
            if (random.nextInt(3) == 0) {
                all();
                assertThat(index.figures()).isEqualTo(counted());
            }
            if (random.nextInt(10) == 0) {
                index.close();
                index = open(directory.resolve("store"));
            }
        }
        List<Hit> kept = all();
        try (SearchIndex anew = open(directory.resolve("anew"))) {
            assertThat(kept).isNotEmpty().isEqualTo(all(anew));
            assertThat(index.figures()).isEqualTo(anew.figures()).isEqualTo(counted());
            assertThat(index.newest(0, 100)).isEqualTo(anew.newest(0, 100)).isEqualTo(sorted());
            List<String> pages = new ArrayList<>();
            for (int offset = 0; offset < store.items().size(); offset += 3) {
                pages.addAll(index.newest(offset, 3).ids());
            }
            assertThat(pages).isEqualTo(sorted().ids());
            assertThat(index.newest(1_000, 3).ids()).isEmpty();
        }
    }

    @Test
    void itemsComeNewestFirstAndThoseOfOneDayInTheOrderOfTheirIds() {
        ExtractionDocument one = Documents.small("one");
        store.add(List.of(
                dated(one, "b", Optional.of("2026-03-01")),
                dated(one, "a b", Optional.of("2026-03-01")),
                dated(one, "a", Optional.of("2026-03-01T08:00:00Z")),
                dated(one, "c", Optional.empty()),
                dated(one, "d", Optional.of("some day"))));
        assertThat(index.newest(0, 10).ids()).containsExactly("d", "a", "a b", "b", "c");
        store.forget("a b");
        store.add(List.of(dated(one, "c", Optional.of("2027-01-01"))));
        assertThat(index.newest(0, 10).ids()).containsExactly("d", "c", "a", "b");
        assertThat(index.newest(1, 2)).isEqualTo(new Newest(4, List.of("c", "a")));
    }

    private static ExtractionDocument dated(ExtractionDocument one, String id, Optional<String> published) {
        return new ExtractionDocument(
                id,
                "sha256:" + (published.isPresent() ? "1" : "2").repeat(64),
                one.language(),
                one.headline(),
                published,
                one.source(),
                one.url(),
                one.text(),
                one.media(),
                one.mentions(),
                one.chains(),
                one.relations(),
                one.regions(),
                one.models());
    }

    /** What the graph says when it is walked through. */
    private Figures counted() {
        return Txn.calculateRead(store.dataset(), () -> {
            Set<Node> entities = new HashSet<>();
            Map<String, Set<Node>> uses = new TreeMap<>();
            long[] counts = new long[5];
            store.dataset().asDatasetGraph().find().forEachRemaining(quad -> {
                String property = quad.getPredicate().getURI();
                if (quad.isDefaultGraph()) {
                    if (property.equals(Rdfs.LABEL)) {
                        entities.add(quad.getSubject());
                    }
                    counts[1] += property.startsWith(Nr.NS) && quad.getObject().isURI() ? 1 : 0;
                } else if (Iris.isVersion(quad.getGraph().getURI())) {
                    counts[0] += property.equals(Nr.ITEM_ID) ? 1 : 0;
                    counts[2] += property.equals(Rdf.PREDICATE) ? 1 : 0;
                    counts[3] += property.equals(Schema.VIDEO) ? 1 : 0;
                    counts[4] += property.equals(Schema.IMAGE) ? 1 : 0;
                    if (property.equals(Nr.MODEL)) {
                        String role = store.dataset()
                                .asDatasetGraph()
                                .find(quad.getGraph(), quad.getSubject(), NodeFactory.createURI(Nr.ROLE), Node.ANY)
                                .next()
                                .getObject()
                                .getLiteralLexicalForm();
                        uses.computeIfAbsent(
                                        role + "\n" + quad.getObject().getLiteralLexicalForm(), k -> new HashSet<>())
                                .add(quad.getGraph());
                    }
                }
            });
            List<Figures.Use> models = new ArrayList<>();
            uses.forEach((use, graphs) ->
                    models.add(new Figures.Use(use.split("\n")[0], use.split("\n")[1], graphs.size())));
            return new Figures(counts[0], entities.size(), counts[1], counts[2], counts[3], counts[4], models);
        });
    }

    private Newest sorted() {
        List<String> ids = new ArrayList<>(store.items());
        Map<String, String> dates = new HashMap<>();
        for (Hit hit : all()) {
            if (hit.kind() == Kind.ITEM) {
                dates.put(hit.id(), hit.published().orElse(""));
            }
        }
        Comparator<String> byDate = Comparator.comparing(dates::get);
        ids.sort(byDate.reversed().thenComparing(Comparator.naturalOrder()));
        return new Newest(ids.size(), ids);
    }

    @Test
    void anIndexThatIsGoneBehindOrBrokenComesBack() throws Exception {
        store.add(List.of(new NamedNews("a").people("Mira Holm").done()));
        assertThat(names("Mira Holm")).hasSize(1);
        index.close();
        store.add(List.of(new NamedNews("b").people("Tomas Vey").done()));
        index = open(directory.resolve("store"));
        assertThat(names("Tomas Vey")).hasSize(1);
        index.close();
        Path files = directory.resolve("store").resolve("search");
        try (var listed = Files.list(files)) {
            for (Path file : listed.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        index = open(directory.resolve("store"));
        assertThat(names("Tomas Vey")).hasSize(1);
        assertThat(names("Mira Holm")).hasSize(1);
    }

    @Test
    void anIndexWhoseChangesAreNoLongerKeptIsMadeAnew() {
        store.add(List.of(new NamedNews("a").people("Mira Holm").done()));
        assertThat(names("Mira Holm")).hasSize(1);
        store.forget("a");
        store.add(List.of(new NamedNews("b").people("Tomas Vey").done()));
        store.keepChanges(0);
        assertThat(names("Mira Holm")).isEmpty();
        assertThat(names("Tomas Vey")).hasSize(1);
        index.close();
        SearchIndex.erase(directory.resolve("store"));
        index = open(directory.resolve("store"));
        assertThat(names("Tomas Vey")).hasSize(1);
    }

    private List<String> names(String words) {
        return index.search(Question.entities(words, Optional.empty(), 20)).hits().stream()
                .map(Hit::name)
                .toList();
    }

    private List<Hit> all() {
        return all(index);
    }

    private static List<Hit> all(SearchIndex index) {
        List<Hit> hits = new ArrayList<>();
        for (Kind kind : List.of(Kind.ENTITY, Kind.ITEM)) {
            hits.addAll(index.search(new Question("", Optional.of(kind), Optional.empty(), 0, 1000))
                    .hits());
        }
        return hits;
    }
}
