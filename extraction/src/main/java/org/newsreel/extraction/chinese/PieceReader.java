package org.newsreel.extraction.chinese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.newsreel.extraction.layer.CrfScores;
import org.newsreel.extraction.text.Calibration;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.Clustering;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.ontology.claim.EntityType;

/** Applies the three models to one piece of text. May be shared by threads. */
final class PieceReader {
    /** Characters at which a pair of mentions counts half as evidence. */
    private static final double NEAR = 10;

    private final ChineseAnalyzer analyzer;
    private final ChineseModel model;
    private final SpanTags tags;
    private final CrfScores crf;
    private final RelationLabels labels;

    PieceReader(ChineseAnalyzer analyzer, ChineseModel model, RelationLabels labels) {
        this.analyzer = analyzer;
        this.model = model;
        this.tags = new SpanTags(model.config().space().types());
        this.crf = model.crf();
        this.labels = labels;
    }

    /**
     * Reads a piece.
     *
     * @param givenSpans mentions to take instead of finding them, ascending
     * @param givenChains chains of those mentions to take instead of finding them
     */
    PieceClaims read(String piece, Optional<List<MentionSpan>> givenSpans, Optional<List<List<Integer>>> givenChains) {
        ChineseText text = analyzer.read(piece);
        List<MentionSpan> spans = new ArrayList<>();
        List<Double> confidences = new ArrayList<>();
        if (givenSpans.isPresent()) {
            spans.addAll(givenSpans.get());
            spans.forEach(s -> confidences.add(1.0));
        } else {
            find(text, spans, confidences);
        }
        if (spans.isEmpty()) {
            return PieceClaims.NONE;
        }
        ChineseMentions mentions = text.mentions(spans);
        List<List<Integer>> chains = givenChains.orElseGet(() -> cluster(mentions));
        return new PieceClaims(
                spans,
                confidences,
                mentions.views().stream().map(PieceReader::name).toList(),
                chains,
                relate(mentions.pairs(chains)));
    }

    private void find(ChineseText text, List<MentionSpan> spans, List<Double> confidences) {
        int[][] features = text.characterFeatures();
        float[][] emissions = new float[features.length][];
        for (int i = 0; i < emissions.length; i++) {
            emissions[i] = model.tags().sums(features[i]);
        }
        int[] best = crf.best(emissions);
        double[][] marginals = crf.marginals(emissions);
        List<RepeatedMentions.Sure> found = new ArrayList<>();
        for (MentionSpan span : tags.decode(best)) {
            double least = 1;
            for (int i = span.from(); i < span.to(); i++) {
                least = Math.min(least, marginals[i][best[i]]);
            }
            if (!text.text().substring(span.from(), span.to()).isBlank()) {
                found.add(new RepeatedMentions.Sure(span, least));
            }
        }
        for (RepeatedMentions.Sure sure : RepeatedMentions.add(text.text(), found)) {
            spans.add(sure.span());
            confidences.add(sure.confidence());
        }
    }

    /** What may join chains of different pieces: a person's bare name, but the whole name of a place or organisation. */
    private static String name(MentionView view) {
        return view.named() && view.type() != EntityType.PER ? view.text() : view.name();
    }

    private List<List<Integer>> cluster(ChineseMentions mentions) {
        List<Clustering.Link> links = new ArrayList<>();
        for (int[] pair : mentions.pairs()) {
            float score = model.links().sums(mentions.linkFeatures(pair[0], pair[1]))[0];
            links.add(new Clustering.Link(pair[0], pair[1], 1 / (1 + Math.exp(-score))));
        }
        return Clustering.of(mentions.size(), links, model.config().chainThreshold());
    }

    private List<PieceClaims.Found> relate(ChinesePairs pairs) {
        Calibration calibration = model.config().space().calibration();
        List<PieceClaims.Found> found = new ArrayList<>();
        for (ChainPair pair : pairs.candidates(labels)) {
            float[] scores = null;
            for (int type = 0; type < labels.size(); type++) {
                if (!pairs.asks(labels, type, pair)) {
                    continue;
                }
                scores = scores == null ? model.relations().sums(pairs.features(pair)) : scores;
                double confidence = calibration.probability(scores[type]);
                if (confidence >= calibration.threshold()) {
                    found.add(new PieceClaims.Found(pair, type, confidence, weights(pairs.nearest(pair))));
                }
            }
        }
        found.sort(Comparator.comparingInt((PieceClaims.Found r) -> r.pair().subject())
                .thenComparingInt(r -> r.pair().object())
                .thenComparingInt(PieceClaims.Found::type));
        return found;
    }

    /** The pairs of mentions that the features were taken from, the nearer the more; half for each side. */
    private static Map<Integer, Double> weights(List<ChinesePairs.Pair> pairs) {
        Map<Integer, Double> weights = new TreeMap<>();
        double total = 0;
        for (ChinesePairs.Pair pair : pairs) {
            double weight = NEAR / (NEAR + pair.gap());
            weights.merge(pair.subject(), weight, Double::sum);
            weights.merge(pair.object(), weight, Double::sum);
            total += 2 * weight;
        }
        double sum = total;
        weights.replaceAll((mention, weight) -> weight / sum);
        return weights;
    }
}
