package org.newsreel.api.overview;

import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Keeps the counts until the graph changes: they walk whole indexes. Thread safe; callers wait for one count. */
@Singleton
class CountedOnce {
    static final TermView.Terms TERMS = OntologyTerms.read();

    private long change = -1;
    private OverviewView known;

    /** The counts as of a change, by its number. */
    synchronized OverviewView at(long newest, Supplier<OverviewView> count) {
        if (known == null || change != newest) {
            known = count.get();
            change = newest;
        }
        return known;
    }
}
