package org.newsreel.training.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.ontology.claim.Relation;

/**
 * Ign F1 of DocRED (Yao et al. 2019, section 5.1), which MDocRE takes over: like {@link RelationMetric}, but a right
 * relation counts for precision only when training had no relation of that type between two entities of those names.
 * Recall is that of all gold relations, as DocRED's own scorer has it.
 */
public final class UnseenRelationMetric {
    /** Two names that a type holds between. */
    private record Fact(String subject, String object, String type) {}

    private final Tally tally = new Tally();
    private final RelationLabels labels;
    private final RelationMatch match;
    private final Set<Fact> seen = new HashSet<>();

    /** A metric for relations of these types that has seen nothing yet. */
    public UnseenRelationMetric(RelationLabels labels) {
        this.labels = labels;
        this.match = new RelationMatch(labels);
    }

    /**
     * Adds a document of the training part.
     *
     * @param names of each chain that the relations name, as its mentions write them
     */
    public void see(List<Relation> relations, Map<String, Set<String>> names) {
        for (Relation relation : relations) {
            for (String subject : names.get(relation.subject())) {
                for (String object : names.get(relation.object())) {
                    seen.add(new Fact(subject, object, relation.type()));
                    int type = labels.indexOf(relation.type());
                    if (type >= 0 && labels.symmetric(type)) {
                        seen.add(new Fact(object, subject, relation.type()));
                    }
                }
            }
        }
    }

    /**
     * Adds a document to be measured.
     *
     * @param goldNames names of each gold chain
     */
    public void add(RelationMetric.Side gold, Map<String, Set<String>> goldNames, RelationMetric.Side found) {
        long right = 0;
        long known = 0;
        for (Relation one : found.relations()) {
            List<Relation> same = gold.relations().stream()
                    .filter(other -> match.matches(one, found.chains(), other, gold.chains()))
                    .toList();
            right += same.isEmpty() ? 0 : 1;
            known += same.stream().anyMatch(other -> seen(other, goldNames)) ? 1 : 0;
        }
        long recalled = gold.relations().stream()
                .filter(one -> found.relations().stream()
                        .anyMatch(other -> match.matches(one, gold.chains(), other, found.chains())))
                .count();
        tally.precision(right - known, found.relations().size() - known);
        tally.recall(recalled, gold.relations().size());
    }

    private boolean seen(Relation relation, Map<String, Set<String>> names) {
        return names.get(relation.subject()).stream().anyMatch(subject -> names.get(relation.object()).stream()
                .anyMatch(object -> seen.contains(new Fact(subject, object, relation.type()))));
    }

    public Score score() {
        return tally.score();
    }
}
