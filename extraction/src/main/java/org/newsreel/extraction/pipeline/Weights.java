package org.newsreel.extraction.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.ontology.claim.EvidenceRef;

/** Figures in four decimals, which is more than they mean. */
final class Weights {
    private static final double UNITS = 10_000;

    private Weights() {}

    static double rounded(double value) {
        return Math.round(value * UNITS) / UNITS;
    }

    /** Rounds so that the weights sum to exactly one: the heaviest, the first of equals, takes the rest. */
    static List<EvidenceRef> rounded(List<EvidenceRef> evidence) {
        int heaviest = 0;
        long rest = (long) UNITS;
        for (int i = 0; i < evidence.size(); i++) {
            heaviest = evidence.get(i).weight() > evidence.get(heaviest).weight() ? i : heaviest;
            rest -= Math.round(evidence.get(i).weight() * UNITS);
        }
        List<EvidenceRef> rounded = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            EvidenceRef one = evidence.get(i);
            long units = Math.round(one.weight() * UNITS) + (i == heaviest ? rest : 0);
            rounded.add(new EvidenceRef(one.mention(), one.region(), units / UNITS));
        }
        return rounded;
    }
}
