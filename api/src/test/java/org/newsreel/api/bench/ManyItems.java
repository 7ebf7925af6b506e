package org.newsreel.api.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.newsreel.api.fixture.Documents;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;

/** As many made-up items as are asked for, each with people, organisations and places out of a common pool. */
public final class ManyItems {
    private static final int POOL = 3000;
    private static final String[] GIVEN = {"Ada", "Bela", "Caro", "Dana", "Edo", "Fenna", "Gita", "Hugo", "Ilka", "Jaro"
    };

    private static final String[] SYLLABLES =
            ("bar ken dil lom mur ras set tin vor zub pag gol mef fip tus han jek wix cor yad nep qua sho dru")
                    .split(" ");

    private ManyItems() {}

    /** Names that differ in more than a letter, so that nobody is taken for somebody else. */
    private static String word(int number) {
        int mixed = number * 7919 % (SYLLABLES.length * SYLLABLES.length * SYLLABLES.length);
        String letters = SYLLABLES[mixed % SYLLABLES.length]
                + SYLLABLES[mixed / SYLLABLES.length % SYLLABLES.length]
                + SYLLABLES[mixed / SYLLABLES.length / SYLLABLES.length];
        return Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
    }

    /**
     * Fills a directory that is empty or not there. The items' graphs go in by TDB2's loader, all at once; what follows from
     * them (merged facts, identities, the log of changes) the store makes itself, as it does after an update of its format.
     */
    public static void into(Path store, int count) throws IOException {
        KnowledgeStore.open(store).close();
        delete(store.resolve("changes"));
        DatasetGraph graphs =
                DatabaseMgr.connectDatasetGraph(store.resolve("graph").toString());
        try {
            DataLoader loader = LoaderFactory.parallelLoader(graphs, LoaderOps.outputToLog());
            loader.startBulk();
            Random random = new Random(7);
            for (int i = 0; i < count; i++) {
                ItemGraph graph = ItemGraphBuilder.build(item(i, random));
                graph.graph().find().forEach(triple -> loader.stream().quad(Quad.create(graph.name(), triple)));
            }
            loader.finishBulk();
        } finally {
            TDBInternal.expel(graphs);
        }
        try (KnowledgeStore filled = KnowledgeStore.openExisting(store)) {
            filled.rebuild();
            if (filled.items().size() != count) {
                throw new IllegalStateException(
                        "the store has " + filled.items().size() + " items and not " + count);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static ExtractionDocument item(int number, Random random) {
        StringBuilder text = new StringBuilder();
        List<Mention> mentions = new ArrayList<>();
        List<EntityChain> chains = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        List<Region> regions = new ArrayList<>();
        for (int s = 0; s < 5; s++) {
            int who = random.nextInt(POOL);
            String person = GIVEN[who % GIVEN.length] + " " + word(who);
            boolean member = s % 2 == 0;
            String other =
                    member ? word(random.nextInt(POOL / 4)) + " Board" : "Port " + word(random.nextInt(POOL / 4));
            int from = text.length();
            text.append(person)
                    .append(member ? " works for " : " lives in ")
                    .append(other)
                    .append(". ");
            mentions.add(mention(mentions.size(), EntityType.PER, from, person));
            mentions.add(mention(
                    mentions.size(),
                    member ? EntityType.ORG : EntityType.LOC,
                    text.length() - other.length() - 2,
                    other));
            chains.add(new EntityChain("c" + 2 * s, EntityType.PER, person, List.of("m" + 2 * s)));
            chains.add(new EntityChain(
                    "c" + (2 * s + 1), member ? EntityType.ORG : EntityType.LOC, other, List.of("m" + (2 * s + 1))));
            double time = random.nextInt(6000) / 50.0;
            regions.add(new Region(
                    "g" + s,
                    EntityType.PER,
                    "v0",
                    (int) Math.round(time * 25),
                    OptionalDouble.of(time),
                    new Box(0.1, 0.1, 0.25, 0.5),
                    Optional.of("c" + 2 * s),
                    0.5 + random.nextInt(50) / 100.0,
                    Optional.empty()));
            relations.add(new Relation(
                    "r" + s,
                    member ? "PER-ORG_member" : "PER-LOC_residence",
                    "c" + 2 * s,
                    "c" + (2 * s + 1),
                    random.nextInt(100) / 100.0,
                    List.of(
                            EvidenceRef.ofMention("m" + 2 * s, 0.5),
                            EvidenceRef.ofMention("m" + (2 * s + 1), 0.3),
                            EvidenceRef.ofRegion("g" + s, 0.2))));
        }
        String id = "item-" + number;
        String hash = Documents.sha256(id.getBytes(StandardCharsets.UTF_8));
        return new ExtractionDocument(
                id,
                "sha256:" + hash,
                "en",
                Optional.of("Made news number " + number),
                // Days of several years, so that the order of the list is no order of ids.
                Optional.of(
                        LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000)).toString()),
                Optional.empty(),
                Optional.empty(),
                text.toString().strip(),
                List.of(new Medium(
                        "v0",
                        MediaKind.VIDEO,
                        "video.mp4",
                        hash,
                        640,
                        360,
                        Optional.of("25/1"),
                        OptionalDouble.of(138))),
                mentions,
                chains,
                relations,
                regions,
                Documents.models());
    }

    private static Mention mention(int number, EntityType type, int start, String text) {
        return new Mention("m" + number, type, start, start + text.length(), text, 0.9);
    }
}
