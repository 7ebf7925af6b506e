package org.newsreel.api.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** What strangers write into addresses and headers of pictures and videos. */
class MediaParametersFuzzTest {
    @FuzzTest
    void cutsInsideThePictureOrSaysWhyNot(FuzzedDataProvider data) {
        int width = data.consumeInt(1, 20_000);
        int height = data.consumeInt(1, 20_000);
        int[] cut;
        try {
            cut = Cutout.parse(data.consumeRemainingAsString()).within(width, height);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("xywh");
            return;
        }
        assertThat(cut[0]).isBetween(0, width - 1);
        assertThat(cut[1]).isBetween(0, height - 1);
        assertThat(cut[0] + cut[2]).isBetween(cut[0] + 1, width);
        assertThat(cut[1] + cut[3]).isBetween(cut[1] + 1, height);
    }

    @FuzzTest
    void staysInsideTheFile(FuzzedDataProvider data) {
        long size = data.consumeLong(0, 1L << 40);
        try {
            ByteRange.parse(data.consumeRemainingAsString(), size).ifPresent(range -> {
                assertThat(range.start()).isBetween(0L, size - 1);
                assertThat(range.length()).isBetween(1L, size - range.start());
            });
        } catch (ByteRange.Unsatisfiable e) {
            return; // What the RFC asks for.
        }
    }

    @FuzzTest
    void comparesEntityTags(FuzzedDataProvider data) {
        String tag = "\"" + "0".repeat(64) + "\"";
        String header = data.consumeRemainingAsString();
        boolean matches = EntityTags.matches(header, tag);
        assertThat(matches).isEqualTo(EntityTags.matches(" " + header + " ", tag));
    }
}
