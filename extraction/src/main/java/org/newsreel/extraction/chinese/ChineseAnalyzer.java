package org.newsreel.extraction.chinese;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.util.List;
import org.newsreel.extraction.hanlp.JarData;

/** HanLP's segmenters and the thesaurus, loaded once. May be shared by threads. */
public final class ChineseAnalyzer {
    private final List<Segment> segments;
    private final CharacterFeatures characters;
    private final Cilin cilin;

    private ChineseAnalyzer(List<Segment> segments, Cilin cilin) {
        this.segments = segments;
        this.cilin = cilin;
        this.characters = new CharacterFeatures(cilin);
    }

    /** Loads the dictionaries, which takes about a second. */
    public static ChineseAnalyzer load() {
        JarData.install();
        ChineseAnalyzer analyzer = new ChineseAnalyzer(
                List.of(
                        named(HanLP.newSegment("viterbi")).enableJapaneseNameRecognize(true),
                        // Without names and the dictionary of names: general words stay whole.
                        HanLP.newSegment("viterbi")
                                .enableNameRecognize(false)
                                .enableTranslatedNameRecognize(false)
                                .enableCustomDictionary(false)
                                .enableOffset(true),
                        named(HanLP.newSegment("nshort"))),
                Cilin.load());
        analyzer.read("加载").characterFeatures();
        return analyzer;
    }

    private static Segment named(Segment segment) {
        return segment.enableNameRecognize(true)
                .enableTranslatedNameRecognize(true)
                .enablePlaceRecognize(true)
                .enableOrganizationRecognize(true)
                .enableOffset(true);
    }

    /** Analyses a text, which should not be longer than some thousand characters: lattices are built over the whole. */
    public ChineseText read(String text) {
        String normal = ChineseText.normal(text);
        return new ChineseText(
                normal, segments.stream().map(s -> Segmentation.of(normal, s)).toList(), cilin, characters);
    }
}
