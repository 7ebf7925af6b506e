package org.newsreel.ontology.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointsTest {
    private static final String[] PIECES = {"a", " ", "é", "汉", "🎬", "👩‍🚀", "\n", "\uD800", "\uDC00", "𝔘"};

    /** {@link String#offsetByCodePoints} and {@link String#codePointCount} walk the text and are the oracle. */
    @Test
    void agreesWithWalkingTheText() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            StringBuilder made = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                made.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String text = made.toString();
            CodePoints points = new CodePoints(text);
            assertThat(points.length()).as("seed %s", seed).isEqualTo(text.codePointCount(0, text.length()));
            for (int offset = 0; offset <= points.length(); offset++) {
                int index = text.offsetByCodePoints(0, offset);
                assertThat(points.toCharIndex(offset))
                        .as("seed %s offset %s", seed, offset)
                        .isEqualTo(index);
                assertThat(points.toOffset(index))
                        .as("seed %s index %s", seed, index)
                        .isEqualTo(offset);
                boolean pair = index + 1 < text.length() && Character.charCount(text.codePointAt(index)) == 2;
                if (pair) {
                    assertThat(points.toOffset(index + 1))
                            .as("inside a pair, seed %s", seed)
                            .isEqualTo(offset);
                }
            }
            int start = random.nextInt(points.length() + 1);
            int end = start + random.nextInt(points.length() - start + 1);
            assertThat(points.slice(start, end))
                    .isEqualTo(text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)));
        }
    }

    @Test
    void rejectsOffsetsOutsideTheText() {
        CodePoints points = new CodePoints("🎬a");
        assertThat(points.length()).isEqualTo(2);
        assertThatThrownBy(() -> points.toCharIndex(3)).hasMessage("offset 3 is outside a text of 2 code points");
        assertThatThrownBy(() -> points.toCharIndex(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> points.toOffset(4)).hasMessage("index 4 is outside a text of 3 chars");
        assertThatThrownBy(() -> points.toOffset(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
