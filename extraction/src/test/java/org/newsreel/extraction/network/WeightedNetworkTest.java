package org.newsreel.extraction.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.Weights;

class WeightedNetworkTest {
    private static final class Parts extends WeightedNetwork<String> {
        Parts(List<String> closed) {
            super(Device.cpu(), Weights::new);
            weights().in("text").linear("layer", 2, 2);
            weights().in("image").fixed("running", Weights.ONES, 2);
            weights().linear("texts", 2, 2);
            for (String part : List.of("text", "image")) {
                AutoCloseable closing = () -> {
                    assertThat(manager().isOpen()).isTrue();
                    closed.add(part);
                };
                assertThat(owned(closing)).isSameAs(closing);
            }
        }

        @Override
        public NDArray loss(NDManager scratch, List<String> batch) {
            return scratch.create(batch.size());
        }
    }

    @Test
    void partsAreClosedLastFirstAndBeforeTheParameters() {
        List<String> closed = new ArrayList<>();
        Parts network = new Parts(closed);
        network.close();
        assertThat(closed).containsExactly("image", "text");
        assertThat(network.manager().isOpen()).isFalse();
    }

    @Test
    void aPartThatDoesNotCloseIsReported() {
        Parts network = new Parts(new ArrayList<>());
        network.owned(() -> {
            throw new IOException("stuck");
        });
        assertThatThrownBy(network::close)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("stuck");
        network.close();
        assertThat(network.manager().isOpen()).isFalse();
    }

    @Test
    void encodersArePretrainedAndFixedArraysFrozen() {
        try (Parts network = new Parts(new ArrayList<>())) {
            assertThat(network.byName().keySet())
                    .filteredOn(network::pretrained)
                    .containsExactly("text.layer.weight", "text.layer.bias", "image.running");
            assertThat(network.byName().keySet()).filteredOn(network::frozen).containsExactly("image.running");
        }
    }

    @Test
    void rowsAreThoseOfTheMatrix() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray matrix = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
            assertThat(WeightedNetwork.rows(matrix)).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
        }
    }
}
