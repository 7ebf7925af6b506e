package org.newsreel.kg.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.newsreel.kg.merge.Decided;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.merge.FactChanges;
import org.newsreel.kg.merge.IdentityLink;
import org.newsreel.kg.merge.Members;
import org.newsreel.kg.merge.OwnLinks;
import org.newsreel.kg.merge.Review;
import org.newsreel.kg.merge.StatedFact;
import org.newsreel.kg.store.KnowledgeStore;

/**
 * Where decisions on statements and on who is who come in, are looked up and are taken back. Statements may be named by
 * their own IRI or by that of the restated one that the merged graph shows. Thread safe.
 */
public final class ReviewDesk {
    private static final FactChanges NO_CHANGES = new FactChanges(List.of(), List.of());

    private final KnowledgeStore store;

    /** Over an open store. */
    public ReviewDesk(KnowledgeStore store) {
        this.store = store;
    }

    /**
     * Decides on a statement: {@link Decision#ACCEPTED}, {@link Decision#REJECTED}, or, with a correction,
     * {@link Decision#CORRECTED}.
     *
     * @throws NoSuchElementException when no item makes the statement now
     * @throws IllegalArgumentException when the vocabulary does not allow what the correction says, or it says nothing
     */
    public ReviewOutcome decide(
            String statement,
            Decision decision,
            Optional<Correction> correction,
            String reviewer,
            Optional<String> note) {
        String iri = ReviewTerms.iri(statement);
        StatedFact stated = statement(iri)
                .orElseThrow(() ->
                        new NoSuchElementException("no item here makes the statement " + iri + ": check its IRI"));
        return keep(new Review(
                decision,
                List.of(stated.iri()),
                correction.map(right -> corrected(stated.fact(), right)),
                ReviewTerms.words(reviewer, "reviewer's name"),
                Instant.now(),
                ReviewTerms.note(note)));
    }

    private static Triple corrected(Triple fact, Correction right) {
        if (right.isEmpty()) {
            throw new IllegalArgumentException(
                    "a correction says what is right instead: give a subject, predicate or object");
        }
        Node property = right.predicate().map(ReviewTerms::property).orElse(fact.getPredicate());
        Triple corrected = Triple.create(
                right.subject()
                        .map(ReviewTerms::iri)
                        .map(NodeFactory::createURI)
                        .orElse(fact.getSubject()),
                property,
                right.object().map(term -> ReviewTerms.object(property, term)).orElse(fact.getObject()));
        if (corrected.equals(fact)) {
            throw new IllegalArgumentException("the correction says what the statement says: accept it instead");
        }
        return corrected;
    }

    /**
     * Decides whether two entities are one: {@link Decision#SAME} or {@link Decision#DIFFERENT}. One of them may be an
     * enterprise's own: then the merged graph stays as it is, and the link says what was decided.
     *
     * @throws IllegalArgumentException when one is not here or their types differ
     */
    public ReviewOutcome decide(String one, String other, Decision decision, String reviewer, Optional<String> note) {
        return keep(new Review(
                decision,
                List.of(ReviewTerms.iri(one), ReviewTerms.iri(other)),
                Optional.empty(),
                ReviewTerms.words(reviewer, "reviewer's name"),
                Instant.now(),
                ReviewTerms.note(note)));
    }

    private ReviewOutcome keep(Review review) {
        if (OwnLinks.isPair(review.targets())) {
            write(links -> {
                links.decide(review);
                return true;
            });
            return new ReviewOutcome(review, NO_CHANGES);
        }
        return new ReviewOutcome(review, store.review(review));
    }

    /**
     * Takes a decision back; empty when nobody decided on that.
     *
     * @param targets a statement, or two entities
     */
    public Optional<ReviewOutcome> withdraw(List<String> targets) {
        List<String> iris = targets.stream().map(ReviewTerms::iri).toList();
        if (OwnLinks.isPair(iris)) {
            Optional<Review> kept = Txn.calculateRead(graphs(), () -> new OwnLinks(graphs()).on(iris));
            return kept.filter(review -> write(links -> links.withdraw(iris)))
                    .map(review -> new ReviewOutcome(review, NO_CHANGES));
        }
        List<String> own = iris.size() == 1
                ? List.of(statement(iris.get(0)).map(StatedFact::iri).orElse(iris.get(0)))
                : iris;
        Optional<Review> review = read(decided -> decided.on(own));
        Optional<FactChanges> changes = review.isEmpty() ? Optional.empty() : store.withdraw(own);
        return changes.map(changed -> new ReviewOutcome(review.orElseThrow(), changed));
    }

    /** A statement that an item makes now. */
    public Optional<StatedFact> statement(String statement) {
        String iri = ReviewTerms.iri(statement);
        return read(decided -> decided.statement(iri));
    }

    /** The decision on a statement, also when its item is gone. */
    public Optional<Review> on(String statement) {
        String iri = ReviewTerms.iri(statement);
        return read(decided ->
                decided.on(List.of(decided.statement(iri).map(StatedFact::iri).orElse(iri))));
    }

    /** All decisions. */
    public List<Review> reviews() {
        return store.reviews();
    }

    /** Pairs that are {@code merged}, {@code apart} or {@code possible}, the likeliest first. */
    public List<IdentityLink> links(String status) {
        return Txn.calculateRead(
                graphs(),
                () -> likeliest(new Decided(graphs()).links(status), new OwnLinks(graphs()).ofStatus(status)));
    }

    /** All pairs with an entity or with one that the merged graph takes for the same, the likeliest first. */
    public List<IdentityLink> linksOf(String entity) {
        Node node = NodeFactory.createURI(ReviewTerms.iri(entity));
        return Txn.calculateRead(graphs(), () -> {
            List<Node> members = Members.of(graphs(), Members.representative(graphs(), node));
            return likeliest(new Decided(graphs()).linksOf(members), new OwnLinks(graphs()).of(members));
        });
    }

    private static List<IdentityLink> likeliest(List<IdentityLink> one, List<IdentityLink> other) {
        // Each is in order already, and equals stay so.
        return Stream.concat(one.stream(), other.stream())
                .sorted(Comparator.comparingDouble(IdentityLink::score).reversed())
                .toList();
    }

    private boolean write(Predicate<OwnLinks> work) {
        return Txn.calculateWrite(graphs(), () -> work.test(new OwnLinks(graphs())));
    }

    private DatasetGraph graphs() {
        return store.dataset().asDatasetGraph();
    }

    private <T> T read(Function<Decided, T> question) {
        return Txn.calculateRead(graphs(), () -> question.apply(new Decided(graphs())));
    }
}
