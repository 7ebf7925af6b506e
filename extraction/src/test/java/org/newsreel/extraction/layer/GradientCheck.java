package org.newsreel.extraction.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Compares gradients with central differences, for a few values of every parameter. */
public final class GradientCheck {
    private static final float STEP = 1e-2f;
    private static final int VALUES = 4;

    private GradientCheck() {}

    /**
     * Fails when a gradient differs from what the loss does, leaving out arrays that aren't trained.
     *
     * @param loss gives {@code []} without dropout from a scratch manager
     */
    public static void check(NDManager root, Map<String, Parameter> all, Function<NDManager, NDArray> loss) {
        check(root, all, STEP, loss);
    }

    /** Likewise with differences over a smaller step, for losses with kinks. */
    public static void check(
            NDManager root, Map<String, Parameter> all, float step, Function<NDManager, NDArray> loss) {
        Map<String, Parameter> parameters = new LinkedHashMap<>(all);
        parameters.values().removeIf(p -> !p.requiresGradient());
        parameters.values().forEach(p -> p.getArray().setRequiresGradient(true));
        try (NDManager scratch = root.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(loss.apply(scratch));
        }
        Random random = new Random(11);
        parameters.forEach((name, parameter) -> {
            float[] gradient = gradient(root, parameter.getArray());
            float[] values = parameter.getArray().toFloatArray();
            for (int i = 0; i < VALUES; i++) {
                int at = random.nextInt(values.length);
                double slope =
                        (at(root, parameter, values, at, step, loss) - at(root, parameter, values, at, -step, loss))
                                / (2 * step);
                assertThat(Math.abs(gradient[at] - slope))
                        .as("gradient %s of %s[%d] against the difference %s", gradient[at], name, at, slope)
                        .isLessThan(2e-3 + 0.03 * Math.abs(slope));
            }
            parameter.getArray().set(values);
        });
    }

    private static float[] gradient(NDManager root, NDArray array) {
        try (NDManager scratch = root.newSubManager()) {
            NDArray gradient = array.getGradient();
            gradient.attach(scratch);
            return gradient.toFloatArray();
        }
    }

    private static double at(
            NDManager root,
            Parameter parameter,
            float[] values,
            int at,
            float step,
            Function<NDManager, NDArray> loss) {
        float[] moved = values.clone();
        moved[at] += step;
        parameter.getArray().set(moved);
        try (NDManager scratch = root.newSubManager()) {
            return loss.apply(scratch).toFloatArray()[0];
        }
    }
}
