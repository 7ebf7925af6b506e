package org.newsreel.extraction.chinese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.text.HostileText;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.schema.RelationSchema;

/** Models with random weights find nonsense: the form of the claims must hold all the same. */
class ChineseTextExtractorTest {
    private static final String CHARACTERS = "王李张明国的在北京上海公司医院警察妻子父亲他她是和、，。！2019年3月一名这个·约翰安娜";

    private static final Path SHIPPED = ModelDirectory.chineseModel(Path.of("models"));

    private static ChineseAnalyzer analyzer;
    private static ChineseTextExtractor extractor;

    @BeforeAll
    static void load() {
        analyzer = ChineseAnalyzer.load();
        extractor = ChineseTextExtractor.of(analyzer, MadeModel.wild(1, analyzer));
    }

    private static String random(long seed, int length) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    private static void check(String text, TextClaims claims) {
        RelationSchema.standard()
                .check(new ExtractionDocument(
                        "x",
                        "sha256:" + "0".repeat(64),
                        "zh",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        text,
                        List.of(),
                        claims.mentions(),
                        claims.chains(),
                        claims.relations(),
                        List.of(),
                        List.of()));
        CodePoints points = new CodePoints(text);
        int end = 0;
        for (Mention mention : claims.mentions()) {
            assertThat(mention.start()).isGreaterThanOrEqualTo(end);
            end = mention.end();
            assertThat(mention.text()).isEqualTo(points.slice(mention.start(), mention.end()));
        }
        Map<String, Integer> uses = new HashMap<>();
        claims.chains().forEach(c -> c.mentions().forEach(m -> uses.merge(m, 1, Integer::sum)));
        assertThat(uses).hasSize(claims.mentions().size());
        assertThat(uses.values()).allMatch(n -> n == 1);
        for (Relation relation : claims.relations()) {
            assertThat(relation.evidence().stream()
                            .mapToDouble(EvidenceRef::weight)
                            .sum())
                    .isCloseTo(1, within(1e-9));
            List<String> own = new ArrayList<>();
            for (EntityChain chain : claims.chains()) {
                if (chain.id().equals(relation.subject()) || chain.id().equals(relation.object())) {
                    own.addAll(chain.mentions());
                }
            }
            assertThat(own)
                    .containsAll(relation.evidence().stream()
                            .map(e -> e.mention().orElseThrow())
                            .toList());
        }
    }

    @Test
    void claimsAreWellFormedAndTheSameTwiceWhateverTheText() {
        int mentions = 0;
        int relations = 0;
        for (int seed = 0; seed < 20; seed++) {
            for (String text : List.of(HostileText.of(seed, 5 + 8 * seed), random(seed, 20 * seed + 1))) {
                TextClaims claims = extractor.extract(text);
                check(text, claims);
                assertThat(extractor.extract(text)).isEqualTo(claims);
                mentions += claims.mentions().size();
                relations += claims.relations().size();
            }
        }
        // Otherwise the checks above looked at nothing.
        assertThat(mentions).isPositive();
        assertThat(relations).isPositive();
    }

    @Test
    void aTextOfSeveralPiecesGoesThrough() {
        String text = random(99, 3 * Piece.LONGEST);
        assertThat(Piece.of(text)).hasSizeGreaterThan(2);

        check(text, extractor.extract(text));
    }

    @Test
    void aNameJoinsItsChainsOfSeveralPieces() {
        String text = "王建国住在上海。" + "今天的天气很好。".repeat(Piece.LONGEST / 4) + "后来，王建国离开了上海。";
        assertThat(Piece.of(text)).hasSizeGreaterThan(2);

        TextClaims claims = ChineseTextExtractor.load(SHIPPED).extract(text);

        check(text, claims);
        for (String name : List.of("王建国", "上海")) {
            assertThat(claims.chains())
                    .filteredOn(c -> c.name().equals(name))
                    .singleElement()
                    .satisfies(c -> assertThat(c.mentions()).hasSize(2));
        }
    }

    @Test
    void piecesEndBetweenSentencesAndLeaveNothingOut() {
        String text = ("一二三四五六七八九。").repeat(1_000) + "无".repeat(5_000);
        int at = 0;
        for (Piece piece : Piece.of(text)) {
            assertThat(piece.from()).isEqualTo(at);
            assertThat(piece.to() - piece.from()).isBetween(1, Piece.LONGEST);
            at = piece.to();
        }
        assertThat(at).isEqualTo(text.length());
        assertThat(text.charAt(Piece.of(text).get(0).to() - 1)).isEqualTo('。');
    }

    @Test
    void emptyAndBlankTextsHaveNoClaims() {
        for (String text : List.of("", " \n\t ", "\u3000")) {
            assertThat(extractor.extract(text)).isEqualTo(TextClaims.NONE);
        }
    }

    @Test
    void givenMentionsKeepTheirOffsets() {
        String text = "😀王建国的妻子住在上海。";
        Mention man = new Mention("a", EntityType.PER, 1, 4, "王建国", 1);
        Mention city = new Mention("b", EntityType.LOC, 9, 11, "上海", 1);

        TextClaims claims = extractor.extractWithGold(text, List.of(city, man));

        check(text, claims);
        assertThat(claims.mentions()).extracting(Mention::text).containsExactly("王建国", "上海");
        TextClaims related = extractor.extractWithGold(
                text, List.of(man, city), List.of(new EntityChain("x", EntityType.PER, "王建国", List.of("a"))));
        assertThat(related.chains()).hasSize(1);
    }

    @Test
    void threadsMayShareIt() throws Exception {
        List<String> texts = new ArrayList<>();
        List<TextClaims> alone = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            texts.add(random(seed, 300));
            alone.add(extractor.extract(texts.get(seed)));
        }
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<TextClaims>> calls = texts.stream()
                    .<Callable<TextClaims>>map(text -> () -> extractor.extract(text))
                    .toList();
            List<TextClaims> together = new ArrayList<>();
            for (Future<TextClaims> future : threads.invokeAll(calls)) {
                together.add(future.get());
            }
            assertThat(together).isEqualTo(alone);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theShippedModelReadsAMadeStory() {
        String text = "王建国是北京大学的教授。王建国的妻子李梅住在上海。2019年5月，李梅回到了北京。";
        TextClaims claims = ChineseTextExtractor.load(SHIPPED).extract(text);

        check(text, claims);
        assertThat(claims.mentions())
                .extracting(m -> m.type() + " " + m.text())
                .contains("PER 王建国", "ORG 北京大学", "LOC 上海", "TIME 2019年5月", "PER 李梅");
        assertThat(claims.chains()).extracting(EntityChain::name).contains("王建国", "李梅");
        assertThat(claims.chains())
                .filteredOn(c -> c.name().equals("王建国"))
                .singleElement()
                .satisfies(c -> assertThat(c.mentions()).hasSize(2));
        assertThat(claims.relations()).extracting(Relation::type).contains("PER-PER_couple", "PER-ORG_member");
    }
}
