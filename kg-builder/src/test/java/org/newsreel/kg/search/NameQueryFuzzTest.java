package org.newsreel.kg.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** What people and programs type into the search, reconciliation queries among it: no text of theirs is a syntax error. */
class NameQueryFuzzTest {
    @FuzzTest
    void asksForAnyWords(FuzzedDataProvider data) {
        String words = data.consumeRemainingAsString();
        assertThat(NameQuery.of(words)).isNotNull();
        assertThat(NameAnalyzer.words(words))
                .allSatisfy(word -> assertThat(word).isNotEmpty());
    }
}
