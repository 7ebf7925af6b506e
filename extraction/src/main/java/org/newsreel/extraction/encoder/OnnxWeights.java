package org.newsreel.extraction.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the weights of a BERT out of an ONNX file and gives them their publisher's names. Exporters keep the names of
 * embeddings, norms and biases, but fold each linear layer's weight into an anonymous, transposed operand of a MatMul;
 * the Add that consumes the product carries {@code X.bias}, so that operand is {@code X.weight}.
 */
public final class OnnxWeights {
    private static final int FLOAT = 1;

    private record Node(String operator, List<String> inputs, List<String> outputs) {}

    private final Map<String, Tensor> stored = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private OnnxWeights() {}

    /**
     * Reads a whole ONNX model.
     *
     * @return the tensors by BERT parameter name, such as {@code encoder.layer.0.output.dense.weight}; their values are
     *     views of {@code model}
     * @throws IllegalArgumentException when the bytes are no ONNX model
     */
    public static Map<String, Tensor> read(ByteBuffer model) {
        OnnxWeights weights = new OnnxWeights();
        ProtoReader.read(model, field -> {
            if (field.number() == 7) {
                weights.readGraph(field.slice());
            }
        });
        return weights.named();
    }

    private void readGraph(ByteBuffer graph) {
        ProtoReader.read(graph, field -> {
            if (field.number() == 1) {
                readNode(field.slice());
            } else if (field.number() == 5) {
                readTensor(field.slice());
            }
        });
    }

    private void readNode(ByteBuffer message) {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        String[] operator = {""};
        ProtoReader.read(message, field -> {
            switch (field.number()) {
                case 1 -> inputs.add(field.text());
                case 2 -> outputs.add(field.text());
                case 4 -> operator[0] = field.text();
                default -> {
                    // Names, attributes and comments do not matter here.
                }
            }
        });
        nodes.add(new Node(operator[0], inputs, outputs));
    }

    private void readTensor(ByteBuffer message) {
        List<Long> dimensions = new ArrayList<>();
        long[] type = {0};
        String[] name = {""};
        FloatBuffer[] values = {null};
        ProtoReader.read(message, field -> {
            switch (field.number()) {
                case 1 -> {
                    if (field.wireType() == ProtoReader.Field.LENGTH_DELIMITED) {
                        ByteBuffer packed = field.slice();
                        while (packed.hasRemaining()) {
                            dimensions.add(ProtoReader.varint(packed));
                        }
                    } else {
                        dimensions.add(field.value());
                    }
                }
                case 2 -> type[0] = field.value();
                case 4, 9 -> {
                    if (field.wireType() == ProtoReader.Field.LENGTH_DELIMITED) {
                        values[0] = field.slice()
                                .duplicate()
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .asFloatBuffer();
                    }
                }
                case 8 -> name[0] = field.text();
                default -> {
                    // Other element types hold shapes and indexes, never weights.
                }
            }
        });
        if (type[0] == FLOAT && values[0] != null) {
            long[] shape = dimensions.stream().mapToLong(Long::longValue).toArray();
            stored.put(name[0], new Tensor(name[0], shape, values[0], false));
        }
    }

    private Map<String, Tensor> named() {
        Map<String, Node> addOf = new HashMap<>();
        for (Node node : nodes) {
            if (node.operator().equals("Add")) {
                node.inputs().forEach(input -> addOf.put(input, node));
            }
        }
        Map<String, Tensor> named = new TreeMap<>();
        stored.forEach((name, tensor) -> {
            if (!name.startsWith("onnx::") && name.contains(".")) {
                String plain = publisherName(name);
                named.put(plain, new Tensor(plain, tensor.dimensions(), tensor.values(), false));
            }
        });
        for (Node node : nodes) {
            if (!node.operator().equals("MatMul") || node.inputs().size() != 2) {
                continue;
            }
            Tensor weight = stored.get(node.inputs().get(1));
            Node add = addOf.get(node.outputs().get(0));
            if (weight == null || add == null || weight.dimensions().length != 2) {
                continue;
            }
            for (String input : add.inputs()) {
                if (stored.containsKey(input) && input.endsWith(".bias")) {
                    String name = publisherName(input.substring(0, input.length() - "bias".length()) + "weight");
                    long[] turned = {weight.dimensions()[1], weight.dimensions()[0]};
                    named.put(name, new Tensor(name, turned, weight.values(), true));
                }
            }
        }
        return named;
    }

    /** Strips what an exporter puts in front, such as {@code model.bert.}. */
    private static String publisherName(String name) {
        int embeddings = name.indexOf("embeddings.");
        int encoder = name.indexOf("encoder.");
        int start = embeddings < 0 ? encoder : encoder < 0 ? embeddings : Math.min(embeddings, encoder);
        return start > 0 ? name.substring(start) : name;
    }
}
