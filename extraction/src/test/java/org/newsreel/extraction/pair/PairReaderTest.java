package org.newsreel.extraction.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.WordShape;

class PairReaderTest {
    private static final int HEAD_START = 1;
    private static final int HEAD_END = 2;
    private static final int TAIL_START = 3;
    private static final int TAIL_END = 4;

    private static TextTokenizer tokenizer;

    @BeforeAll
    static void open() {
        tokenizer = TextTokenizer.pretrained();
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    private static PairInput read(int longest, List<String> tokens, TokenRange head, TokenRange tail) {
        return new PairReader(tokenizer, longest).read(tokens, head, tail);
    }

    /** Markers by id, other pieces by their token's number. */
    private static List<String> shown(PairInput input) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < input.length(); i++) {
            shown.add(input.tokens()[i] >= 0 ? "t" + input.tokens()[i] : Long.toString(input.pieces()[i]));
        }
        return shown;
    }

    @Test
    void markersStandAroundHeadAndTailWhicheverComesFirst() {
        List<String> tokens = List.of("Ann", "met", "Bob", "Stone", "here");
        PairInput input = read(64, tokens, new TokenRange(2, 4), new TokenRange(0, 1));

        assertThat(shown(input)).containsExactly("101", "3", "t0", "4", "t1", "1", "t2", "t3", "2", "t4", "102");
        assertThat(input.pieces()[input.head()]).isEqualTo(HEAD_START);
        assertThat(input.pieces()[input.tail()]).isEqualTo(TAIL_START);
        assertThat(input.rows()[input.head() + 1]).isEqualTo(PairInput.row(PairInput.Role.HEAD, WordShape.TITLE));
        assertThat(input.rows()[input.tail() + 1]).isEqualTo(PairInput.row(PairInput.Role.TAIL, WordShape.TITLE));
        assertThat(input.rows()[4]).isEqualTo(PairInput.row(PairInput.Role.CONTEXT, WordShape.LOWER));
        assertThat(Arrays.stream(input.rows())).allMatch(row -> row >= 0 && row < PairInput.ROWS);
    }

    @Test
    void nestedMentionsKeepAllFourMarkers() {
        List<String> tokens = List.of("University", "of", "Oslo");
        PairInput input = read(64, tokens, new TokenRange(0, 3), new TokenRange(2, 3));

        assertThat(shown(input)).containsExactly("101", "1", "t0", "t1", "3", "t2", "2", "4", "102");
        assertThat(input.rows()[5]).isEqualTo(PairInput.row(PairInput.Role.BOTH, WordShape.TITLE));
        assertThat(input.inHead(5) && input.inTail(5)).isTrue();
        assertThat(input.inHead(2) && !input.inTail(2)).isTrue();
    }

    @Test
    void aLongTextIsReadAroundItsMentions() {
        List<String> tokens = new ArrayList<>(Collections.nCopies(500, "word"));
        tokens.set(100, "Ann");
        tokens.set(400, "Oslo");
        PairInput input = read(40, tokens, new TokenRange(100, 101), new TokenRange(400, 401));

        assertThat(input.length()).isEqualTo(40);
        assertThat(shown(input))
                .contains("t100", "t400", "t99", "t101", "t399", "t401")
                .doesNotContain("t0", "t250");
        assertThat(input.pieces()).contains(HEAD_END, TAIL_END);
    }

    @Test
    void aMentionOfUnreadableCharactersStillHasItsMarkers() {
        PairInput input = read(64, List.of("\u0001", "met", "Bob"), new TokenRange(0, 1), new TokenRange(2, 3));

        assertThat(shown(input)).containsExactly("101", "1", "2", "t1", "3", "t2", "4", "102");
        PairBatch batch = PairBatch.of(List.of(input));
        assertThat(batch.means()[input.head()]).isEqualTo(1);
    }

    @Test
    void linksBecomeOneWordAndRunTogetherWordsTheirParts() {
        assertThat(PostToken.plain("https://t.co/aBcDeF")).isEqualTo("http");
        assertThat(PostToken.plain("GirlPower")).isEqualTo("Girl Power");
        assertThat(PostToken.plain("WeArePWITPower")).isEqualTo("We Are PWIT Power");
        assertThat(PostToken.plain("McCoy")).isEqualTo("McCoy");
        assertThat(PostToken.plain("WASHINGTON")).isEqualTo("WASHINGTON");
        String text = "see \ud83d\ude00 https://t.co/x\ud83d\ude00y or http://a ok";
        String plain = PostToken.withoutLinks(text);
        assertThat(plain).startsWith("see \ud83d\ude00 http ").endsWith(" ok").doesNotContain("t.co");
        assertThat(plain.codePoints().count()).isEqualTo(text.codePoints().count());
    }

    @Test
    void aRangeOutsideTheTokensIsRefused() {
        assertThatThrownBy(() -> read(64, List.of("a", "b"), new TokenRange(0, 1), new TokenRange(1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tail");
        assertThatThrownBy(() -> new TokenRange(2, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
