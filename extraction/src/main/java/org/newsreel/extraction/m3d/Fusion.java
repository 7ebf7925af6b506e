package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.LayerNorm;
import org.newsreel.extraction.layer.Weights;

/** DFFM in one direction: one modality is fused into the other (eq. 8 to 11). Without levels it is a projection. */
record Fusion(NDArray own, List<FusionLevel> levels, List<NDArray> outputs, LayerNorm norm, LossWeights losses) {
    private static final double EPS = 1e-5;

    /**
     * What fusion made.
     *
     * @param states eq. 11, {@code [B, n, d]}
     * @param loss of the auto-encoders, a mean over levels, {@code []}
     */
    record Fused(NDArray states, Optional<NDArray> loss) {}

    static Fusion of(Weights weights, M3dConfig config) {
        int d = config.text().hiddenSize();
        List<FusionLevel> levels = new ArrayList<>();
        List<NDArray> outputs = new ArrayList<>();
        NDArray own = weights.add("own.weight", Weights.XAVIER, d, d);
        if (config.parts().fusion()) {
            for (int i = 0; i < config.levels(); i++) {
                Weights level = weights.in(
                        config.levels() == 1
                                ? "last"
                                : List.of("low", "middle", "high").get(i));
                levels.add(FusionLevel.of(level, config));
                outputs.add(level.add("output.weight", Weights.XAVIER, d, d));
            }
        }
        return new Fusion(own, levels, outputs, weights.norm("norm", d, EPS), config.losses());
    }

    /** Eq. 11, then a layer norm. Without levels {@code other} is not looked at. */
    Fused fuse(Side side, Optional<Side> other, boolean training) {
        NDArray sum = Functions.linear(side.states(), own);
        if (levels.isEmpty()) {
            return new Fused(norm.apply(sum), Optional.empty());
        }
        Side from = other.orElseThrow();
        NDArray bias = from.bias();
        NDArray loss = null;
        for (int i = 0; i < levels.size(); i++) {
            FusionLevel.Step step = levels.get(i).fuse(side, from.levels().get(i), from.mask(), bias, losses, training);
            sum = sum.add(Functions.linear(step.states(), outputs.get(i)));
            if (step.loss().isPresent()) {
                loss = loss == null ? step.loss().get() : loss.add(step.loss().get());
            }
        }
        return new Fused(norm.apply(sum), Optional.ofNullable(loss).map(l -> Functions.scale(l, 1.0 / levels.size())));
    }

    /** How each level looks at the other modality. */
    List<FusionLevel.Look> looks(Side side, Side other) {
        List<FusionLevel.Look> looks = new ArrayList<>();
        NDArray bias = other.bias();
        for (int i = 0; i < levels.size(); i++) {
            looks.add(levels.get(i).look(side.states(), other.levels().get(i), bias));
        }
        return looks;
    }
}
