package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.WordShape;

/** A network with random weights finds nonsense, and plenty of it: the form of the claims must hold all the same. */
class NeuralTextExtractorTest {
    private static TextTokenizer tokenizer;
    private static TextNetwork network;
    private static NeuralTextExtractor extractor;

    @BeforeAll
    static void open() {
        Engine.getInstance().setRandomSeed(5);
        tokenizer = TextTokenizer.pretrained();
        BertConfig tiny = new BertConfig(30522, 64, 16, 2, 2, 32, 0.1, 1e-12, WordShape.values().length);
        network = new TextNetwork(TextNetworkConfig.m3d(tiny).withChainThreshold(0.5), Precision.FP32, Device.cpu());
        extractor = NeuralTextExtractor.of(network, tokenizer);
    }

    @AfterAll
    static void close() {
        extractor.close();
        network.close();
        tokenizer.close();
    }

    @Test
    void claimsAreWellFormedAndTheSameTwiceWhateverTheText() {
        int mentions = 0;
        int relations = 0;
        for (int seed = 0; seed < 25; seed++) {
            String text = HostileText.of(seed, 5 + 12 * seed);
            TextClaims claims = extractor.extract(text);
            WellFormed.check(text, claims);
            assertThat(extractor.extract(text)).isEqualTo(claims);
            mentions += claims.mentions().size();
            relations += claims.relations().size();
        }
        // Otherwise the checks above looked at nothing.
        assertThat(mentions).isPositive();
        assertThat(relations).isPositive();
    }

    @Test
    void aTextOfSeveralSectionsGoesThrough() {
        String text = HostileText.of(99, 3_600);
        assertThat(Section.of(tokenizer.tokenize(text))).hasSizeGreaterThan(2);

        WellFormed.check(text, extractor.extract(text));
    }

    @Test
    void emptyAndBlankTextsHaveNoClaims() {
        for (String text : List.of("", " \n\t ", "\u0000\u0001", "\uD83D")) {
            assertThat(extractor.extract(text)).isEqualTo(TextClaims.NONE);
        }
    }

    @Test
    void givenMentionsKeepTheirOffsets() {
        String text = "Ann's brother Bo lives in Oslo.";
        TextClaims claims = extractor.extractWithGold(
                text,
                List.of(
                        new org.newsreel.ontology.claim.Mention(
                                "a", org.newsreel.ontology.claim.EntityType.PER, 0, 3, "Ann", 1),
                        new org.newsreel.ontology.claim.Mention(
                                "b", org.newsreel.ontology.claim.EntityType.LOC, 26, 30, "Oslo", 1)));

        WellFormed.check(text, claims);
        assertThat(claims.mentions()).extracting(m -> m.text()).containsExactly("Ann", "Oslo");
    }
}
