package org.newsreel.extraction.layer;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Functions written in TorchScript, callable from Java with or without automatic differentiation. It reaches every
 * operator of PyTorch, among them those that DJL's NDArray API lacks, and keeps what happens inside a function (bf16
 * arithmetic, temporaries) out of DJL's sight. Holds no parameters. Calls may come from several threads.
 */
public final class TorchOps implements AutoCloseable {
    private static final String METHOD_MARK = "module_method:";

    private final Model model;
    private final PtSymbolBlock block;

    private TorchOps(Model model) {
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
    }

    /**
     * Compiles methods.
     *
     * @param methods one or more {@code def name(self, x: Tensor, …) -> Tensor:} in TorchScript's serialised form
     */
    public static TorchOps of(String methods) {
        Model model = Model.newInstance("ops", "PyTorch");
        TorchLog.readLevel();
        try {
            // Without trainParam DJL loads the module in evaluation mode and autograd stops at its border.
            model.load(new ByteArrayInputStream(TorchArchive.of(methods)), Map.of("trainParam", "true"));
            JniUtils.setGraphExecutorOptimize(false);
            return new TorchOps(model);
        } catch (IOException | ai.djl.MalformedModelException e) {
            model.close();
            throw new IllegalStateException("TorchScript methods do not load", e);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /**
     * Switches automatic differentiation off for the calling thread, in which it is on by default. Threads that only
     * infer call it once, before their first forward pass.
     */
    public static void inferOnThisThread() {
        // PyTorch's library is loaded with the engine, which nobody may have asked for yet.
        Engine.getEngine("PyTorch");
        TorchLog.readLevel();
        JniUtils.setGradMode(false);
    }

    /**
     * Calls a method of tensors so that gradients flow through it. Arguments lose their names, parameters for good; what
     * parameters are called is known to those who made them.
     *
     * @return the result, owned by {@code manager}
     */
    public NDArray apply(NDManager manager, String method, NDArray... arguments) {
        NDList list = new NDList(arguments);
        for (NDArray argument : arguments) {
            // DJL would read a parameter's dotted name as a key into a dictionary argument. The name is not put back,
            // for
            // another thread may be about to call with the same parameter.
            argument.setName(null);
        }
        try (NDArray mark = manager.create(0f)) {
            mark.setName(METHOD_MARK + method);
            list.add(mark);
            NDArray result = IValueUtils.forward(block, list, true).singletonOrThrow();
            result.attach(manager);
            return result;
        }
    }

    /** A result that stays in native form, to be an argument of later calls; its arrays may be of any layout. */
    public static final class Held implements AutoCloseable {
        private final IValue value;

        private Held(IValue value) {
            this.value = value;
        }

        @Override
        public void close() {
            value.close();
        }
    }

    /**
     * Calls a method of any arguments outside automatic differentiation; the way to operators that write in place.
     *
     * @param arguments {@link NDArray}, {@link NDList}, {@link Held}, {@link Long}, {@link Double} or {@link Boolean}
     * @return the results, owned by {@code manager}
     */
    public NDList call(NDManager manager, String method, Object... arguments) {
        try (IValue result = run(method, arguments)) {
            return result.toNDList((PtNDManager) manager);
        }
    }

    /** Like {@link #call}, for results that DJL can't take, such as arrays in 16 bits or in oneDNN's layout. */
    public Held hold(String method, Object... arguments) {
        return new Held(run(method, arguments));
    }

    private IValue run(String method, Object... arguments) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(arguments[i]);
            }
            return IValueUtils.runMethod(block, method, values);
        } finally {
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null && !(arguments[i] instanceof Held)) {
                    values[i].close();
                }
            }
        }
    }

    private static IValue value(Object argument) {
        if (argument instanceof PtNDArray array) {
            return IValue.from(array);
        }
        if (argument instanceof Held held) {
            return held.value;
        }
        if (argument instanceof NDList list) {
            return IValue.listFrom(list.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
        }
        if (argument instanceof Long number) {
            return IValue.from(number);
        }
        if (argument instanceof Double number) {
            return IValue.from(number);
        }
        if (argument instanceof Boolean flag) {
            return IValue.from(flag);
        }
        throw new IllegalArgumentException("TorchScript takes no argument of " + argument.getClass());
    }

    @Override
    public void close() {
        model.close();
    }
}
