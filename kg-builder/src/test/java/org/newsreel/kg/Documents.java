package org.newsreel.kg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.newsreel.ontology.claim.AttentionMap;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.claim.Subtitle;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/** Made documents: the same seed always gives the same ones. Names repeat across documents, so that facts merge. */
public final class Documents {
    private static final String[] PEOPLE = {
        "Mira Holm", "Dr. Tomas Vey", "Vey", "his sister", "Mira HOLM", "叶小川", "Ana 🎬 Ruiz"
    };
    private static final String[] PLACES = {"Port Sella", "the Norvik Valley", "塞拉港", "the valley"};
    private static final String[] GROUPS = {"Tidewater Institute", "the institute", "Sella Herald", "ROTA"};
    private static final String[] TIMES = {"July 4, 1976", "1976", "yesterday", "2019年3月2日"};
    private static final String[] THINGS = {"Harbour Prize", "a boat", "Winter Fair"};

    private Documents() {}

    /** A small valid document with text and frame evidence for one relation. */
    public static ExtractionDocument small(String id) {
        String text = "Mira Holm joined the Tidewater Institute in 1976. Holm lives in Port Sella.";
        return new ExtractionDocument(
                id,
                version(1),
                "en",
                Optional.of("Mira Holm joins"),
                Optional.of("2024-05-06"),
                Optional.of("Sella Herald"),
                Optional.of("https://example.org/a?b=c"),
                text,
                List.of(video("v0", 7)),
                List.of(
                        mention("m0", EntityType.PER, text, 0, 9, 0.99),
                        mention("m1", EntityType.ORG, text, 17, 40, 0.9),
                        mention("m2", EntityType.TIME, text, 44, 48, 0.8),
                        mention("m3", EntityType.PER, text, 50, 54, 0.7),
                        mention("m4", EntityType.LOC, text, 64, 74, 0.95)),
                List.of(
                        new EntityChain("c0", EntityType.PER, "Mira Holm", List.of("m0", "m3")),
                        new EntityChain("c1", EntityType.ORG, "the Tidewater Institute", List.of("m1")),
                        new EntityChain("c2", EntityType.TIME, "1976", List.of("m2")),
                        new EntityChain("c3", EntityType.LOC, "Port Sella", List.of("m4"))),
                List.of(
                        new Relation(
                                "r0",
                                "PER-ORG_member",
                                "c0",
                                "c1",
                                0.81,
                                List.of(
                                        EvidenceRef.ofMention("m0", 0.5),
                                        EvidenceRef.ofMention("m1", 0.3),
                                        EvidenceRef.ofRegion("g0", 0.2))),
                        new Relation(
                                "r1", "PER-LOC_residence", "c0", "c3", 0.6, List.of(EvidenceRef.ofMention("m4", 1)))),
                List.of(new Region(
                        "g0",
                        EntityType.PER,
                        "v0",
                        175,
                        OptionalDouble.of(7.0),
                        new Box(0.02, 0.03, 0.70, 0.96),
                        Optional.of("c0"),
                        0.77,
                        Optional.empty())),
                models());
    }

