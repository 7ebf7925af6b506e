package org.newsreel.extraction.layer;

/**
 * A linear-chain CRF over {@code K} tags, for decoding in plain Java (Lafferty et al. 2001). Immutable and thread safe.
 *
 * @param transitions {@code [K * K]}, row {@code from}, column {@code to}
 * @param start {@code [K]}, score of beginning with a tag
 * @param end {@code [K]}, score of ending with a tag
 */
public record CrfScores(float[] transitions, float[] start, float[] end) {
    public CrfScores {
        if (transitions.length != start.length * start.length || start.length != end.length) {
            throw new IllegalArgumentException("a CRF over " + start.length + " tags needs "
                    + start.length * start.length + " transitions but has " + transitions.length);
        }
    }

    /** How many tags there are. */
    public int tags() {
        return start.length;
    }

    /** The best tag sequence. emissions: [n][K]; the lower tag wins a tie. */
    public int[] best(float[][] emissions) {
        int n = emissions.length;
        if (n == 0) {
            return new int[0];
        }
        int k = tags();
        byte[][] back = new byte[n][k];
        double[] score = new double[k];
        for (int t = 0; t < k; t++) {
            score[t] = start[t] + emissions[0][t];
        }
        for (int i = 1; i < n; i++) {
            double[] next = new double[k];
            for (int to = 0; to < k; to++) {
                int from = 0;
                for (int f = 1; f < k; f++) {
                    if (score[f] + transitions[f * k + to] > score[from] + transitions[from * k + to]) {
                        from = f;
                    }
                }
                next[to] = score[from] + transitions[from * k + to] + emissions[i][to];
                back[i][to] = (byte) from;
            }
            score = next;
        }
        int last = 0;
        for (int t = 1; t < k; t++) {
            if (score[t] + end[t] > score[last] + end[last]) {
                last = t;
            }
        }
        int[] tags = new int[n];
        for (int i = n - 1; i >= 0; i--) {
            tags[i] = last;
            last = back[i][last];
        }
        return tags;
    }

    /** Probability of every tag at every position, by the forward-backward algorithm. -> [n][K], rows sum to 1. */
    public double[][] marginals(float[][] emissions) {
        int n = emissions.length;
        int k = tags();
        double[][] forward = new double[n][k];
        double[][] backward = new double[n][k];
        double[] terms = new double[k];
        for (int i = 0; i < n; i++) {
            for (int to = 0; to < k; to++) {
                if (i == 0) {
                    forward[i][to] = start[to] + emissions[i][to];
                    continue;
                }
                for (int from = 0; from < k; from++) {
                    terms[from] = forward[i - 1][from] + transitions[from * k + to];
                }
                forward[i][to] = logSumExp(terms) + emissions[i][to];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int from = 0; from < k; from++) {
                if (i == n - 1) {
                    backward[i][from] = end[from];
                    continue;
                }
                for (int to = 0; to < k; to++) {
                    terms[to] = transitions[from * k + to] + emissions[i + 1][to] + backward[i + 1][to];
                }
                backward[i][from] = logSumExp(terms);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < k; t++) {
                terms[t] = forward[i][t] + backward[i][t];
            }
            double total = logSumExp(terms);
            for (int t = 0; t < k; t++) {
                forward[i][t] = Math.exp(terms[t] - total);
            }
        }
        return forward;
    }

    /** Log of the sum of exponentials, safe for large values. */
    public static double logSumExp(double[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value);
        }
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
    }
}
