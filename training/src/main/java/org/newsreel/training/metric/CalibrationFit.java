package org.newsreel.training.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.Calibration;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.Relation;

/**
 * Fits the calibration of relation confidences (Platt 1999) and their threshold on documents that the model has not seen.
 * Takes relations whose confidence is the plain logistic function of their margin, down to very unlikely ones.
 */
public final class CalibrationFit {
    private static final int ROUNDS = 100;
    private static final double EDGE = 1e-6;

    private record Guess(double margin, boolean right) {}

    private final RelationMatch match;
    private final RelationLabels labels;
    private final List<Guess> guesses = new ArrayList<>();
    private int gold;

    /** For relations of a label space. */
    public CalibrationFit(LabelSpace space) {
        this.labels = new RelationLabels(space.relations());
        this.match = new RelationMatch(labels);
    }

    /** Adds a document with the relations found in it. */
    public void add(GoldDocument document, TextClaims found) {
        Map<String, Set<Span>> goldChains = Span.ofChains(document.mentions(), document.chains());
        Map<String, Set<Span>> foundChains = Span.ofChains(found.mentions(), found.chains());
        List<Relation> known = document.relations().stream()
                .filter(r -> labels.indexOf(r.type()) >= 0)
                .toList();
        gold += known.size();
        for (Relation relation : found.relations()) {
            double p = Math.min(1 - EDGE, Math.max(EDGE, relation.confidence()));
            boolean right = known.stream().anyMatch(other -> match.matches(relation, foundChains, other, goldChains));
            guesses.add(new Guess(Math.log(p / (1 - p)), right));
        }
    }

    /** Scale and shift of greatest likelihood, and the threshold of greatest F1; none when there is too little. */
    public Calibration calibration() {
        Set<Boolean> kinds = new HashSet<>();
        guesses.forEach(g -> kinds.add(g.right()));
        if (kinds.size() < 2) {
            return Calibration.NONE;
        }
        double a = 1;
        double b = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // Newton's method; the two by two Hessian is positive definite but for a little damping.
            double ga = 0;
            double gb = 0;
            double haa = 1e-6;
            double hab = 0;
            double hbb = 1e-6;
            for (Guess guess : guesses) {
                double p = 1 / (1 + Math.exp(-(a * guess.margin() + b)));
                double error = p - (guess.right() ? 1 : 0);
                double w = p * (1 - p);
                ga += error * guess.margin();
                gb += error;
                haa += w * guess.margin() * guess.margin();
                hab += w * guess.margin();
                hbb += w;
            }
            double determinant = haa * hbb - hab * hab;
            a -= (hbb * ga - hab * gb) / determinant;
            b -= (haa * gb - hab * ga) / determinant;
        }
        if (!(a > 0) || !Double.isFinite(b)) {
            return Calibration.NONE;
        }
        return new Calibration(a, b, threshold(new Calibration(a, b, 0)));
    }

    private double threshold(Calibration calibration) {
        List<Guess> sorted = new ArrayList<>(guesses);
        sorted.sort(Comparator.comparingDouble(Guess::margin).reversed());
        int right = 0;
        double best = -1;
        double threshold = 0.5;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            double f1 = 2.0 * right / (i + 1 + gold);
            if (f1 > best) {
                best = f1;
                threshold = calibration.probability(sorted.get(i).margin());
            }
        }
        return threshold;
    }

    /** Expected calibration error over ten bins of equal width (Guo et al. 2017), in [0, 1]; 0 without relations. */
    public double error(Calibration calibration) {
        Reliability reliability = new Reliability();
        guesses.forEach(g -> reliability.add(calibration.probability(g.margin()), g.right()));
        return reliability.error();
    }
}
