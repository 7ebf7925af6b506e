package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.ontology.claim.EntityType;

class SurfaceTest {
    private static TextTokenizer tokenizer;

    @BeforeAll
    static void open() {
        tokenizer = TextTokenizer.pretrained();
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    private static Surface surface(EntityType type, String text) {
        Words words = tokenizer.tokenize(text);
        return Surface.of(words, new MentionSpan(type, 0, words.count()));
    }

    @Test
    void namesAndDescriptionsAreToldApart() {
        assertThat(surface(EntityType.PER, "Anna Smith").named()).isTrue();
        assertThat(surface(EntityType.PER, "his wife").named()).isFalse();
        assertThat(surface(EntityType.PER, "young Protestant woman").named()).isFalse();
        assertThat(surface(EntityType.ORG, "University of Oslo").head()).isEqualTo("university");
        assertThat(surface(EntityType.TIME, "March 1940").named()).isTrue();
        assertThat(surface(EntityType.TIME, "the next day").named()).isFalse();
    }

    @Test
    void genderAndOwnerAreRead() {
        Surface wife = surface(EntityType.PER, "his wife");
        assertThat(wife.gender()).isEqualTo(Surface.Gender.FEMALE);
        assertThat(wife.owner()).isEqualTo("his");
        assertThat(wife.words()).containsExactly("wife");
    }

    @Test
    void aChainIsCalledByItsLongestNameAndOnlyWithoutOneByADescription() {
        List<Surface> mentions = List.of(
                surface(EntityType.PER, "his beloved younger wife"),
                surface(EntityType.PER, "Anna"),
                surface(EntityType.PER, "Anna Smith"),
                surface(EntityType.PER, "Smith"));
        assertThat(ChainNames.best(mentions)).isEqualTo(2);
        assertThat(ChainNames.best(mentions.subList(0, 1))).isZero();
    }
}
