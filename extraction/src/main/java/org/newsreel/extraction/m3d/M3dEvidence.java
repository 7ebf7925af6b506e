package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.HeatMap;

/**
 * What a relation rests on, told from the network's own numbers:
 *
 * <ul>
 *   <li>Subject and object count one half each. The score of eq. 17 is linear in the mean of a chain's mentions; a mention
 *       has the softmax of what the relation's score would be if its chain were this mention alone.
 *   <li>Of a mention's weight the part {@code |a| / (|q| + |a|)} belongs to the pictures, where {@code q} is the query of
 *       eq. 9 at the mention's words and {@code a} what attention to the patches adds to it, as a mean over levels. The
 *       rest belongs to the words. What is constructed from the text itself is no picture.
 *   <li>The pictures' part goes to patches as attention does, a mean over levels, heads and words. A patch counts for the
 *       smallest region found in its frame that holds its centre, else for the whole frame.
 * </ul>
 *
 * The gate {@code pictures} is the pictures' part, in [0, 1]; the map is that of the frame that counts most.
 */
final class M3dEvidence {
    private M3dEvidence() {}

    /** For subject and object, the share of each of its mentions in the order of the text. */
    static List<double[]> contributions(
            PairHead head, Features features, M3dExample example, M3dExample.Pair pair, int relation) {
        MentionStates states = MentionStates.of(features.words().orElseThrow(), List.of(example.mentions()));
        return List.of(
                shares(head, states, example, pair.subject(), pair.object(), relation, true),
                shares(head, states, example, pair.object(), pair.subject(), relation, false));
    }

    private static double[] shares(
            PairHead head,
            MentionStates states,
            M3dExample example,
            int chain,
            int other,
            int relation,
            boolean subject) {
        NDManager manager = states.mentions().getManager();
        int[] own = mentions(example, chain);
        long[] index = new long[own.length];
        long[] against = new long[own.length];
        for (int i = 0; i < own.length; i++) {
            index[i] = own[i];
            against[i] = other;
        }
        NDArray mentions = Functions.rows(states.mentions(), manager.create(index));
        NDArray chains = Functions.rows(states.chains(), manager.create(against));
        float[] logits = (subject
                        ? Functions.bilinear(mentions, chains, head.weight(), head.bias())
                        : Functions.bilinear(chains, mentions, head.weight(), head.bias()))
                .toFloatArray();
        int classes = logits.length / own.length;
        float[] score = new float[own.length];
        for (int i = 0; i < own.length; i++) {
            score[i] = logits[i * classes + relation];
        }
        double[] shares = Decoder.softmax(score, 0, score.length);
        double[] all = new double[example.mentions().size()];
        for (int i = 0; i < own.length; i++) {
            all[own[i]] = shares[i] / 2;
        }
        return all;
    }

    private static int[] mentions(M3dExample example, int chain) {
        return java.util.stream.IntStream.range(0, example.mentions().size())
                .filter(m -> example.mentions().get(m).chain() == chain)
                .toArray();
    }

    static Evidence of(
            M3dExample example,
            List<double[]> contributions,
            List<FusionLevel.Look> looks,
            List<List<M3dReading.FoundRegion>> regions,
            int across) {
        int patches = across * across;
        double[] mass = new double[regions.size() * patches];
        List<Evidence.TextShare> texts = new ArrayList<>();
        List<Attention> attention = looks.stream().map(Attention::of).toList();
        for (int m = 0; m < example.mentions().size(); m++) {
            M3dExample.Mention mention = example.mentions().get(m);
            double weight = contributions.get(0)[m] + contributions.get(1)[m];
            if (weight == 0) {
                continue;
            }
            double seen = 0;
            for (Attention level : attention) {
                double part = weight * level.part(mention) / attention.size();
                level.spread(mention, part, mass);
                seen += part;
            }
            texts.add(new Evidence.TextShare(mention.from(), mention.to(), weight - seen));
        }
        double total = 0;
        for (double value : mass) {
            total += value;
        }
        return new Evidence(
                texts, shares(mass, regions, across), Map.of("pictures", Math.min(1, total)), map(mass, across));
    }

    /** One level's numbers in Java. */
    private record Attention(float[] map, float[] own, float[] added, int heads, int words, int patches, int width) {
        static Attention of(FusionLevel.Look look) {
            return new Attention(
                    look.map().toFloatArray(),
                    look.own().toFloatArray(),
                    look.added().toFloatArray(),
                    (int) look.map().getShape().get(1),
                    (int) look.map().getShape().get(2),
                    (int) look.map().getShape().get(3),
                    (int) look.own().getShape().get(2));
        }

        double part(M3dExample.Mention mention) {
            double sum = 0;
            for (int w = mention.from(); w < mention.to(); w++) {
                double q = length(own, w);
                double a = length(added, w);
                sum += a == 0 ? 0 : a / (q + a);
            }
            return sum / (mention.to() - mention.from());
        }

        private double length(float[] states, int word) {
            double sum = 0;
            for (int i = word * width; i < (word + 1) * width; i++) {
                sum += states[i] * (double) states[i];
            }
            return Math.sqrt(sum);
        }

        void spread(M3dExample.Mention mention, double part, double[] mass) {
            double each = part / (heads * (mention.to() - mention.from()));
            for (int h = 0; h < heads; h++) {
                for (int w = mention.from(); w < mention.to(); w++) {
                    int from = (h * words + w) * patches;
                    for (int p = 0; p < patches; p++) {
                        mass[p] += each * map[from + p];
                    }
                }
            }
        }
    }

    private static List<Evidence.RegionShare> shares(
            double[] mass, List<List<M3dReading.FoundRegion>> regions, int across) {
        List<Evidence.RegionShare> shares = new ArrayList<>();
        int patches = across * across;
        for (int f = 0; f < regions.size(); f++) {
            double[] own = new double[regions.get(f).size() + 1];
            for (int p = 0; p < patches; p++) {
                own[1 + region(regions.get(f), (p % across + 0.5) / across, (p / across + 0.5) / across)] +=
                        mass[f * patches + p];
            }
            for (int r = 0; r < own.length; r++) {
                if (own[r] > 0) {
                    shares.add(new Evidence.RegionShare(f, r - 1, own[r]));
                }
            }
        }
        return shares;
    }

    /** The smallest region that holds a point, or -1. */
    private static int region(List<M3dReading.FoundRegion> regions, double x, double y) {
        int smallest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < regions.size(); r++) {
            M3dExample.Region region = regions.get(r).region();
            boolean holds =
                    Math.abs(x - region.x()) <= region.width() / 2 && Math.abs(y - region.y()) <= region.height() / 2;
            double area = region.width() * region.height();
            if (holds && area < least) {
                smallest = r;
                least = area;
            }
        }
        return smallest;
    }

    private static Optional<HeatMap> map(double[] mass, int across) {
        int patches = across * across;
        int best = -1;
        double most = 0;
        for (int f = 0; f < mass.length / patches; f++) {
            double sum = 0;
            for (int p = 0; p < patches; p++) {
                sum += mass[f * patches + p];
            }
            if (sum > most) {
                best = f;
                most = sum;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        float[] values = new float[patches];
        for (int p = 0; p < patches; p++) {
            values[p] = (float) mass[best * patches + p];
        }
        return Optional.of(new HeatMap(best, across, across, values));
    }
}
