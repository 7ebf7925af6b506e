package org.newsreel.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/**
 * Documents of few families whose people are called by full name, initial, title, nickname, family name alone, in pinyin and
 * in Chinese characters, so that much is joined, much is ambiguous and some excludes each other.
 */
final class MadeNames {
    private static final List<String> FAMILIES = List.of("Holm", "Vey", "Ruiz", "Okafor", "Marsh", "Tanner", "Adler");
    private static final List<String> GIVEN = List.of("Mira", "Tomas", "Robert", "Elena", "Viktor", "Ines", "Roberta");
    private static final List<String> OTHERS =
            List.of("叶小川", "Ye Xiaochuan", "Xiaochuan Ye", "罗伯特·维", "Bob Vey", "Mira A. Holm", "Mira B. Holm");
    private static final List<String> GROUPS =
            List.of("Tidewater Institute", "TI", "Sella Herald", "Sella Herald Ltd", "Norvik Council", "Lumen Trust");
    private static final List<String> PLACES = List.of("Port Sella", "Sella", "Norvik", "Westmark", "Kestrel Bay");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<EntityChain> chains = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final Map<String, String> chainOf = new LinkedHashMap<>();

    private MadeNames(Random random) {
        this.random = random;
    }

    static ExtractionDocument item(String id, Random random) {
        return new MadeNames(random).write(id);
    }

    private ExtractionDocument write(String id) {
        List<String> people = new ArrayList<>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            people.add(chain(EntityType.PER, person()));
        }
        String group = chain(EntityType.ORG, pick(GROUPS));
        String place = chain(EntityType.LOC, pick(PLACES));
        people.stream().distinct().forEach(person -> {
            if (random.nextBoolean()) {
                relate("PER-ORG_member", person, group);
            }
            if (random.nextInt(3) == 0) {
                relate("PER-LOC_residence", person, place);
            }
        });
        if (random.nextInt(6) == 0 && !people.get(0).equals(people.get(1))) {
            relate("/per/per/alternate_names", people.get(0), people.get(1));
        }
        return new ExtractionDocument(
                id,
                "sha256:" + String.format("%064x", text.toString().hashCode() & 0xffffffffL),
                "en",
                Optional.of("News " + id),
                Optional.of("2024-05-06"),
                Optional.empty(),
                Optional.empty(),
                text.toString(),
                List.of(),
                mentions,
                chains,
                relations,
                List.of(),
                List.of());
    }

    private String person() {
        String given = pick(GIVEN);
        String family = pick(FAMILIES);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> given + " " + family;
            case 3 -> given.charAt(0) + ". " + family;
            case 4 -> family;
            case 5 -> (random.nextBoolean() ? "Mrs. " : "Mr. ") + family;
            case 6 -> given + " " + family + "e";
            default -> pick(OTHERS);
        };
    }

    private String chain(EntityType type, String name) {
        return chainOf.computeIfAbsent(name, n -> {
            int start = text.codePointCount(0, text.length());
            text.append(n);
            int end = text.codePointCount(0, text.length());
            text.append(" came. ");
            String mention = "m" + mentions.size();
            mentions.add(new Mention(mention, type, start, end, n, 0.9));
            String chain = "c" + chains.size();
            chains.add(new EntityChain(chain, type, n, List.of(mention)));
            return chain;
        });
    }

    private void relate(String type, String subject, String object) {
        relations.add(new Relation(
                "r" + relations.size(),
                type,
                subject,
                object,
                0.5 + random.nextInt(5) / 10.0,
                List.of(
                        EvidenceRef.ofMention("m" + subject.substring(1), 0.5),
                        EvidenceRef.ofMention("m" + object.substring(1), 0.5))));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
