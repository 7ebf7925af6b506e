package org.newsreel.training.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.StrictLoading;
import org.newsreel.extraction.encoder.Tensor;
import org.newsreel.extraction.layer.TorchOps;

/**
 * AdamW (Loshchilov and Hutter 2019) in PyTorch's fused form over groups of parameters, after clipping all gradients by
 * their global norm.
 */
final class FusedAdamW implements AutoCloseable {
    /** Parameters with one learning rate, as a multiple of the schedule's, and one weight decay. */
    record Group(Map<String, Parameter> parameters, double rate, double decay) {}

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private static final String OPS =
            """
            def clip_(self, g: List[Tensor], most: float) -> Tensor:
              n = torch.norm(torch.stack(torch._foreach_norm(g, 2.)))
              c = torch.clamp(torch.div(most, torch.add(n, 1e-6)), None, 1.)
              torch._foreach_mul_(g, c)
              return n
            def forget_(self, g: List[Tensor]) -> Tensor:
              torch._foreach_zero_(g)
              return g[0]
            def adamw_(self, p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], lr: float, b1: float, b2: float, wd: float, eps: float) -> Tensor:
              torch._foreach_add_(steps, 1)
              torch._fused_adamw_(p, g, m, v, annotate(List[Tensor], []), steps, lr=lr, beta1=b1, beta2=b2, weight_decay=wd, eps=eps, amsgrad=False, maximize=False)
              torch._foreach_zero_(g)
              return steps[0]
            """;

    private final TorchOps ops;
    private final NDManager manager;
    private final List<Group> groups;
    private final Map<String, NDArray> mean = new LinkedHashMap<>();
    private final Map<String, NDArray> square = new LinkedHashMap<>();
    private final Map<String, NDArray> steps = new LinkedHashMap<>();

    FusedAdamW(NDManager parent, List<Group> groups) {
        this.ops = TorchOps.of(OPS);
        this.manager = parent.newSubManager();
        this.groups = List.copyOf(groups);
        for (Group group : groups) {
            group.parameters().forEach((name, parameter) -> {
                NDArray array = parameter.getArray();
                array.setRequiresGradient(true);
                mean.put(name, manager.zeros(array.getShape()));
                square.put(name, manager.zeros(array.getShape()));
                steps.put(name, manager.zeros(new Shape()));
            });
        }
    }

    /**
     * Clips the gradients, updates every parameter that has one and zeroes them.
     *
     * @return the norm of all gradients before clipping; when it is not finite, nothing was updated
     */
    double step(double learningRate, double maxNorm) {
        try (NDManager scratch = manager.newSubManager()) {
            Map<String, NDArray> gradients = new LinkedHashMap<>();
            for (Group group : groups) {
                group.parameters().forEach((name, parameter) -> {
                    NDArray gradient = parameter.getArray().getGradient();
                    if (gradient != null) {
                        gradient.attach(scratch);
                        gradients.put(name, gradient);
                    }
                });
            }
            double norm = ops.call(scratch, "clip_", new NDList(gradients.values()), maxNorm)
                    .head()
                    .getFloat();
            if (!Double.isFinite(norm)) {
                // Nothing can be learnt from them; whoever steps decides how many of these are too many.
                ops.call(scratch, "forget_", new NDList(gradients.values()));
                return norm;
            }
            for (Group group : groups) {
                NDList p = new NDList();
                NDList g = new NDList();
                NDList m = new NDList();
                NDList v = new NDList();
                NDList s = new NDList();
                group.parameters().forEach((name, parameter) -> {
                    if (gradients.containsKey(name)) {
                        p.add(parameter.getArray());
                        g.add(gradients.get(name));
                        m.add(mean.get(name));
                        v.add(square.get(name));
                        s.add(steps.get(name));
                    }
                });
                if (!p.isEmpty()) {
                    double rate = learningRate * group.rate();
                    ops.call(scratch, "adamw_", p, g, m, v, s, rate, BETA1, BETA2, group.decay(), EPSILON);
                }
            }
            return norm;
        }
    }

    /** The state by name, for a checkpoint: {@code mean.…}, {@code square.…}, {@code steps.…}. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        mean.forEach((name, array) -> state.put("mean." + name, array));
        square.forEach((name, array) -> state.put("square." + name, array));
        steps.forEach((name, array) -> state.put("steps." + name, array));
        return state;
    }

    /** Takes a saved state over. */
    void restore(Map<String, Tensor> saved, String origin) {
        StrictLoading.copy(state(), saved, origin);
    }

    @Override
    public void close() {
        ops.close();
        manager.close();
    }
}
