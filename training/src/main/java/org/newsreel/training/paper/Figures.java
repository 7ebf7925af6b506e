package org.newsreel.training.paper;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.newsreel.training.metric.Score;

/**
 * How good a network is.
 *
 * @param scores by task, in the order of a table
 * @param accuracy share of pairs with the right label in percent, for networks that give each pair one
 * @param chosen what epochs are compared by: the mean F1 of tasks, chains being one
 */
public record Figures(Map<String, Score> scores, OptionalDouble accuracy, double chosen) {
    public Figures {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /** Of a network with one task. */
    static Figures of(String task, Score score, OptionalDouble accuracy) {
        return new Figures(Map.of(task, score), accuracy, score.f1());
    }
}
