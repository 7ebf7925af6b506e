package org.newsreel.training.paper;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.newsreel.extraction.model.NetworkCalibration;
import org.newsreel.training.metric.Score;

/**
 * How good a network is.
 *
 * @param scores by task, in the order of a table
 * @param accuracy share of pairs with the right label in percent, for networks that give each pair one
 * @param chosen what epochs are compared by: the mean F1 of tasks, chains being one
 * @param calibration what the network's figures are worth, if what was measured is not what it is told of later
 */
public record Figures(
        Map<String, Score> scores, OptionalDouble accuracy, double chosen, NetworkCalibration calibration) {
    private static final double PERCENT = 100;

    public Figures {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /** Of a network whose relations were not calibrated. */
    Figures(Map<String, Score> scores, OptionalDouble accuracy, double chosen) {
        this(scores, accuracy, chosen, precision(scores));
    }

    private static NetworkCalibration precision(Map<String, Score> scores) {
        NetworkCalibration none = NetworkCalibration.NONE;
        double precision = scores.containsKey(Measuring.ENTITY)
                ? scores.get(Measuring.ENTITY).precision() / PERCENT
                : none.precision();
        return new NetworkCalibration(none.temperature(), none.threshold(), precision);
    }

    /** Of a network with one task. */
    static Figures of(String task, Score score, OptionalDouble accuracy) {
        return new Figures(Map.of(task, score), accuracy, score.f1());
    }

    /** The same with another calibration. */
    Figures with(NetworkCalibration other) {
        return new Figures(scores, accuracy, chosen, other);
    }
}
