package org.newsreel.kg.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/**
 * Compares what came back with what went out. A relation that went out and came back between the same two entities (that
 * share a mention with theirs) is accepted, one that did not come back is rejected, one that is new is only in the
 * corrected document. Statements about entities alone get no decision.
 */
final class Corrections {
    private final AnnotatedItem before;
    private final Annotations after;

    Corrections(AnnotatedItem before, Annotations after) {
        this.before = before;
        this.after = after;
    }

    /** What is decided on the statements that went out. */
    List<StatementDecision> decisions() {
        ExtractionDocument document = before.document();
        Map<String, Set<List<Integer>>> spans = new HashMap<>();
        Map<String, Mention> mentions = new HashMap<>();
        document.mentions().forEach(mention -> mentions.put(mention.id(), mention));
        document.chains().forEach(chain -> {
            Set<List<Integer>> of = new LinkedHashSet<>();
            chain.mentions()
                    .forEach(id -> of.add(
                            List.of(mentions.get(id).start(), mentions.get(id).end())));
            spans.put(chain.id(), of);
        });
        List<StatementDecision> decisions = new ArrayList<>();
        for (Relation relation : document.relations()) {
            String statement = before.statements().get(relation.id());
            boolean wentOut = !spans.get(relation.subject()).isEmpty()
                    && !spans.get(relation.object()).isEmpty();
            if (statement == null || !wentOut) {
                continue;
            }
            String property = Brat.property(document, relation);
            boolean kept = after.links().stream()
                    .anyMatch(
                            link -> means(link, property, spans.get(relation.subject()), spans.get(relation.object())));
            decisions.add(new StatementDecision(
                    document.id(),
                    statement,
                    kept ? StatementDecision.Verdict.ACCEPTED : StatementDecision.Verdict.REJECTED,
                    name(document, relation.subject()) + " " + property + " " + name(document, relation.object())));
        }
        decisions.sort(Comparator.comparing(StatementDecision::statement));
        return decisions;
    }

    private boolean means(
            Annotations.Link link, String property, Set<List<Integer>> subject, Set<List<Integer>> object) {
        boolean symmetric = RelationSchema.standard().types().stream()
                .anyMatch(type -> type.property().equals(Optional.of(property)) && type.symmetric());
        return link.property().equals(property)
                && ((shares(link.subject(), subject) && shares(link.object(), object))
                        || (symmetric && shares(link.subject(), object) && shares(link.object(), subject)));
    }

    private boolean shares(int chain, Set<List<Integer>> spans) {
        return after.chains().get(chain).stream().anyMatch(span -> spans.contains(List.of(span.start(), span.end())));
    }

    private static String name(ExtractionDocument document, String chain) {
        return document.chains().stream()
                .filter(c -> c.id().equals(chain))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /**
     * The document as the annotator has it, every confidence 1, without the regions, on which a text tool says nothing.
     *
     * @throws IllegalArgumentException when a relation has no type in the schema between its entities
     */
    ExtractionDocument corrected() {
        ExtractionDocument document = before.document();
        CodePoints points = new CodePoints(document.text());
        Map<List<Integer>, Mention> mentions = new LinkedHashMap<>();
        List<EntityChain> chains = new ArrayList<>();
        for (List<Annotations.Span> spans : after.chains()) {
            EntityType type = spans.get(0).type();
            List<String> ids = new ArrayList<>();
            for (Annotations.Span span : spans) {
                List<Integer> key = List.of(span.start(), span.end());
                if (!mentions.containsKey(key)) {
                    Mention mention = new Mention(
                            "m" + mentions.size(),
                            type,
                            span.start(),
                            span.end(),
                            points.slice(span.start(), span.end()),
                            1);
                    mentions.put(key, mention);
                    ids.add(mention.id());
                }
            }
            String name = spans.stream()
                    .max(Comparator.comparingInt(span -> span.end() - span.start()))
                    .map(span -> points.slice(span.start(), span.end()))
                    .orElseThrow();
            chains.add(
                    ids.isEmpty()
                            ? null
                            : new EntityChain("c" + chains.size(), type, name.isBlank() ? "?" : name, ids));
        }
        List<Relation> relations = new ArrayList<>();
        for (Annotations.Link link : after.links()) {
            EntityChain subject = chains.get(link.subject());
            EntityChain object = chains.get(link.object());
            if (subject != null && object != null) {
                relations.add(relation("r" + relations.size(), link, subject, object));
            }
        }
        return new ExtractionDocument(
                document.id(),
                document.version(),
                document.language(),
                document.headline(),
                document.published(),
                document.source(),
                document.url(),
                document.text(),
                document.media(),
                List.copyOf(mentions.values()),
                chains.stream().filter(java.util.Objects::nonNull).toList(),
                relations,
                List.of(),
                List.of());
    }

    private Relation relation(String id, Annotations.Link link, EntityChain subject, EntityChain object) {
        String type = ItemDocuments.typeName(link.property(), subject.type(), object.type())
                .orElseThrow(() ->
                        new IllegalArgumentException("item " + before.document().id() + " has the relation "
                                + link.property() + " between " + subject.name() + " (" + subject.type() + ") and "
                                + object.name() + " (" + object.type() + "), which the schema does not know: known are "
                                + known(subject.type(), object.type())));
        return new Relation(
                id,
                type,
                subject.id(),
                object.id(),
                1,
                List.of(
                        EvidenceRef.ofMention(subject.mentions().get(0), 0.5),
                        EvidenceRef.ofMention(object.mentions().get(0), 0.5)));
    }

    private static String known(EntityType subject, EntityType object) {
        Set<String> names = new LinkedHashSet<>();
        for (RelationType type : RelationSchema.standard().types()) {
            if (type.admits(subject, object)) {
                type.property().ifPresent(names::add);
            }
        }
        return names.isEmpty() ? "none between these" : String.join(", ", names);
    }
}
