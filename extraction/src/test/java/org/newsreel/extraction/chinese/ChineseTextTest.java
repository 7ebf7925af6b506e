package org.newsreel.extraction.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.HostileText;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.ontology.claim.EntityType;

class ChineseTextTest {
    private static ChineseAnalyzer analyzer;

    @BeforeAll
    static void load() {
        analyzer = ChineseAnalyzer.load();
    }

    private static MentionView view(String text, String mention) {
        int at = text.indexOf(mention);
        ChineseText read = analyzer.read(text);
        return read.mentions(List.of(new MentionSpan(EntityType.PER, at, at + mention.length())))
                .view(0);
    }

    @Test
    void everyCodePointIsOneCharacterWhateverTheText() {
        for (int seed = 0; seed < 40; seed++) {
            String text = HostileText.of(seed, 60);
            ChineseText read = analyzer.read(text);

            assertThat(read.length()).isEqualTo(text.codePointCount(0, text.length()));
            for (int layer = 0; layer < read.layers(); layer++) {
                int end = 0;
                for (int i = 0; i < read.length(); i = end) {
                    Segmentation.Word word = read.layer(layer).wordAt(i);
                    assertThat(word.start()).isEqualTo(i);
                    end = word.end();
                    assertThat(end).isGreaterThan(i);
                }
            }
            assertThat(read.characterFeatures()).hasNumberOfRows(read.length());
        }
    }

    @Test
    void traditionalAndWideCharactersReadLikeUsualOnes() {
        assertThat(ChineseText.normal("張偉２０２１ＡＢ😀")).isEqualTo("张伟2021ab〓");
    }

    @Test
    void theThesaurusKnowsKinshipByAWordOrItsEnding() {
        Cilin cilin = Cilin.load();

        assertThat(cilin.of("妻子")).anyMatch(code -> code.startsWith("Ah"));
        assertThat(cilin.of("女警员")).isEmpty();
        assertThat(cilin.ofEnding("女警员")).isEqualTo(cilin.of("警员")).isNotEmpty();
    }

    @Test
    void wordsOfOneMeaningShareFeatures() {
        Set<Integer> wife = features("他的妻子来了", 2);
        Set<Integer> husband = features("他的丈夫来了", 2);
        Set<Integer> machine = features("他的电脑来了", 2);

        assertThat(shared(wife, husband)).isGreaterThan(shared(wife, machine));
    }

    private static Set<Integer> features(String text, int character) {
        return Arrays.stream(analyzer.read(text).characterFeatures()[character])
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int shared(Set<Integer> a, Set<Integer> b) {
        Set<Integer> both = new HashSet<>(a);
        both.retainAll(b);
        return both.size();
    }

    @Test
    void aMentionIsANameOrADescription() {
        assertThat(view("昨天律师王建国来到北京。", "律师王建国").name()).isEqualTo("王建国");
        assertThat(view("一名警员走了过来。", "一名警员").named()).isFalse();
        assertThat(view("一名警员走了过来。", "一名警员").article()).isEqualTo(MentionView.Article.ONE);
        assertThat(view("那个女孩走了过来。", "那个女孩").article()).isEqualTo(MentionView.Article.THIS);
        assertThat(view("那个女孩走了过来。", "那个女孩").gender()).isEqualTo(MentionView.Gender.FEMALE);
    }

    @Test
    void aMentionMayHaveAnOwner() {
        assertThat(view("王建国的妻子住在上海。", "妻子").owner()).isEqualTo("王建国");
        assertThat(view("王建国的妻子住在上海。", "王建国的妻子").owner()).isEqualTo("王建国");
        assertThat(view("后来她丈夫走了。", "丈夫").owner()).isEqualTo("她");
        assertThat(view("丈夫走了。", "丈夫").owner()).isEmpty();
    }

    @Test
    void onlyMentionsOfOneTypeArePaired() {
        ChineseMentions mentions = analyzer.read("王建国在北京见到了李明。")
                .mentions(List.of(
                        new MentionSpan(EntityType.PER, 0, 3),
                        new MentionSpan(EntityType.LOC, 4, 6),
                        new MentionSpan(EntityType.PER, 9, 11)));

        assertThat(mentions.pairs()).containsExactly(new int[] {0, 2});
    }

    @Test
    void aSymmetricRelationIsAskedOnceAndOthersBothWays() {
        RelationLabels labels = new RelationLabels(LabelSpace.m3d().relations());
        ChinesePairs pairs = analyzer.read("王建国的妻子李明")
                .mentions(List.of(new MentionSpan(EntityType.PER, 0, 3), new MentionSpan(EntityType.PER, 6, 8)))
                .pairs(List.of(List.of(0), List.of(1)));
        int couple = labels.indexOf("PER-PER_couple");
        int parents = labels.indexOf("PER-PER_parents");

        assertThat(pairs.candidates(labels)).containsExactly(new ChainPair(0, 1), new ChainPair(1, 0));
        assertThat(pairs.asks(labels, couple, new ChainPair(0, 1))).isTrue();
        assertThat(pairs.asks(labels, couple, new ChainPair(1, 0))).isFalse();
        assertThat(pairs.asks(labels, parents, new ChainPair(1, 0))).isTrue();
        assertThat(pairs.asks(labels, labels.indexOf("PER-LOC_work"), new ChainPair(0, 1)))
                .isFalse();
    }
}
