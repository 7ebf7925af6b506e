package org.newsreel.training.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;

/** Entities: a mention is right when its span and its type are. */
public final class EntityMetric {
    private record Typed(Span span, EntityType type) {}

    private final Tally tally = new Tally();

    /** Adds a document. */
    public void add(List<Mention> gold, List<Mention> found) {
        Set<Typed> wanted = typed(gold);
        Set<Typed> given = typed(found);
        long right = given.stream().filter(wanted::contains).count();
        tally.precision(right, given.size());
        tally.recall(right, wanted.size());
    }

    private static Set<Typed> typed(List<Mention> mentions) {
        Set<Typed> typed = new HashSet<>();
        mentions.forEach(m -> typed.add(new Typed(Span.of(m), m.type())));
        return typed;
    }

    public Score score() {
        return tally.score();
    }
}
