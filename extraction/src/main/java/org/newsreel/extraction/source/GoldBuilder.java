package org.newsreel.extraction.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/** Collects a document's annotations and gives them ids in the order of the text. */
final class GoldBuilder {
    private record Span(int start, int end) {}

    private record Chain(EntityType type, Set<Span> spans) {}

    private record Link(int subject, int object, String type) {}

    private final CodePoints points;
    private final List<Chain> chains = new ArrayList<>();
    private final Set<Link> links = new LinkedHashSet<>();

    GoldBuilder(String text) {
        this.points = new CodePoints(text);
    }

    /** Begins a chain and gives its number. */
    int chain(EntityType type) {
        chains.add(new Chain(type, new LinkedHashSet<>()));
        return chains.size() - 1;
    }

    /** Adds a mention by code points to a chain. */
    void mention(int chain, int start, int end) {
        if (start < 0 || end <= start || end > points.length()) {
            throw new IllegalArgumentException(
                    "a mention has the span [" + start + ", " + end + ") in a text of " + points.length());
        }
        chains.get(chain).spans().add(new Span(start, end));
    }

    EntityType type(int chain) {
        return chains.get(chain).type();
    }

    void relation(int subject, int object, String type) {
        if (subject != object) {
            links.add(new Link(subject, object, type));
        }
    }

    GoldDocument build(NewsItem item) {
        Set<Span> all = new LinkedHashSet<>();
        Map<Span, EntityType> types = new HashMap<>();
        for (Chain chain : chains) {
            for (Span span : chain.spans()) {
                all.add(span);
                types.putIfAbsent(span, chain.type());
            }
        }
        List<Span> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        List<Mention> mentions = new ArrayList<>();
        Map<Span, String> ids = new HashMap<>();
        for (Span span : ordered) {
            String id = "m" + mentions.size();
            ids.put(span, id);
            mentions.add(new Mention(
                    id, types.get(span), span.start(), span.end(), points.slice(span.start(), span.end()), 1));
        }

        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < chains.size(); c++) {
            order.add(c);
        }
        order.sort(Comparator.comparingInt(c -> firstStart(chains.get(c))));
        Map<Integer, Integer> rank = new HashMap<>();
        List<EntityChain> entityChains = new ArrayList<>();
        Set<Span> taken = new java.util.HashSet<>();
        for (int c : order) {
            List<Span> spans = chains.get(c).spans().stream()
                    .filter(taken::add)
                    .sorted(Comparator.comparingInt(Span::start))
                    .toList();
            if (spans.isEmpty()) {
                continue;
            }
            rank.put(c, entityChains.size());
            Span longest = spans.stream()
                    .max(Comparator.comparingInt(s -> s.end() - s.start()))
                    .orElseThrow();
            String name = points.slice(longest.start(), longest.end());
            entityChains.add(new EntityChain(
                    "c" + entityChains.size(),
                    chains.get(c).type(),
                    name.isBlank() ? "?" : name,
                    spans.stream().map(ids::get).toList()));
        }
        List<Relation> relations = new ArrayList<>();
        for (Link link : links) {
            Integer subject = rank.get(link.subject());
            Integer object = rank.get(link.object());
            if (subject == null || object == null) {
                continue;
            }
            EntityChain from = entityChains.get(subject);
            EntityChain to = entityChains.get(object);
            relations.add(new Relation(
                    "r" + relations.size(),
                    link.type(),
                    from.id(),
                    to.id(),
                    1,
                    List.of(
                            EvidenceRef.ofMention(from.mentions().get(0), 0.5),
                            EvidenceRef.ofMention(to.mentions().get(0), 0.5))));
        }
        return new GoldDocument(item, mentions, entityChains, relations, List.of());
    }

    private static int firstStart(Chain chain) {
        return chain.spans().stream().mapToInt(Span::start).min().orElse(Integer.MAX_VALUE);
    }
}
