package org.newsreel.training.ablation;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.newsreel.extraction.dgfpt.DgfPtExample;
import org.newsreel.extraction.hmnet.HmnetExample;
import org.newsreel.extraction.hvformer.HvformerConfig;
import org.newsreel.extraction.hvformer.HvformerNetwork;
import org.newsreel.extraction.m3d.M3dConfig;
import org.newsreel.extraction.m3d.M3dNetwork;
import org.newsreel.extraction.m3d.Missing;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.training.made.Tongue;

/** What the papers vary step by step, beside what they take away. */
final class Sweeps {
    private Sweeps() {}

    static List<Trial<?>> all(Tongue tongue) {
        M3dConfig m3d = M3dTrials.config(tongue);
        HvformerConfig hvformer = PostTrials.hvformerConfig(tongue);
        return List.of(
                M3dTrials.of(tongue).sweep("m3d-prompt", points(prompts(m3d), c -> new M3dNetwork(c, Device.cpu()))),
                M3dTrials.of(tongue).sweep("m3d-missing", points(missing(m3d), c -> new M3dNetwork(c, Device.cpu()))),
                PostTrials.hmnet(tongue).lessons("hmnet-examples", examplesPerClass()),
                DgfPtTrials.of(tongue).lessons("dgfpt-pictures", shareOfPictures()),
                PostTrials.hvformer(tongue)
                        .sweep(
                                "hvformer-layers",
                                points(hvformer.singleLevels(), c -> new HvformerNetwork(c, Device.cpu()))));
    }

    private static <E, C> Map<String, Supplier<TrainableNetwork<E>>> points(
            Map<String, C> configs, Function<C, TrainableNetwork<E>> network) {
        Map<String, Supplier<TrainableNetwork<E>>> points = new LinkedHashMap<>();
        configs.forEach((point, config) -> points.put(point, () -> network.apply(config)));
        return points;
    }

    /** M3D's figure 8: the length of the prompt that stands for a missing modality. */
    private static Map<String, M3dConfig> prompts(M3dConfig whole) {
        Map<String, M3dConfig> points = new LinkedHashMap<>();
        for (int length : new int[] {1, 2, 4, 8, 16}) {
            points.put("prompt of " + length, whole.withPromptLength(length));
        }
        return points;
    }

    /** M3D's figure on missing modalities: the share of documents that lose one, half of them their words. */
    private static Map<String, M3dConfig> missing(M3dConfig whole) {
        Map<String, M3dConfig> points = new LinkedHashMap<>();
        for (int percent : new int[] {0, 20, 40, 60, 80}) {
            points.put(percent + " % missing", whole.with(new Missing(1, percent / 200.0, percent / 200.0)));
        }
        return points;
    }

    /** HMNeT's figure 3: so many examples of every relation. */
    private static Map<String, UnaryOperator<List<HmnetExample>>> examplesPerClass() {
        Map<String, UnaryOperator<List<HmnetExample>>> points = new LinkedHashMap<>();
        for (int most : new int[] {10, 25, 50, 100, 200}) {
            points.put(most + " per class", all -> {
                Map<Integer, Integer> taken = new HashMap<>();
                List<HmnetExample> few = new ArrayList<>();
                for (HmnetExample example : all) {
                    if (taken.merge(example.relation().orElseThrow(), 1, Integer::sum) <= most) {
                        few.add(example);
                    }
                }
                return few;
            });
        }
        return points;
    }

    /** DGF-PT's figure 3: the share of pictures that is left, spread evenly. */
    private static Map<String, UnaryOperator<List<DgfPtExample>>> shareOfPictures() {
        Map<String, UnaryOperator<List<DgfPtExample>>> points = new LinkedHashMap<>();
        for (int percent : new int[] {0, 25, 50, 75, 100}) {
            points.put(percent + " % of pictures", all -> {
                List<DgfPtExample> some = new ArrayList<>();
                int seen = 0;
                for (DgfPtExample example : all) {
                    boolean there = example.picture().isPresent();
                    boolean kept = there && (seen + 1) * percent / 100 > seen * percent / 100;
                    seen += there ? 1 : 0;
                    some.add(kept ? example : example.withoutPicture());
                }
                return some;
            });
        }
        return points;
    }
}