    /** A document that follows from the seed: text with any number of names, media with any number of regions. */
    public static ExtractionDocument random(String id, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        List<Mention> mentions = new ArrayList<>();
        List<EntityChain> chains = new ArrayList<>();
        int count = random.nextInt(9);
        for (int c = 0; c < count; c++) {
            EntityType type = EntityType.values()[random.nextInt(EntityType.values().length)];
            String[] names = names(type);
            String name = names[random.nextInt(names.length)];
            List<String> ids = new ArrayList<>();
            for (int m = random.nextInt(3); m >= 0; m--) {
                text.append(random.nextBoolean() ? "Then 🎉 came " : "后来，");
                int start = text.codePointCount(0, text.length());
                text.append(name);
                int end = text.codePointCount(0, text.length());
                String mid = "m" + mentions.size();
                mentions.add(new Mention(mid, type, start, end, name, random.nextInt(101) / 100.0));
                ids.add(mid);
                text.append(". ");
            }
            chains.add(new EntityChain("c" + c, type, name, ids));
        }
        List<Medium> media = new ArrayList<>();
        List<Region> regions = new ArrayList<>();
        for (int v = random.nextInt(3); v > 0; v--) {
            boolean video = random.nextBoolean();
            String mid = (video ? "v" : "p") + v;
            media.add(video ? video(mid, random.nextInt(4)) : picture(mid, random.nextInt(4)));
            for (int g = random.nextInt(4); g > 0; g--) {
                double x = random.nextDouble() * 0.9;
                double y = random.nextDouble() * 0.9;
                Box box = new Box(
                        x,
                        y,
                        (1 - x) * Math.max(0.001, random.nextDouble()),
                        (1 - y) * Math.max(0.001, random.nextDouble()));
                Optional<String> chain = chains.isEmpty() || random.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of("c" + random.nextInt(chains.size()));
                int frame = video ? random.nextInt(3450) : 0;
                regions.add(new Region(
                        "g" + regions.size(),
                        EntityType.PER,
                        mid,
                        frame,
                        video ? OptionalDouble.of(frame / 25.0) : OptionalDouble.empty(),
                        box,
                        chain,
                        random.nextInt(101) / 100.0,
                        random.nextInt(4) == 0 ? Optional.of("MIRA HOLM 🎬") : Optional.empty()));
            }
        }
        List<Relation> relations = relations(random, chains, mentions, regions);
        return new ExtractionDocument(
                id,
                version(seed),
                random.nextBoolean() ? "en" : "zh",
                random.nextBoolean() ? Optional.of("Headline " + seed) : Optional.empty(),
                Optional.of(
                        "2024-05-0" + (1 + random.nextInt(9)) + (random.nextBoolean() ? "" : "T10:20:30.500+02:00")),
                Optional.empty(),
                Optional.empty(),
                text.toString(),
                media,
                mentions,
                chains,
                relations,
                regions,
                models());
    }

