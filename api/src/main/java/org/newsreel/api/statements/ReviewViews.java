package org.newsreel.api.statements;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.newsreel.api.service.OpenStore;
import org.newsreel.kg.merge.FactChanges;
import org.newsreel.kg.merge.Review;
import org.newsreel.kg.merge.StatedFact;

/** Says decisions and what they changed, with names. Thread safe. */
@Singleton
public class ReviewViews {
    private final OpenStore store;

    @Inject
    ReviewViews(OpenStore store) {
        this.store = store;
    }

    /** A statement as it stands now. */
    StatementView statement(
            String iri, Optional<StatedFact> stated, Optional<Review> review, Optional<FactChanges> changes) {
        return store.read(() -> {
            FactReader facts = new FactReader(store.dataset());
            return new StatementView(
                    iri,
                    stated.map(StatedFact::item),
                    stated.map(StatedFact::fact).map(facts::view),
                    stated.flatMap(StatedFact::reading).map(facts::view),
                    review.map(kept -> view(kept, facts)).stream().toList(),
                    changes.map(changed -> view(changed, facts)));
        });
    }

    /** A decision on its own. */
    public StatementView.DecisionView decision(Review review) {
        return store.read(() -> view(review, new FactReader(store.dataset())));
    }

    /** What a decision did. */
    public StatementView.ChangeView changes(FactChanges changes) {
        return store.read(() -> view(changes, new FactReader(store.dataset())));
    }

    private static StatementView.DecisionView view(Review review, FactReader facts) {
        return new StatementView.DecisionView(
                review.decision().word(),
                review.reviewer(),
                review.at().toString(),
                review.note(),
                review.instead().map(facts::view));
    }

    private static StatementView.ChangeView view(FactChanges changes, FactReader facts) {
        return new StatementView.ChangeView(
                changes.added().stream().map(facts::view).toList(),
                changes.removed().stream().map(facts::view).toList());
    }

    /** Who decides: the name of the key. */
    public static String reviewer(org.newsreel.api.service.Caller caller) {
        return caller.holder()
                .map(holder -> holder.name())
                .filter(name -> !name.isBlank())
                .orElse("unknown");
    }
}
