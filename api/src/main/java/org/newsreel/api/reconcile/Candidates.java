package org.newsreel.api.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsreel.api.search.NameSearch;
import org.newsreel.kg.linking.NameLikeness;
import org.newsreel.kg.search.Hit;
import org.newsreel.kg.search.Question;
import org.newsreel.ontology.claim.EntityType;

/**
 * Finds and rates candidates. The score, from 0 to 100, is how alike the names are; given properties count as much as three
 * tenths of it, and a type that was not asked for halves it. A candidate is a match when its name is the same, all properties
 * that were given agree, and no other candidate comes near.
 */
final class Candidates {
    private static final int LOOKED_AT = 50;
    private static final double LEAST = 0.35;
    private static final double PROPERTIES = 0.3;
    private static final double SAME = 0.985;
    private static final double AGREES = 0.9;
    private static final double MARGIN = 5;

    private final NameSearch names;
    private final MergedFacts facts;

    Candidates(NameSearch names, MergedFacts facts) {
        this.names = names;
        this.facts = facts;
    }

    /** What a candidate was rated by. */
    record Feature(String id, double value) {}

    /** A candidate as the API shows it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Candidate(
            String id,
            String name,
            String description,
            List<ReconcileIds.TypeView> type,
            double score,
            List<Feature> features,
            @JsonInclude(JsonInclude.Include.ALWAYS) boolean match) {
        Candidate matching() {
            return new Candidate(id, name, description, type, score, features, true);
        }
    }

    private record Rated(Candidate candidate, double likeness, double agreement) {}

    /** The candidates for a query, the best first. */
    List<Candidate> of(ReconcileQuery query) {
        List<EntityType> types = query.types().stream()
                .flatMap(id -> ReconcileIds.type(id).stream())
                .toList();
        if (!query.types().isEmpty() && types.isEmpty() && query.strict()) {
            return List.of();
        }
        List<Rated> rated = new ArrayList<>();
        found(query, types).forEach((iri, hit) -> rate(query, types, hit).ifPresent(rated::add));
        rated.sort(Comparator.comparingDouble((Rated r) -> r.candidate().score())
                .reversed()
                .thenComparing(r -> r.candidate().id()));
        List<Candidate> shown = new ArrayList<>(
                rated.stream().limit(query.limit()).map(Rated::candidate).toList());
        if (!rated.isEmpty()) {
            Rated first = rated.get(0);
            boolean alone = rated.size() == 1
                    || first.candidate().score() - rated.get(1).candidate().score() > MARGIN;
            if (alone && first.likeness() >= SAME && first.agreement() >= AGREES) {
                shown.set(0, first.candidate().matching());
            }
        }
        return shown;
    }

    /** What the index has: by the text, or else by a value of a property. */
    private Map<String, Hit> found(ReconcileQuery query, List<EntityType> types) {
        Map<String, Hit> found = new LinkedHashMap<>();
        Optional<EntityType> only = types.size() == 1 && query.strict() ? Optional.of(types.get(0)) : Optional.empty();
        if (!query.text().isBlank()) {
            names.search(Question.entities(query.text(), only, LOOKED_AT))
                    .hits()
                    .forEach(hit -> found.put(hit.id(), hit));
            // A name with a word too many, such as a title or a legal form, is found by its parts.
            for (String word : query.text().split("[\\s,·]+")) {
                if (found.size() < LOOKED_AT / 2 && word.length() > 2 && !word.equals(query.text())) {
                    names.search(Question.entities(word, only, LOOKED_AT / 2))
                            .hits()
                            .forEach(hit -> found.putIfAbsent(hit.id(), hit));
                }
            }
        }
        return found;
    }

    private Optional<Rated> rate(ReconcileQuery query, List<EntityType> types, Hit hit) {
        boolean typed = types.isEmpty() || hit.type().filter(types::contains).isPresent();
        if (!typed && query.strict()) {
            return Optional.empty();
        }
        double likeness = NameLikeness.best(query.text(), hit.names(), hit.type());
        if (likeness < LEAST) {
            return Optional.empty();
        }
        List<Feature> features = new ArrayList<>();
        features.add(new Feature("name", rounded(likeness)));
        double agreement = 1;
        double score = likeness;
        if (!query.properties().isEmpty()) {
            agreement = agreement(NodeFactory.createURI(hit.id()), query.properties());
            features.add(new Feature("properties", rounded(agreement)));
            score = likeness * (1 - PROPERTIES + PROPERTIES * agreement);
        }
        if (!types.isEmpty()) {
            features.add(new Feature("type", typed ? 1 : 0));
            score = typed ? score : score / 2;
        }
        String description = hit.count() == 1 ? "in 1 item" : "in " + hit.count() + " items";
        return Optional.of(new Rated(
                new Candidate(
                        ReconcileIds.ofEntity(hit.id()),
                        hit.name(),
                        description,
                        hit.type().map(ReconcileIds::type).stream().toList(),
                        rounded(100 * score),
                        features,
                        false),
                likeness,
                typed ? agreement : 0));
    }

    /** The mean over the properties of how well their best value agrees with the graph's. */
    private double agreement(Node entity, Map<String, List<ReconcileQuery.Value>> properties) {
        double sum = 0;
        for (Map.Entry<String, List<ReconcileQuery.Value>> property : properties.entrySet()) {
            List<MergedFacts.Party> values = facts.values(entity, ReconcileIds.term(property.getKey()));
            double best = 0;
            for (ReconcileQuery.Value given : property.getValue()) {
                for (MergedFacts.Party value : values) {
                    best = Math.max(
                            best,
                            !given.id().isEmpty()
                                            && ReconcileIds.entity(given.id()).equals(value.iri())
                                    ? 1
                                    : NameLikeness.of(given.words(), value.name(), Optional.empty()));
                }
            }
            sum += best;
        }
        return sum / properties.size();
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
