package org.newsreel.extraction.detector;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an ONNX model whose outputs are linear in the mean red, green and blue of its input: enough of a detector to see
 * whether pictures go in and boxes come out as they should. Field numbers are those of {@code onnx.proto}.
 */
final class TinyOnnx {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final List<String> outputs = new ArrayList<>();

    TinyOnnx() {
        // [1, 3, size, size] -> [1, 3, 1, 1] -> [1, 3]
        message(graph, 1, node("GlobalAveragePool", List.of("x"), "means4"));
        message(graph, 1, node("Flatten", List.of("means4"), "means"));
    }

    /** An output of {@code shape} whose value at i is {@code constant[i] + red[i] × the mean of red}. */
    TinyOnnx output(int[] shape, float[] constant, float[] red) {
        String name = "o" + outputs.size();
        ByteBuffer weight = floats(3 * constant.length);
        for (float value : red) {
            weight.putFloat(value);
        }
        message(graph, 5, tensor(name + "w", FLOAT, new int[] {3, constant.length}, weight.array()));
        ByteBuffer bias = floats(constant.length);
        for (float value : constant) {
            bias.putFloat(value);
        }
        message(graph, 5, tensor(name + "b", FLOAT, new int[] {constant.length}, bias.array()));
        ByteBuffer to = ByteBuffer.allocate(8 * shape.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int d : shape) {
            to.putLong(d);
        }
        message(graph, 5, tensor(name + "s", INT64, new int[] {shape.length}, to.array()));
        message(graph, 1, node("Gemm", List.of("means", name + "w", name + "b"), name + "flat"));
        message(graph, 1, node("Reshape", List.of(name + "flat", name + "s"), name));
        message(graph, 12, valueInfo(name, shape));
        outputs.add(name);
        return this;
    }

    byte[] model(int size) {
        text(graph, 2, "tiny");
        message(graph, 11, valueInfo("x", new int[] {1, 3, size, size}));
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        number(model, 1, 7);
        message(model, 7, graph);
        ByteArrayOutputStream opset = new ByteArrayOutputStream();
        text(opset, 1, "");
        number(opset, 2, 12);
        message(model, 8, opset);
        return model.toByteArray();
    }

    private static ByteBuffer floats(int count) {
        return ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteArrayOutputStream node(String operator, List<String> inputs, String output) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        inputs.forEach(input -> text(node, 1, input));
        text(node, 2, output);
        text(node, 3, "n" + output);
        text(node, 4, operator);
        return node;
    }

    private static ByteArrayOutputStream tensor(String name, int type, int[] shape, byte[] raw) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        for (int d : shape) {
            number(tensor, 1, d);
        }
        number(tensor, 2, type);
        text(tensor, 8, name);
        bytes(tensor, 9, raw);
        return tensor;
    }

    private static ByteArrayOutputStream valueInfo(String name, int[] shape) {
        ByteArrayOutputStream dims = new ByteArrayOutputStream();
        for (int d : shape) {
            ByteArrayOutputStream dim = new ByteArrayOutputStream();
            number(dim, 1, d);
            message(dims, 1, dim);
        }
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        number(tensor, 1, FLOAT);
        message(tensor, 2, dims);
        ByteArrayOutputStream type = new ByteArrayOutputStream();
        message(type, 1, tensor);
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        text(info, 1, name);
        message(info, 2, type);
        return info;
    }

    private static void message(ByteArrayOutputStream to, int field, ByteArrayOutputStream content) {
        bytes(to, field, content.toByteArray());
    }

    private static void text(ByteArrayOutputStream to, int field, String text) {
        bytes(to, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream to, int field, byte[] content) {
        varint(to, field << 3 | 2);
        varint(to, content.length);
        to.writeBytes(content);
    }

    private static void number(ByteArrayOutputStream to, int field, long value) {
        varint(to, field << 3);
        varint(to, value);
    }

    private static void varint(ByteArrayOutputStream to, long value) {
        long rest = value;
        while (rest > 127) {
            to.write((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        to.write((int) rest);
    }
}
