package org.newsreel.kg.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.newsreel.kg.merge.OwnLink;
import org.newsreel.kg.merge.OwnLinks;
import org.newsreel.ontology.claim.EntityType;

/**
 * Proposes links between the graph's entities and an enterprise's. The score is how alike the best two names are, a little
 * less where the source does not tell the type; different types are never linked. A link is accepted only when it scores
 * enough, leads over every rival on both sides by a margin, and its name is one that can identify: one word does not identify a
 * person.
 *
 * @param propose scores from here on are proposed, in (0, 1]
 * @param accept scores from here on may be accepted, in (0, 1]
 */
public record Linker(double propose, double accept) {
    /** What is usual. */
    public static final Linker STANDARD = new Linker(0.75, 0.97);

    private static final double UNTYPED = 0.98;
    /** Of a person's name that many have: enough to propose, too little to rival a full name. */
    private static final double ONE_WORD = 0.85;

    private static final double MARGIN = 0.08;
    private static final int BATCH = 50;
    private static final int MOST_FOR_ONE = 5;

    public Linker {
        if (!(propose > 0 && propose <= accept && accept <= 1)) {
            throw new IllegalArgumentException("0 < propose <= accept <= 1 must hold");
        }
    }

    private record Scored(OwnEntities.Wanted wanted, OwnEntity own, double score, String ours, String theirs) {}

    /** The links that a source gives, by entity and then from the likeliest; nothing is written. */
    public List<OwnLink> propose(DatasetGraph graphs, OwnEntities source) {
        List<OwnEntities.Wanted> all = Txn.calculateRead(graphs, () -> NamedEntities.of(graphs));
        List<List<Scored>> scored = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            List<OwnEntities.Wanted> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            List<Collection<OwnEntity>> candidates = source.candidates(batch);
            for (int i = 0; i < batch.size(); i++) {
                scored.add(score(batch.get(i), candidates.get(i)));
            }
        }
        Map<String, List<Scored>> byOwn = new HashMap<>();
        scored.forEach(list -> list.forEach(s ->
                byOwn.computeIfAbsent(s.own().iri(), k -> new ArrayList<>()).add(s)));
        List<OwnLink> links = new ArrayList<>();
        for (List<Scored> list : scored) {
            list.stream()
                    .limit(MOST_FOR_ONE)
                    .forEach(
                            one -> links.add(link(one, list, byOwn.get(one.own().iri()))));
        }
        return links;
    }

    /** As {@link #propose}, and keeps the links in the store's graphs. */
    public List<OwnLink> link(DatasetGraph graphs, OwnEntities source) {
        List<OwnLink> links = propose(graphs, source);
        Txn.executeWrite(graphs, () -> new OwnLinks(graphs).replace(source.name(), links));
        return links;
    }

    private List<Scored> score(OwnEntities.Wanted wanted, Collection<OwnEntity> candidates) {
        List<Scored> scored = new ArrayList<>();
        for (OwnEntity own : candidates) {
            if (own.type().isPresent() && own.type().get() != wanted.type()) {
                continue;
            }
            double best = 0;
            String ours = "";
            String theirs = "";
            for (String a : wanted.names()) {
                for (String b : own.names()) {
                    double likeness = NameLikeness.of(a, b, Optional.of(wanted.type()));
                    if (wanted.type() == EntityType.PER && !(isFullName(a) && isFullName(b))) {
                        likeness *= ONE_WORD;
                    }
                    if (likeness > best) {
                        best = likeness;
                        ours = a;
                        theirs = b;
                    }
                }
            }
            double score = own.type().isPresent() ? best : best * UNTYPED;
            score = Math.round(score * 1e6) / 1e6;
            if (score >= propose) {
                scored.add(new Scored(wanted, own, score, ours, theirs));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(s -> s.own()
                .iri()));
        return scored;
    }

    private OwnLink link(Scored one, List<Scored> ofOurs, List<Scored> ofTheirs) {
        List<String> reasons = new ArrayList<>();
        reasons.add(
                one.score() >= UNTYPED
                        ? "for: the same name, " + one.ours()
                        : "for: alike names, " + one.ours() + " and " + one.theirs());
        reasons.add(one.own().type().isPresent() ? "for: the same type" : "against: the source tells no type");
        boolean rivalled = hasRival(one, ofOurs) || hasRival(one, ofTheirs);
        if (rivalled) {
            reasons.add("against: another comes near");
        }
        boolean identifies = one.wanted().type() != EntityType.PER || isFullName(one.ours());
        if (!identifies) {
            reasons.add("against: one word does not identify a person");
        }
        return new OwnLink(
                one.wanted().iri(),
                one.own().iri(),
                one.own().names().get(0),
                one.score(),
                reasons,
                one.score() >= accept && !rivalled && identifies);
    }

    private static boolean hasRival(Scored one, List<Scored> others) {
        return others.stream().anyMatch(rival -> rival != one && rival.score() > one.score() - MARGIN);
    }

    private static boolean isFullName(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        boolean han = plain.codePoints().allMatch(Character::isIdeographic);
        return han ? plain.codePointCount(0, plain.length()) > 2 : plain.matches(".*\\p{L}{2}.*[\\s·].*\\p{L}{2}.*");
    }
}
