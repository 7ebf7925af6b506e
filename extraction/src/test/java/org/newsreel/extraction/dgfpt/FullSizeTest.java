package org.newsreel.extraction.dgfpt;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.network.Pixels;

@Tag("slow")
class FullSizeTest {
    /** GPT-2 of 124,439,808 and VGG-16 without its last layer of 4,097,000. */
    private static final long PRETRAINED = 124_439_808L + 138_357_544L - 4_097_000L;

    @Test
    void thePapersNetworkReadsASentenceWithAPictureAndTenObjects() throws Exception {
        List<Admission> relations = Collections.nCopies(23, Admission.ANY);
        Pattern pattern = new Pattern(List.of(1), List.of(2), List.of(2, 3, 4, 5));
        Pixels picture = new Pixels(224, 224, new float[3 * 224 * 224]);
        DgfPtExample example = new DgfPtExample(
                IntStream.range(0, 128).toArray(),
                new DgfPtExample.Span(3, 5),
                new DgfPtExample.Span(60, 62),
                -1,
                -1,
                Optional.of(picture),
                Collections.nCopies(10, new DgfPtExample.Region(new int[] {7}, picture)),
                IntStream.range(10, 22).toArray(),
                0);
        long start = System.nanoTime();
        try (DgfPtNetwork network = new DgfPtNetwork(DgfPtConfig.full(pattern, 4, relations), Device.cpu())) {
            long made = System.nanoTime();
            Map<Boolean, Long> sizes = network.byName().entrySet().stream()
                    .collect(Collectors.partitioningBy(
                            e -> network.frozen(e.getKey()),
                            Collectors.summingLong(
                                    e -> e.getValue().getArray().getShape().size())));
            float[] scores = network.scores(List.of(example))[0];
            long first = System.nanoTime();
            network.scores(List.of(example));
            long second = System.nanoTime();
            assertThat(scores).hasSize(23);
            for (float score : scores) {
                assertThat(score).isFinite();
            }
            assertThat(sizes.get(true)).isEqualTo(PRETRAINED);
            System.out.printf(
                    "DGF-PT at full size: %.1f M parameters that learn, %.1f M frozen; made in %.1f s; one example in %.2f s"
                            + " at first and %.2f s then; %s resident%n",
                    sizes.get(false) / 1e6,
                    sizes.get(true) / 1e6,
                    (made - start) / 1e9,
                    (first - made) / 1e9,
                    (second - first) / 1e9,
                    resident());
        }
    }

    private static String resident() throws Exception {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? "unknown memory"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElse("unknown memory")
                        .replaceAll("\\s+", " ");
    }
}
