package org.newsreel.extraction.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/** Brings what one model says of another's mentions back to these mentions. */
final class Regrouping {
    private record Span(int start, int end) {
        static Span of(Mention mention) {
            return new Span(mention.start(), mention.end());
        }
    }

    private Regrouping() {}

    /** The ids of {@code own} mentions for those that a model renamed, by the model's ids. */
    private static Map<String, String> ids(TextClaims renamed, List<Mention> own) {
        Map<Span, String> bySpan = new HashMap<>();
        own.forEach(mention -> bySpan.put(Span.of(mention), mention.id()));
        Map<String, String> ids = new HashMap<>();
        renamed.mentions().forEach(mention -> {
            String id = bySpan.get(Span.of(mention));
            if (id != null) {
                ids.put(mention.id(), id);
            }
        });
        return ids;
    }

    /** The chains of a model in ids of {@code own} mentions. */
    static List<List<String>> groups(TextClaims renamed, List<Mention> own) {
        Map<String, String> ids = ids(renamed, own);
        return renamed.chains().stream()
                .map(chain -> chain.mentions().stream()
                        .map(ids::get)
                        .filter(java.util.Objects::nonNull)
                        .toList())
                .filter(chain -> !chain.isEmpty())
                .toList();
    }

    /**
     * Chains of groups of mentions; mentions in no group are in one chain when they have one type and name. A chain is
     * called like its longest mention and has the type of its first.
     */
    static List<EntityChain> chains(List<Mention> mentions, List<List<String>> groups) {
        Map<String, Integer> groupOf = new HashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (String mention : groups.get(g)) {
                groupOf.put(mention, g);
            }
        }
        Map<String, List<Mention>> members = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            Integer group = groupOf.get(mention.id());
            String key = group == null
                    ? "name " + mention.type() + " " + mention.text().toLowerCase(Locale.ROOT)
                    : "group " + group;
            members.computeIfAbsent(key, k -> new ArrayList<>()).add(mention);
        }
        List<EntityChain> chains = new ArrayList<>();
        for (List<Mention> chain : members.values()) {
            String name = chain.stream()
                    .max(Comparator.comparingInt((Mention m) -> m.end() - m.start())
                            .thenComparing(
                                    Comparator.comparingInt(Mention::start).reversed()))
                    .orElseThrow()
                    .text();
            chains.add(new EntityChain(
                    "c" + chains.size(),
                    chain.get(0).type(),
                    name,
                    chain.stream().map(Mention::id).toList()));
        }
        return chains;
    }

    /** A model's relations between {@code chains} of {@code own} mentions. */
    static List<Relation> relations(TextClaims renamed, List<Mention> own, List<EntityChain> chains) {
        Map<String, String> ids = ids(renamed, own);
        Map<String, String> chainOf = new HashMap<>();
        chains.forEach(chain -> chain.mentions().forEach(m -> chainOf.put(m, chain.id())));
        Map<String, Optional<String>> chainIds = new HashMap<>();
        renamed.chains()
                .forEach(chain -> chainIds.put(
                        chain.id(),
                        chain.mentions().stream()
                                .map(ids::get)
                                .map(chainOf::get)
                                .filter(java.util.Objects::nonNull)
                                .findFirst()));
        List<Relation> relations = new ArrayList<>();
        for (Relation relation : renamed.relations()) {
            Optional<String> subject = chainIds.get(relation.subject());
            Optional<String> object = chainIds.get(relation.object());
            if (subject.isPresent() && object.isPresent() && !subject.equals(object)) {
                relations.add(new Relation(
                        "r" + relations.size(),
                        relation.type(),
                        subject.get(),
                        object.get(),
                        relation.confidence(),
                        relation.evidence().stream()
                                .map(e -> EvidenceRef.ofMention(
                                        ids.get(e.mention().orElseThrow()), e.weight()))
                                .toList()));
            }
        }
        return relations;
    }
}
