package org.newsreel.api.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.newsreel.api.fixture.Documents;
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
final class ManyItems {
    private static final int BATCH = 100;
    private static final int POOL = 3000;
    private static final String[] GIVEN = {"Ada", "Bela", "Caro", "Dana", "Edo", "Fenna", "Gita", "Hugo", "Ilka", "Jaro"
    };

    private ManyItems() {}

    static void into(Path store, int count) {
        Random random = new Random(7);
        try (KnowledgeStore graph = KnowledgeStore.open(store)) {
            for (int from = 0; from < count; from += BATCH) {
                List<ExtractionDocument> batch = new ArrayList<>();
                for (int i = from; i < Math.min(count, from + BATCH); i++) {
                    batch.add(item(i, random));
                }
                var report = graph.add(batch);
                if (!report.failed().isEmpty()) {
                    throw new IllegalStateException(
                            "an item was refused: " + report.failed().get(0));
                }
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
            String person = GIVEN[who % GIVEN.length] + " Nomen" + who;
            boolean member = s % 2 == 0;
            String other =
                    member ? "Office " + random.nextInt(POOL / 4) + " Board" : "Port " + random.nextInt(POOL / 4);
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
                Optional.of("2026-03-10"),
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
