package org.newsreel.api.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.newsreel.api.service.OpenStore;
import org.newsreel.kg.search.Answer;
import org.newsreel.kg.search.Question;
import org.newsreel.kg.search.SearchIndex;

/** The one index of names that the service asks, opened with the first question. Thread safe. */
@Singleton
public class NameSearch {
    private final OpenStore store;
    private SearchIndex index;

    @Inject
    NameSearch(OpenStore store) {
        this.store = store;
    }

    /** What matches, as the store is now. */
    public Answer search(Question question) {
        return index().search(question);
    }

    private synchronized SearchIndex index() {
        if (index == null) {
            index = SearchIndex.open(store.directory(), store.dataset().asDatasetGraph(), store.changes());
        }
        return index;
    }

    @PreDestroy
    synchronized void close() {
        if (index != null) {
            index.close();
        }
    }
}
