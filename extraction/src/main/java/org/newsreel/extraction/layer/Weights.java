package org.newsreel.extraction.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.XavierInitializer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named parameters of a network, in the order in which they were added. A scope adds a prefix to names; all scopes of
 * one network share one set. Not thread safe while parameters are added.
 */
public final class Weights {
    /** For the tables and matrices of pretrained encoders. */
    public static final Initializer NORMAL = new NormalInitializer(0.02f);

    /** For layers that are trained from the start (Glorot and Bengio 2010, eq. 16). */
    public static final Initializer XAVIER = new XavierInitializer();

    /** For layers before a ReLU (He et al. 2015, eq. 10). */
    public static final Initializer HE =
            new XavierInitializer(XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2);

    public static final Initializer ZEROS = new ConstantInitializer(0);
    public static final Initializer ONES = new ConstantInitializer(1);

    private final NDManager root;
    private final String prefix;
    private final Map<String, Parameter> byName;
    private final boolean filled;

    /** An empty set whose arrays belong to {@code root}. */
    public Weights(NDManager root) {
        this(root, "", new LinkedHashMap<>(), true);
    }

    private Weights(NDManager root, String prefix, Map<String, Parameter> byName, boolean filled) {
        this.root = root;
        this.prefix = prefix;
        this.byName = byName;
        this.filled = filled;
    }

    /**
     * An empty set whose arrays get no values, to be loaded: whatever the memory holds. Memory that nothing is written to
     * costs nothing, so a large network can also be counted this way.
     */
    public static Weights unfilled(NDManager root) {
        return new Weights(root, "", new LinkedHashMap<>(), false);
    }

    /** The same set with {@code name.} before the names of what is added. */
    public Weights in(String name) {
        return new Weights(root, prefix + name + ".", byName, filled);
    }

    /**
     * Adds a parameter and fills it.
     *
     * @throws IllegalArgumentException when the name is taken
     */
    public NDArray add(String name, Initializer initializer, long... shape) {
        return add(name, initializer, true, shape);
    }

    /** Adds an array that a checkpoint holds and training leaves alone: its parameter requires no gradient. */
    public NDArray fixed(String name, Initializer initializer, long... shape) {
        return add(name, initializer, false, shape);
    }

    private NDArray add(String name, Initializer initializer, boolean trained, long... shape) {
        String full = prefix + name;
        if (byName.containsKey(full)) {
            throw new IllegalArgumentException("a network has two parameters called " + full);
        }
        Parameter parameter = Parameter.builder()
                .setName(full)
                .setType(shape.length == 1 ? Parameter.Type.BIAS : Parameter.Type.WEIGHT)
                .optShape(new Shape(shape))
                .optInitializer(filled ? initializer : NDManager::create)
                .optRequiresGrad(trained)
                .build();
        parameter.initialize(root, DataType.FLOAT32);
        byName.put(full, parameter);
        return parameter.getArray();
    }

    /** A linear layer {@code name.weight}, {@code name.bias} from the start. */
    public Linear linear(String name, long in, long out) {
        return new Linear(add(name + ".weight", XAVIER, out, in), add(name + ".bias", ZEROS, out));
    }

    /** A layer normalisation {@code name.weight}, {@code name.bias} over {@code size} values. */
    public LayerNorm norm(String name, long size, double eps) {
        return new LayerNorm(add(name + ".weight", ONES, size), add(name + ".bias", ZEROS, size), eps);
    }

    /** Adds a linear layer as pretrained encoders start theirs. */
    public Linear pretrained(String name, long in, long out) {
        return new Linear(add(name + ".weight", NORMAL, out, in), add(name + ".bias", ZEROS, out));
    }

    /** Where the parameters live. */
    public NDManager root() {
        return root;
    }

    /** All parameters by their full names, whichever scope this is. */
    public Map<String, Parameter> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** What this scope and those inside it have added so far, by their names in this scope. */
    public Map<String, Parameter> own() {
        Map<String, Parameter> own = new LinkedHashMap<>();
        byName.forEach((name, parameter) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), parameter);
            }
        });
        return Collections.unmodifiableMap(own);
    }
}
