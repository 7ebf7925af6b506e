package org.newsreel.training.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.training.made.Tongue;

class SeeingTest {
    @TempDir
    private Path directory;

    /** About a minute. The whole table takes an hour: {@code newsreel ablate}. */
    @Test
    void aNetworkThatSeesBeatsItsTextAloneByFivePointsOnTheMadeWorld() {
        RunFile file = new RunFile(directory.resolve("runs.tsv"));
        new Ablation(1, 750, 450, OptionalInt.of(6), OptionalDouble.of(2e-3), Set.of(Trial.WHOLE, Trial.TEXT))
                .run(PostTrials.hmnet(Tongue.ENGLISH), Tongue.ENGLISH, file, line -> {});

        List<Run> runs = file.read();
        Map<String, Double> f1 = runs.stream().collect(Collectors.toMap(Run::row, Run::f1));
        assertThat(f1.get(Trial.WHOLE)).isGreaterThan(f1.get(Trial.TEXT) + 5);
        // What the text tells is learnt without pictures, too.
        assertThat(f1.get(Trial.TEXT)).isGreaterThan(50);
    }
}
