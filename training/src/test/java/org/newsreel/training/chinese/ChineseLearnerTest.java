package org.newsreel.training.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.chinese.ChineseAnalyzer;
import org.newsreel.extraction.chinese.ChineseConfig;
import org.newsreel.extraction.chinese.ChineseModel;
import org.newsreel.extraction.chinese.ChineseTextExtractor;
import org.newsreel.extraction.chinese.SpanTags;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.text.Calibration;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.Split;
import org.newsreel.training.metric.Evaluation;

class ChineseLearnerTest {
    private static final Path M3D = Path.of("../../shared/data/m3d/dev_zh.json");
    private static final LabelSpace SPACE = LabelSpace.m3d().with(new Calibration(1, 0, 0.3));
    private static final String[] HUSBANDS = {"王建国", "李志强", "张伟", "刘洋", "陈明", "赵永刚"};
    private static final String[] WIVES = {"李梅", "周丽", "孙芳", "吴敏", "郑秀英", "杨静"};

    @TempDir
    private Path directory;

    private static ChineseAnalyzer analyzer;

    @BeforeAll
    static void load() {
        analyzer = ChineseAnalyzer.load();
    }

    /** A couple in two sentences, annotated. */
    private static String couple(String husband, String wife) {
        String text = husband + "的妻子是" + wife + "。" + husband + "住在这里。";
        int second = text.lastIndexOf(husband);
        int other = text.indexOf(wife);
        return """
                {"doc": "%s", "lang": "zh", "video_id": "video_1_1", "video_title": "",
                 "relation": [{"type": "PER-PER_couple", "link1": "L0", "link2": "L1"}],
                 "entityLink": {
                  "L0": {"type": "PER", "link": [{"start": 0, "end": %d}, {"start": %d, "end": %d}]},
                  "L1": {"type": "PER", "link": [{"start": %d, "end": %d}]}}}"""
                .formatted(text, husband.length(), second, second + husband.length(), other, other + wife.length());
    }

    private static List<ChineseDocument> read(Path file) {
        List<ChineseDocument> documents = new ArrayList<>();
        try (GoldSource source = GoldSource.m3d(file)) {
            while (source.hasNext()) {
                source.next();
                GoldDocument gold = source.gold().orElseThrow();
                documents.add(ChineseDocument.of(
                        gold, analyzer, new SpanTags(SPACE.types()), new RelationLabels(SPACE.relations())));
            }
        }
        return documents;
    }

    private List<ChineseDocument> couples() throws IOException {
        List<String> all = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < HUSBANDS.length; i++) {
                all.add(couple(HUSBANDS[i], WIVES[(i + round) % WIVES.length]));
            }
        }
        Path file = directory.resolve("couples.json");
        Files.writeString(file, "[" + String.join(",", all) + "]");
        return read(file);
    }

    private static ChineseModel learn(List<ChineseDocument> documents, long seed) {
        return new ChineseLearner("made", new ChineseConfig(SPACE, 0.5), seed).learn(documents, step -> {});
    }

    @Test
    void whatDocumentsShowIsFoundWithOtherNames() throws IOException {
        TextClaims claims =
                ChineseTextExtractor.of(analyzer, learn(couples(), 3)).extract("黄海涛的妻子是何丽娜。黄海涛住在这里。");

        assertThat(claims.mentions()).extracting(Mention::text).containsExactly("黄海涛", "何丽娜", "黄海涛");
        assertThat(claims.chains())
                .extracting(EntityChain::mentions)
                .containsExactly(List.of("m0", "m2"), List.of("m1"));
        assertThat(claims.relations()).extracting(Relation::type).containsExactly("PER-PER_couple");
    }

    @Test
    void theSameSeedGivesTheSameFileAndAnotherDoesNot() throws IOException {
        List<ChineseDocument> documents = couples();
        learn(documents, 3).save(directory.resolve("a"));
        learn(documents, 3).save(directory.resolve("b"));
        learn(documents, 4).save(directory.resolve("c"));

        assertThat(directory.resolve("b/weights.safetensors"))
                .hasSameBinaryContentAs(directory.resolve("a/weights.safetensors"));
        assertThat(Files.mismatch(
                        directory.resolve("a/weights.safetensors"), directory.resolve("c/weights.safetensors")))
                .isNotNegative();
    }

    @Test
    @Tag("corpus")
    void heldBackVideosAreReadAsWellAsTheModelCardSays() {
        List<ChineseDocument> all = read(M3D);
        List<ChineseDocument> held = all.stream().filter(d -> isHeldBack(d)).toList();
        ChineseTextExtractor extractor = ChineseTextExtractor.of(
                analyzer, learn(all.stream().filter(d -> !isHeldBack(d)).toList(), 7));
        Evaluation evaluation = new Evaluation(SPACE);
        held.forEach(
                d -> evaluation.add(d.gold(), extractor.extract(d.gold().item().text())));

        assertThat(evaluation.entities().f1()).isGreaterThan(72);
        assertThat(evaluation.chains().f1()).isGreaterThan(67);
    }

    private static boolean isHeldBack(ChineseDocument document) {
        return Split.of(Annotation.M3D, document.gold().item().id()) == Split.HELD_BACK;
    }
}
