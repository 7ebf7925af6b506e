package org.newsreel.extraction.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.encoder.Gpt2Config;
import org.newsreel.extraction.encoder.LongformerConfig;
import org.newsreel.extraction.encoder.ResNetConfig;
import org.newsreel.extraction.encoder.VggConfig;
import org.newsreel.extraction.encoder.VitConfig;

/** A publisher's {@code config.json} as our configurations. What our encoders can't do is refused. */
final class PublishedConfig {
    static final String FILE = "config.json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final JsonNode json;

    private PublishedConfig(Path file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    /** Reads a directory's configuration; empty when it has none, as torchvision's networks. */
    static PublishedConfig read(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return new PublishedConfig(
                    file, Files.exists(file) ? MAPPER.readTree(file.toFile()) : MAPPER.createObjectNode());
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " is not valid JSON.", e);
        }
    }

    /** The family that the configuration names, or that the names of tensors show where there is no configuration. */
    Family family(Map<String, long[]> shapes) {
        String type = json.path("model_type").asText(json.path("architecture").asText(""));
        boolean sliding = json.has("attention_window");
        return switch (type) {
            case "bert" -> Family.BERT;
            case "roberta", "xlm-roberta" -> sliding ? Family.LONGFORMER : Family.ROBERTA;
            case "longformer" -> Family.LONGFORMER;
            case "gpt2" -> Family.GPT2;
            case "vit" -> Family.VIT;
            case "clip", "clip_vision_model" -> Family.CLIP;
            case "vision-encoder-decoder" -> Family.CAPTIONER;
            default -> {
                if (shapes.containsKey("layer1.0.conv1.weight")) {
                    yield Family.RESNET;
                }
                if (shapes.containsKey("features.0.weight")) {
                    yield Family.VGG;
                }
                throw new IllegalArgumentException("The directory " + file.getParent()
                        + (type.isEmpty() ? " has no " + FILE + " that says" : " has a model of type " + type + ";")
                        + (type.isEmpty() ? " what it holds." : " Newsreel has no encoder for it."));
            }
        };
    }

    BertConfig bert(Family family) {
        is("hidden_act", "gelu");
        is("position_embedding_type", "absolute");
        return new BertConfig(
                whole("vocab_size"),
                whole("max_position_embeddings") - layout(family).firstPosition(),
                whole("hidden_size"),
                whole("num_hidden_layers"),
                whole("num_attention_heads"),
                whole("intermediate_size"),
                json.path("hidden_dropout_prob").asDouble(0.1),
                json.path("layer_norm_eps").asDouble(1e-12),
                0);
    }

    static BertLayout layout(Family family) {
        return family == Family.BERT ? BertLayout.BERT : BertLayout.ROBERTA;
    }

    LongformerConfig longformer() {
        BertConfig bert = bert(Family.LONGFORMER);
        JsonNode windows = json.path("attention_window");
        int window = windows.isArray() ? windows.path(0).asInt() : windows.asInt();
        for (JsonNode other : windows) {
            if (other.asInt() != window) {
                throw new IllegalArgumentException(
                        "The file " + file + " has layers of different attention_window, which Newsreel can't do.");
            }
        }
        return new LongformerConfig(
                bert.vocabSize(),
                bert.maxPositions(),
                bert.hiddenSize(),
                bert.layers(),
                bert.heads(),
                bert.intermediateSize(),
                window / 2,
                1,
                bert.dropout(),
                bert.layerNormEps());
    }

    Gpt2Config gpt2() {
        is("activation_function", "gelu_new");
        int d = whole("n_embd");
        if (json.hasNonNull("n_inner") && json.path("n_inner").asInt() != 4 * d) {
            throw new IllegalArgumentException("The file " + file + " has n_inner other than four times n_embd.");
        }
        return new Gpt2Config(
                whole("vocab_size"),
                whole("n_positions"),
                d,
                whole("n_layer"),
                whole("n_head"),
                json.path("resid_pdrop").asDouble(0.1),
                json.path("layer_norm_epsilon").asDouble(1e-5),
                json.path("add_cross_attention").asBoolean(false));
    }

    VitConfig vit(boolean clip) {
        PublishedConfig vision =
                json.has("vision_config") ? new PublishedConfig(file, json.path("vision_config")) : this;
        vision.is("hidden_act", clip ? "quick_gelu" : "gelu");
        return new VitConfig(
                vision.whole("image_size"),
                vision.whole("patch_size"),
                vision.whole("hidden_size"),
                vision.whole("num_hidden_layers"),
                vision.whole("num_attention_heads"),
                vision.whole("intermediate_size"),
                vision.json.path("layer_norm_eps").asDouble(clip ? 1e-5 : 1e-12),
                clip);
    }

    /** The part of a captioner's configuration, {@code encoder} or {@code decoder}. */
    PublishedConfig part(String name) {
        return new PublishedConfig(file, json.path(name));
    }

    /** A whole number, or another where there is none. */
    int whole(String name, int otherwise) {
        return json.path(name).asInt(otherwise);
    }

    static ResNetConfig resNet(Map<String, long[]> shapes) {
        List<Integer> blocks = new ArrayList<>();
        for (int stage = 1; stage <= ResNetConfig.STAGES; stage++) {
            int count = 0;
            while (shapes.containsKey("layer" + stage + "." + count + ".conv1.weight")) {
                count++;
            }
            blocks.add(count);
        }
        return new ResNetConfig((int) first(shapes, "conv1.weight"), blocks, 1e-5);
    }

    /** Convolutions of one width follow each other two steps apart, over a pooling three. */
    static VggConfig vgg(Map<String, long[]> shapes) {
        TreeMap<Integer, Integer> widths = new TreeMap<>();
        shapes.forEach((name, shape) -> {
            if (name.matches("features\\.\\d+\\.weight")) {
                widths.put(Integer.parseInt(name.split("\\.")[1]), (int) shape[0]);
            }
        });
        List<Integer> width = new ArrayList<>();
        List<Integer> depth = new ArrayList<>();
        int before = -3;
        for (Map.Entry<Integer, Integer> step : widths.entrySet()) {
            if (step.getKey() - before > 2) {
                width.add(step.getValue());
                depth.add(0);
            }
            depth.set(depth.size() - 1, depth.get(depth.size() - 1) + 1);
            before = step.getKey();
        }
        long[] connected = shapes.getOrDefault("classifier.0.weight", new long[] {0, 0});
        double cells =
                connected.length < 2 || width.isEmpty() ? 0 : connected[1] / (double) width.get(width.size() - 1);
        return new VggConfig(width, depth, (int) Math.round(Math.sqrt(cells)), (int) connected[0]);
    }

    private static long first(Map<String, long[]> shapes, String name) {
        long[] shape = shapes.get(name);
        return shape == null || shape.length == 0 ? 0 : shape[0];
    }

    private int whole(String name) {
        if (!json.path(name).isInt()) {
            throw new IllegalArgumentException("The file " + file + " does not say " + name + ".");
        }
        return json.path(name).asInt();
    }

    private void is(String name, String wanted) {
        String given = json.path(name).asText(wanted);
        if (!given.equals(wanted)) {
            throw new IllegalArgumentException("The file " + file + " says " + name + " " + given
                    + " where Newsreel's encoder has " + wanted + ".");
        }
    }
}
