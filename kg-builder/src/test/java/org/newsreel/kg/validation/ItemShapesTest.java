package org.newsreel.kg.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.newsreel.kg.Documents;
import org.newsreel.kg.graph.ItemGraphBuilder;

class ItemShapesTest {
    @Test
    void passesWhatTheBuilderMakesOfAnyDocument() {
        for (int seed = 0; seed < 150; seed++) {
            assertThat(ItemShapes.violations(ItemGraphBuilder.build(Documents.random("item " + seed, seed))
                            .graph()))
                    .as("document with seed %s", seed)
                    .isEmpty();
        }
    }
}