    /**
     * A document of the size of those in M3D's English development set: nine entities with 1.8 mentions each and seven
     * relations; and, when asked for, faces of one person in a video.
     */
    public static ExtractionDocument typical(String id, long seed, int faces) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        List<Mention> mentions = new ArrayList<>();
        List<EntityChain> chains = new ArrayList<>();
        for (int c = 0; c < 9; c++) {
            EntityType type = c < 5 ? EntityType.PER : c < 7 ? EntityType.ORG : EntityType.LOC;
            String name = "Name" + random.nextInt(500) + " Family" + random.nextInt(500);
            List<String> ids = new ArrayList<>();
            for (int m = c % 5 == 0 ? 1 : 2; m > 0; m--) {
                text.append("On that day and for a long time after it ");
                int start = text.length();
                text.append(name);
                String mid = "m" + mentions.size();
                mentions.add(new Mention(mid, type, start, text.length(), name, 0.5 + random.nextInt(500) / 1000.0));
                ids.add(mid);
                text.append(" was seen by everybody who had come to the harbour. ");
            }
            chains.add(new EntityChain("c" + c, type, name, ids));
        }
        List<Relation> relations = new ArrayList<>();
        for (int r = 0; r < 7; r++) {
            EntityChain person = chains.get(r % 5);
            EntityChain group = chains.get(5 + r % 2);
            double weight = 0.4 + random.nextInt(200) / 1000.0;
            relations.add(new Relation(
                    "r" + r,
                    r < 5 ? "PER-ORG_member" : "PER-ORG_go_to",
                    person.id(),
                    group.id(),
                    random.nextDouble(),
                    List.of(
                            EvidenceRef.ofMention(person.mentions().get(0), weight),
                            EvidenceRef.ofMention(group.mentions().get(0), 1 - weight))));
        }
        List<Region> regions = new ArrayList<>();
        for (int g = 0; g < faces; g++) {
            regions.add(new Region(
                    "g" + g,
                    EntityType.PER,
                    "v0",
                    24 * g,
                    OptionalDouble.of(24 * g / 25.0),
                    new Box(0.3, 0.2, 0.2, 0.4),
                    Optional.of("c" + random.nextInt(2)),
                    0.8,
                    Optional.empty()));
        }
        return new ExtractionDocument(
                id,
                version(seed),
                "en",
                Optional.of("Headline"),
                Optional.of("2024-05-06"),
                Optional.of("Herald"),
                Optional.empty(),
                text.toString(),
                List.of(video("v0", (int) seed)),
                mentions,
                chains,
                relations,
                regions,
                models());
    }

    private static List<Relation> relations(
            Random random, List<EntityChain> chains, List<Mention> mentions, List<Region> regions) {
        List<Relation> relations = new ArrayList<>();
        for (EntityChain subject : chains) {
            for (EntityChain object : chains) {
                List<RelationType> types = RelationSchema.standard().types().stream()
                        .filter(t -> t.property().isPresent() && t.admits(subject.type(), object.type()))
                        .toList();
                if (subject != object && !types.isEmpty() && random.nextInt(3) == 0) {
                    List<EvidenceRef> evidence = new ArrayList<>();
                    evidence.add(EvidenceRef.ofMention(subject.mentions().get(0), regions.isEmpty() ? 0.75 : 0.5));
                    evidence.add(EvidenceRef.ofMention(object.mentions().get(0), 0.25));
                    if (!regions.isEmpty()) {
                        evidence.add(EvidenceRef.ofRegion(
                                regions.get(random.nextInt(regions.size())).id(), 0.25));
                    }
                    relations.add(new Relation(
                            "r" + relations.size(),
                            types.get(random.nextInt(types.size())).name(),
                            subject.id(),
                            object.id(),
                            random.nextInt(101) / 100.0,
                            evidence,
                            List.of(),
                            regions.isEmpty() ? List.of() : List.of(attention(regions.get(0)))));
                }
            }
        }
        return relations;
    }

    /** As if a network had looked at the frame of a region. */
    private static AttentionMap attention(Region region) {
        float[] cells = {0, 1, 2, 0, 0.5f, 0};
        return new AttentionMap("looker", region.media(), region.frame(), region.t(), 2, 3, AttentionMap.cells(cells));
    }

    private static String[] names(EntityType type) {
        return switch (type) {
            case PER -> PEOPLE;
            case LOC -> PLACES;
            case ORG -> GROUPS;
            case TIME -> TIMES;
            case MISC -> THINGS;
        };
    }

    public static Mention mention(String id, EntityType type, String text, int start, int end, double confidence) {
        return new Mention(id, type, start, end, new CodePoints(text).slice(start, end), confidence);
    }

    public static Medium video(String id, int n) {
        return new Medium(
                id,
                MediaKind.VIDEO,
                id + ".mp4",
                hash(n),
                640,
                360,
                Optional.of("25/1"),
                OptionalDouble.of(138),
                n == 1 ? List.of(new Subtitle(1, 2.5, "Mira Holm &\n🎬"), new Subtitle(3, 4, "后来")) : List.of());
    }

    public static Medium picture(String id, int n) {
        return new Medium(
                id, MediaKind.IMAGE, id + ".jpg", hash(100 + n), 801, 599, Optional.empty(), OptionalDouble.empty());
    }

    public static String version(long n) {
        return "sha256:" + hash(n);
    }

    private static String hash(long n) {
        return String.format("%064x", n);
    }

    private static List<ModelUse> models() {
        return List.of(
                new ModelUse("entities", "m3d-text", hash(42), Optional.of("cpu"), OptionalDouble.of(0.5)),
                new ModelUse("relations", "m3d-text", hash(42), Optional.of("cpu"), OptionalDouble.empty()));
    }
}
