package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.text.HostileText;

class TextTokenizerTest {
    private static TextTokenizer tokenizer;

    @BeforeAll
    static void open() {
        tokenizer = TextTokenizer.pretrained();
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    private static List<String> words(Words words) {
        return IntStream.range(0, words.count()).mapToObj(words::word).toList();
    }

    @Test
    void offsetsCountCodePointsBehindEmojiAndChinese() {
        Words words = tokenizer.tokenize("Hi \uD83D\uDE00\uD83D\uDE00 北京 Peter's café!");

        assertThat(words(words)).contains("Hi", "北", "京", "Peter", "'", "s", "café", "!");
        int peter = words(words).indexOf("Peter");
        assertThat(words.start(peter)).isEqualTo(9);
        assertThat(words.end(peter)).isEqualTo(14);
    }

    @Test
    void wordsAreAscendingAndKeepTheirTextWhateverComes() {
        for (int seed = 0; seed < 60; seed++) {
            String text = HostileText.of(seed, 300);
            Words words = tokenizer.tokenize(text);
            int end = 0;
            int length = text.codePointCount(0, text.length());
            for (int w = 0; w < words.count(); w++) {
                assertThat(words.start(w)).as("seed %d word %d", seed, w).isGreaterThanOrEqualTo(end);
                assertThat(words.end(w)).isGreaterThan(words.start(w)).isLessThanOrEqualTo(length);
                end = words.end(w);
            }
        }
    }

    @Test
    void aLongTextGoesThroughInBlocksWithTheSameWords() {
        String sentence = "The 😀 mayor of Überlingen met Dr. Smith. ";
        Words one = tokenizer.tokenize(sentence);
        Words many = tokenizer.tokenize(sentence.repeat(2000));

        assertThat(many.count()).isEqualTo(2000 * one.count());
        int last = many.count() - 1;
        assertThat(many.word(last)).isEqualTo(".");
        assertThat(many.start(last))
                .isEqualTo(1999 * sentence.codePointCount(0, sentence.length()) + one.start(one.count() - 1));
    }

    @Test
    void coveringFindsTheWordsThatASpanTouches() {
        Words words = tokenizer.tokenize("New York City");

        assertThat(words.covering(0, 8)).containsExactly(0, 2);
        assertThat(words.covering(5, 6)).containsExactly(1, 2);
        assertThat(words.covering(3, 4)).isEmpty();
        assertThat(words.covering(13, 20)).isEmpty();
    }

    @Test
    void shapesTellHowAWordIsWritten() {
        assertThat(List.of("word", "Word", "NATO", "J", "McCarthy", "1940", "B12", "北", "."))
                .extracting(w -> WordShape.of(w, 0, w.length()))
                .containsExactly(
                        WordShape.LOWER,
                        WordShape.TITLE,
                        WordShape.UPPER,
                        WordShape.INITIAL,
                        WordShape.MIXED,
                        WordShape.DIGITS,
                        WordShape.ALPHANUMERIC,
                        WordShape.CASELESS,
                        WordShape.SYMBOL);
    }

    @Test
    void windowsHoldEveryWordAndOverlap() {
        Words words = tokenizer.tokenize("Anna met Bob in Oslo. ".repeat(300));
        List<Window> windows = Window.covering(words, 5, words.count(), 100);

        assertThat(windows.get(0).from()).isEqualTo(5);
        assertThat(windows.get(windows.size() - 1).to()).isEqualTo(words.count());
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).from())
                    .isLessThan(windows.get(i - 1).to())
                    .isGreaterThan(windows.get(i - 1).from());
            assertThat(windows.get(i).pieces()).isLessThanOrEqualTo(100);
        }
    }
}
