package org.newsreel.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.training.metric.ErrorAnalysis;

class ErrorReportTest {
    private static final String TEXT = "Ann Lee met Bo. Lee and his wife left.";

    private final ErrorAnalysis errors =
            new ErrorAnalysis(type -> type != EntityType.MISC, type -> !type.equals("P1"), "couple"::equals);

    private static Mention mention(String id, EntityType type, int start, int end, double confidence) {
        return new Mention(id, type, start, end, TEXT.substring(start, end), confidence);
    }

    private static EntityChain chain(String id, String... mentions) {
        return new EntityChain(id, EntityType.PER, id, List.of(mentions));
    }

    private static Relation relation(String type, String subject, String object, double confidence) {
        return new Relation(type, type, subject, object, confidence, List.of(EvidenceRef.ofMention("m0", 1)));
    }

    /** Lee is found alone, "his wife" without "his"; the one known relation is turned, which its type allows. */
    @BeforeEach
    void analyse() {
        NewsItem item = new NewsItem(
                "i",
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TEXT,
                List.of(),
                "sha256:0");
        GoldDocument gold = new GoldDocument(
                item,
                List.of(
                        mention("m0", EntityType.PER, 0, 7, 1),
                        mention("m1", EntityType.PER, 12, 14, 1),
                        mention("m2", EntityType.PER, 16, 19, 1),
                        mention("m3", EntityType.PER, 24, 32, 1),
                        mention("m4", EntityType.MISC, 33, 37, 1)),
                List.of(chain("a", "m0", "m2"), chain("b", "m1"), chain("c", "m3"), chain("d", "m4")),
                List.of(relation("couple", "a", "b", 1), relation("P1", "a", "c", 1)),
                List.of());
        TextClaims found = new TextClaims(
                List.of(
                        mention("m0", EntityType.PER, 0, 7, 0.9),
                        mention("m1", EntityType.PER, 12, 14, 0.8),
                        mention("m2", EntityType.PER, 16, 19, 0.7),
                        mention("m3", EntityType.PER, 28, 32, 0.6)),
                List.of(chain("w", "m0"), chain("x", "m1"), chain("y", "m2"), chain("z", "m3")),
                List.of(relation("couple", "x", "y", 0.5), relation("friends", "x", "z", 0.3)));
        errors.add(gold, found, found);
    }

    @Test
    void programsGetEveryCount() {
        ObjectNode node = JsonMapper.builder().build().createObjectNode();
        new ErrorReport(errors).put(node);

        assertThat(node.at("/entity").toString())
                .isEqualTo("{\"right\":3,\"boundary\":1,\"type\":0,\"boundary-and-type\":0,\"missed-name\":0,"
                        + "\"missed-general\":0,\"spurious-name\":0,\"spurious-general\":0}");
        assertThat(node.at("/chain/first").asInt()).isEqualTo(2);
        assertThat(node.at("/chain/missed-link/shared-name-token").asInt()).isEqualTo(1);
        assertThat(node.at("/relation/found").toString())
                .isEqualTo("{\"right\":1,\"direction\":0,\"type\":0,\"argument\":1,\"pair\":0}");
        assertThat(node.at("/relation/gold/right").asInt()).isEqualTo(1);
        assertThat(node.at("/relation/gold/pair").asInt()).isZero();
        // Mentions: |0.9 - 1|, |0.8 - 1|, |0.7 - 1|, |0.6 - 0| over four; relations: |0.5 - 1| and |0.3 - 0| over two.
        assertThat(node.at("/mentionConfidence/expectedCalibrationError").asDouble())
                .isEqualTo(0.3);
        assertThat(node.at("/relationConfidence/expectedCalibrationError").asDouble())
                .isEqualTo(0.4);
        assertThat(node.at("/relationConfidence/bins").size()).isEqualTo(10);
        assertThat(node.at("/chainRules/shared-name-token/f1").asDouble())
                .isGreaterThan(node.at("/chainRules/singletons/f1").asDouble());
    }

    @Test
    void peopleGetATable() {
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written);
        new ErrorReport(errors).printRules(out);
        new ErrorReport(errors).print(out);
        out.flush();

        assertThat(written.toString())
                .contains("chain by rule same-string")
                .containsPattern("boundary +1\n")
                .containsPattern("missed-link +0 +1 +0 +0 +0\n")
                .contains("(2 mentions are first on both sides)")
                .contains("confidence of relations: expected calibration error 0.4000 over 2");
    }
}
