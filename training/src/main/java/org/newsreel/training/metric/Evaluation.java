package org.newsreel.training.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.Relation;

/** All metrics over the documents of a corpus. */
public final class Evaluation {
    private final EntityMetric entities = new EntityMetric();
    private final ChainMetric chains = new ChainMetric();
    private final LabelSpace space;
    private final RelationMetric relations;
    private final UnseenRelationMetric unseen;
    private final ErrorAnalysis errors;
    private boolean training;
    private int documents;
    private int failed;

    /** Of mentions and relations as a label space calls them; gold ones that it does not know do not count. */
    public Evaluation(LabelSpace space) {
        this.space = space;
        RelationLabels labels = new RelationLabels(space.relations());
        this.relations = new RelationMetric(labels);
        this.unseen = new UnseenRelationMetric(labels);
        this.errors = new ErrorAnalysis(
                space.types()::contains,
                space.relations()::contains,
                name -> labels.indexOf(name) >= 0 && labels.symmetric(labels.indexOf(name)));
    }

    /** Adds a document that was trained on, before any is measured, so that its facts can be told from others. */
    public void see(GoldDocument trained) {
        training = true;
        unseen.see(known(trained), names(trained));
    }

    private List<Relation> known(GoldDocument document) {
        return document.relations().stream()
                .filter(r -> space.relations().contains(r.type()))
                .toList();
    }

    /** What each chain is called. */
    private static Map<String, Set<String>> names(GoldDocument document) {
        Map<String, String> texts = new HashMap<>();
        document.mentions().forEach(mention -> texts.put(mention.id(), mention.text()));
        Map<String, Set<String>> names = new HashMap<>();
        document.chains()
                .forEach(chain -> names.put(
                        chain.id(), chain.mentions().stream().map(texts::get).collect(Collectors.toSet())));
        return names;
    }

    /** Adds a document with what was found in it. */
    public void add(GoldDocument gold, TextClaims found) {
        add(gold, found, found);
    }

    /** Adds a document whose relations were found over other mentions and chains than {@code found}'s. */
    public void add(GoldDocument gold, TextClaims found, TextClaims related) {
        documents++;
        entities.add(
                gold.mentions().stream()
                        .filter(m -> space.types().contains(m.type()))
                        .toList(),
                found.mentions());
        Map<String, Set<Span>> goldChains = Span.ofChains(gold.mentions(), gold.chains());
        chains.add(
                goldChains.values(),
                Span.ofChains(found.mentions(), found.chains()).values());
        RelationMetric.Side goldSide = new RelationMetric.Side(known(gold), goldChains);
        RelationMetric.Side foundSide =
                new RelationMetric.Side(related.relations(), Span.ofChains(related.mentions(), related.chains()));
        relations.add(goldSide, foundSide);
        if (training) {
            unseen.add(goldSide, names(gold), foundSide);
        }
        errors.add(gold, found, related);
    }

    /** Counts a document that could not be read or extracted. */
    public void addFailure() {
        failed++;
    }

    /** Documents that count in the figures. */
    public int documents() {
        return documents;
    }

    public int failed() {
        return failed;
    }

    public Score entities() {
        return entities.score();
    }

    /** Classes of errors, confidences, and what rules make of the same mentions. */
    public ErrorAnalysis errors() {
        return errors;
    }

    public ChainMetric chains() {
        return chains;
    }

    public Score relations() {
        return relations.score();
    }

    /** Relations whose facts training did not state (DocRED's Ign); absent when no training was given. */
    public Optional<Score> unseenRelations() {
        return training ? Optional.of(unseen.score()) : Optional.empty();
    }
}
