package org.newsreel.extraction.chinese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.newsreel.extraction.text.ClaimsBuilder;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/**
 * Joins what the pieces of a text hold. Chains of different pieces are one when they have one type and one of them bears
 * the name that the other is called by. Of a relation that several pieces tell, the surest stays.
 */
final class DocumentClaims {
    private record Key(int subject, int object, int type) {}

    private record Told(double confidence, Map<Integer, Double> weights) {}

    /** A name must have this many characters to join chains. */
    private static final int LEAST_NAME = 2;

    private final RelationLabels labels;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<List<Integer>> chains = new ArrayList<>();
    private final Map<String, Integer> chainOfName = new HashMap<>();
    private final Map<Key, Told> relations = new LinkedHashMap<>();

    DocumentClaims(RelationLabels labels) {
        this.labels = labels;
    }

    /** Adds the piece that begins at a code point. */
    void add(CodePoints points, int offset, PieceClaims piece) {
        int first = mentions.size();
        for (int m = 0; m < piece.spans().size(); m++) {
            var span = piece.spans().get(m);
            int start = offset + span.from();
            int end = offset + span.to();
            mentions.add(new Mention(
                    "m" + mentions.size(),
                    span.type(),
                    start,
                    end,
                    points.slice(start, end),
                    ClaimsBuilder.rounded(piece.confidences().get(m))));
            names.add(piece.names().get(m));
        }
        List<Integer> numbers = new ArrayList<>();
        for (List<Integer> chain : piece.chains()) {
            List<Integer> members = chain.stream().map(m -> first + m).toList();
            EntityType type = mentions.get(members.get(0)).type();
            int known = offset == 0 ? -1 : sameName(type, members);
            if (known < 0) {
                known = chains.size();
                chains.add(new ArrayList<>());
            }
            chains.get(known).addAll(members);
            numbers.add(known);
        }
        // Only now: within a piece the model has decided what is one entity.
        for (int c = 0; c < numbers.size(); c++) {
            for (int m : piece.chains().get(c)) {
                remember(first + m, numbers.get(c));
            }
        }
        for (PieceClaims.Found relation : piece.relations()) {
            keep(relation, numbers, first);
        }
    }

    private int sameName(EntityType type, List<Integer> members) {
        for (int m : members) {
            Integer known = chainOfName.get(type + " " + names.get(m));
            if (known != null) {
                return known;
            }
        }
        return -1;
    }

    private void remember(int mention, int chain) {
        String name = names.get(mention);
        if (name.length() >= LEAST_NAME) {
            chainOfName.putIfAbsent(mentions.get(mention).type() + " " + name, chain);
        }
    }

    private void keep(PieceClaims.Found relation, List<Integer> numbers, int first) {
        int subject = numbers.get(relation.pair().subject());
        int object = numbers.get(relation.pair().object());
        if (subject == object) {
            return;
        }
        boolean turned = labels.symmetric(relation.type()) && subject > object;
        Key key = turned ? new Key(object, subject, relation.type()) : new Key(subject, object, relation.type());
        Map<Integer, Double> weights = new TreeMap<>();
        relation.weights().forEach((m, w) -> weights.put(first + m, w));
        relations.merge(
                key, new Told(relation.confidence(), weights), (a, b) -> a.confidence() >= b.confidence() ? a : b);
    }

    TextClaims build() {
        List<EntityChain> entities = new ArrayList<>();
        for (List<Integer> chain : chains) {
            entities.add(new EntityChain(
                    "c" + entities.size(),
                    mentions.get(chain.get(0)).type(),
                    name(chain),
                    chain.stream().map(m -> mentions.get(m).id()).toList()));
        }
        List<Relation> found = new ArrayList<>();
        relations.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Key::subject)
                        .thenComparingInt(Key::object)
                        .thenComparingInt(Key::type)))
                .forEach(entry -> found.add(new Relation(
                        "r" + found.size(),
                        labels.name(entry.getKey().type()),
                        "c" + entry.getKey().subject(),
                        "c" + entry.getKey().object(),
                        ClaimsBuilder.rounded(entry.getValue().confidence()),
                        ClaimsBuilder.evidence(entry.getValue().weights()))));
        return new TextClaims(mentions, entities, found);
    }

    /**
     * What to call a chain: a person by the longest name without title or kinship around it, else the longest words. An
     * organisation's general words belong to its name.
     */
    private String name(List<Integer> chain) {
        int best = chain.stream()
                .max(Comparator.comparingInt((Integer m) -> names.get(m).length())
                        .thenComparingInt(m -> names.get(m).isEmpty() ? length(m) : -length(m))
                        .thenComparingInt(m -> -m))
                .orElseThrow();
        Mention mention = mentions.get(best);
        // The name is in normal characters; the text's own stand at the same place.
        int at = ChineseText.normal(mention.text()).indexOf(names.get(best));
        return mention.type() != EntityType.PER || names.get(best).isEmpty() || at < 0
                ? mention.text()
                : new CodePoints(mention.text()).slice(at, at + names.get(best).length());
    }

    private int length(int mention) {
        return mentions.get(mention).end() - mentions.get(mention).start();
    }
}
