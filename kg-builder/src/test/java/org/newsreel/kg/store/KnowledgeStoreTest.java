package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.kg.provenance.Evidence;
import org.newsreel.kg.provenance.ExplainedStatement;
import org.newsreel.kg.provenance.Explanations;

class KnowledgeStoreTest {
    @TempDir
    Path directory;

    @Test
    void explainsAFactOfAnItemThatWasAddedAndReopened() {
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            assertThat(store.add(List.of(Documents.small("a"))).added()).containsExactly("a");
            assertThat(store.add(List.of(Documents.small("a"))).skipped()).containsExactly("a");
        }
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory.resolve("store"))) {
            assertThat(store.items()).containsExactly("a");
            List<ExplainedStatement> found =
                    Explanations.explain(store.dataset(), "mira holm", "member of", "the Tidewater Institute");
            assertThat(found).hasSize(1);
            assertThat(found.get(0).evidence()).hasSize(3);
            assertThat(found.get(0).evidence().get(0)).isInstanceOf(Evidence.OfText.class);
            assertThat(store.forget("a")).isTrue();
            assertThat(store.items()).isEmpty();
        }
    }

    @Test
    void saysWhichProcessHoldsAStore() {
        try (KnowledgeStore store = KnowledgeStore.open(directory)) {
            assertThatThrownBy(() -> KnowledgeStore.open(directory))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by this process");
            assertThat(store.items()).isEmpty();
        }
    }
}
