package org.newsreel.extraction.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A block whose forward pass is one TorchScript method: it takes the inputs, then the block's parameters in the order
 * in which they were added, and gives one array.
 */
public final class ScriptBlock extends AbstractBlock {
    private final TorchOps ops;
    private final String method;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    /** A block without parameters yet. */
    public ScriptBlock(TorchOps ops, String method) {
        this.ops = ops;
        this.method = method;
    }

    /** Adds the next parameter. */
    public ScriptBlock with(String name, Initializer initializer, long... shape) {
        Parameter.Type type = shape.length == 1 ? Parameter.Type.BIAS : Parameter.Type.WEIGHT;
        byName.put(
                name,
                addParameter(Parameter.builder()
                        .setName(name)
                        .setType(type)
                        .optShape(new Shape(shape))
                        .optInitializer(initializer)
                        .build()));
        return this;
    }

    /** Another method over the same parameters. */
    public NDArray run(NDManager manager, ParameterStore store, boolean training, String other, NDArray... inputs) {
        List<NDArray> arguments = new ArrayList<>(List.of(inputs));
        for (Parameter parameter : byName.values()) {
            arguments.add(store.getValue(parameter, manager.getDevice(), training));
        }
        return ops.apply(manager, other, arguments.toArray(NDArray[]::new));
    }

    /** The parameters by name, in the order of the method's arguments. */
    public Map<String, Parameter> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** Runs the method; the result belongs to {@code manager}. */
    public NDArray run(NDManager manager, ParameterStore store, boolean training, NDArray... inputs) {
        return run(manager, store, training, method, inputs);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
        return new NDList(run(inputs.head().getManager(), store, training, inputs.toArray(NDArray[]::new)));
    }

    /** Unknown before the method has run. */
    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        throw new UnsupportedOperationException("the shape of " + method + " follows from running it");
    }
}
