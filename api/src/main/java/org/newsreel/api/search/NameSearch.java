package org.newsreel.api.search;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.StoreUser;
import org.newsreel.kg.search.Answer;
import org.newsreel.kg.search.Figures;
import org.newsreel.kg.search.Newest;
import org.newsreel.kg.search.Question;
import org.newsreel.kg.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one index of names that the service asks. Thread safe. */
@Singleton
public class NameSearch implements StoreUser {
    private static final Logger LOG = LoggerFactory.getLogger(NameSearch.class);

    private final OpenStore store;
    private SearchIndex index;
    private boolean closed;

    @Inject
    NameSearch(OpenStore store) {
        this.store = store;
    }

    /**
     * Takes in what was committed while nobody served the store, so that the first question need not wait for it. Not before
     * the port is had: a service without one ends at once.
     */
    void start(@ObservesAsync HttpServerStart event) {
        Thread ahead = new Thread(
                () -> {
                    try {
                        figures();
                    } catch (RuntimeException e) {
                        LOG.warn("index of names not made ready: {}", e.getMessage());
                    }
                },
                "newsreel-index-ahead");
        ahead.setDaemon(true);
        ahead.start();
    }

    /** What matches, as the store is now. */
    public Answer search(Question question) {
        return index().search(question);
    }

    /** A stretch of the list of items, as the store is now. */
    public Newest newest(int offset, int limit) {
        return index().newest(offset, limit);
    }

    /** How much there is, as the store is now. */
    public Figures figures() {
        return index().figures();
    }

    private synchronized SearchIndex index() {
        if (closed) {
            throw new IllegalStateException("the service is ending");
        }
        if (index == null) {
            index = SearchIndex.open(store.directory(), store.dataset().asDatasetGraph(), store.changes());
        }
        return index;
    }

    @Override
    public synchronized void letGo() {
        if (index != null) {
            index.close();
            index = null;
        }
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        if (index != null) {
            index.close();
        }
    }
}
