package org.newsreel.extraction.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.newsreel.extraction.model.SafeTensors.Stored;

/** Small random checkpoints laid out as publishers do, heads and buffers included; the names are theirs. */
public final class TinyCheckpoints {
    private static final int D = 8;
    private static final int F = 16;

    private final Random random = new Random(7);
    private final Map<String, Stored> tensors = new LinkedHashMap<>();

    private TinyCheckpoints() {}

    /** The tensors of {@code bert-base-uncased}, whose norms have their old names. */
    public static Map<String, Stored> bert() {
        TinyCheckpoints all = new TinyCheckpoints();
        all.text("bert.", 40, 12, 2, "LayerNorm.gamma", "LayerNorm.beta", "query,key,value");
        all.linear("bert.pooler.dense", D, D);
        all.add("cls.predictions.bias", 40);
        all.linear("cls.predictions.transform.dense", D, D);
        all.add("cls.predictions.transform.LayerNorm.gamma", D);
        all.add("cls.predictions.transform.LayerNorm.beta", D);
        all.linear("cls.seq_relationship", 2, D);
        return all.tensors;
    }

    static String bertJson() {
        return "{\"model_type\": \"bert\", \"vocab_size\": 40, \"max_position_embeddings\": 12, " + text()
                + "\"layer_norm_eps\": 1e-12, \"type_vocab_size\": 2}";
    }

    static Map<String, Stored> roberta() {
        TinyCheckpoints all = new TinyCheckpoints();
        all.text("roberta.", 40, 14, 1, "LayerNorm.weight", "LayerNorm.bias", "query,key,value");
        all.add("lm_head.bias", 40);
        all.linear("lm_head.dense", D, D);
        all.numbers("roberta.embeddings.position_ids", 14);
        return all.tensors;
    }

    static String robertaJson() {
        return "{\"model_type\": \"xlm-roberta\", \"vocab_size\": 40, \"max_position_embeddings\": 14, " + text()
                + "\"layer_norm_eps\": 1e-05, \"type_vocab_size\": 1}";
    }

    static Map<String, Stored> longformer() {
        TinyCheckpoints all = new TinyCheckpoints();
        String projections = "query,key,value,query_global,key_global,value_global";
        all.text("longformer.", 40, 22, 1, "LayerNorm.weight", "LayerNorm.bias", projections);
        all.linear("longformer.pooler.dense", D, D);
        all.add("lm_head.bias", 40);
        return all.tensors;
    }

    static String longformerJson() {
        return "{\"model_type\": \"longformer\", \"vocab_size\": 40, \"max_position_embeddings\": 22, "
                + "\"attention_window\": [6, 6], " + text() + "\"layer_norm_eps\": 1e-05}";
    }

    static Map<String, Stored> gpt2() {
        TinyCheckpoints all = new TinyCheckpoints();
        all.gpt("", 30, false);
        for (int l = 0; l < 2; l++) {
            all.add("h." + l + ".attn.bias", 1, 1, 9, 9);
        }
        return all.tensors;
    }

    static String gpt2Json() {
        return "{\"model_type\": \"gpt2\", " + gpt(30) + "}";
    }

    static Map<String, Stored> vit() {
        TinyCheckpoints all = new TinyCheckpoints();
        all.pictures("vit.");
        all.linear("classifier", 5, D);
        return all.tensors;
    }

    static String vitJson() {
        return "{\"model_type\": \"vit\", " + pictures() + "}";
    }

    static Map<String, Stored> clip() {
        TinyCheckpoints all = new TinyCheckpoints();
        String v = "vision_model.";
        all.add("logit_scale");
        all.add("text_projection.weight", 4, D);
        all.add("visual_projection.weight", 4, D);
        all.add("text_model.embeddings.token_embedding.weight", 20, D);
        all.numbers(v + "embeddings.position_ids", 5);
        all.add(v + "embeddings.class_embedding", D);
        all.add(v + "embeddings.patch_embedding.weight", D, 3, 3, 3);
        all.add(v + "embeddings.position_embedding.weight", 5, D);
        all.norm(v + "pre_layrnorm", "weight", "bias");
        for (int l = 0; l < 2; l++) {
            String p = v + "encoder.layers." + l + ".";
            for (String name : "q_proj,k_proj,v_proj,out_proj".split(",")) {
                all.linear(p + "self_attn." + name, D, D);
            }
            all.norm(p + "layer_norm1", "weight", "bias");
            all.linear(p + "mlp.fc1", F, D);
            all.linear(p + "mlp.fc2", D, F);
            all.norm(p + "layer_norm2", "weight", "bias");
        }
        all.norm(v + "post_layernorm", "weight", "bias");
        return all.tensors;
    }

    static String clipJson() {
        return "{\"model_type\": \"clip\", \"vision_config\": {\"hidden_act\": \"quick_gelu\", " + sizes()
                + "\"image_size\": 6, \"patch_size\": 3}}";
    }

    static Map<String, Stored> resnet() {
        TinyCheckpoints all = new TinyCheckpoints();
        all.convolution("conv1", "bn1", 2, 3, 7);
        int in = 2;
        for (int s = 0; s < 4; s++) {
            int inner = 2 << s;
            for (int i = 0; i < (s == 1 ? 2 : 1); i++) {
                String p = "layer" + (s + 1) + "." + i + ".";
                all.convolution(p + "conv1", p + "bn1", inner, in, 1);
                all.convolution(p + "conv2", p + "bn2", inner, inner, 3);
                all.convolution(p + "conv3", p + "bn3", 4 * inner, inner, 1);
                if (i == 0) {
                    all.convolution(p + "downsample.0", p + "downsample.1", 4 * inner, in, 1);
                }
                in = 4 * inner;
            }
        }
        all.linear("fc", 5, in);
        return all.tensors;
    }

    /** @param timm whether the connected layers lie as timm publishes them */
    static Map<String, Stored> vgg(boolean timm) {
        TinyCheckpoints all = new TinyCheckpoints();
        all.filter("features.0", 2, 3);
        all.filter("features.2", 2, 2);
        all.filter("features.5", 3, 2);
        if (timm) {
            all.add("pre_logits.fc1.weight", 6, 3, 2, 2);
            all.add("pre_logits.fc1.bias", 6);
            all.add("pre_logits.fc2.weight", 6, 6, 1, 1);
            all.add("pre_logits.fc2.bias", 6);
            all.linear("head.fc", 5, 6);
        } else {
            all.linear("classifier.0", 6, 12);
            all.linear("classifier.3", 6, 6);
            all.linear("classifier.6", 5, 6);
        }
        return all.tensors;
    }

    /** A captioner with a vocabulary of that size. */
    public static Map<String, Stored> captioner(int vocabulary) {
        TinyCheckpoints all = new TinyCheckpoints();
        all.pictures("encoder.");
        all.linear("encoder.pooler.dense", D, D);
        all.gpt("decoder.transformer.", vocabulary, true);
        all.add("decoder.lm_head.weight", vocabulary, D);
        return all.tensors;
    }

    /** Of {@link #captioner}. */
    public static String captionerJson(int vocabulary, int start, int end) {
        return "{\"model_type\": \"vision-encoder-decoder\", \"decoder_start_token_id\": " + start
                + ", \"eos_token_id\": " + end + ", \"encoder\": {\"model_type\": \"vit\", " + pictures()
                + "}, \"decoder\": {\"model_type\": \"gpt2\", \"add_cross_attention\": true, " + gpt(vocabulary)
                + "}}";
    }

    /** Writes a directory. */
    public static Path write(Path directory, Map<String, Stored> tensors, String json) throws IOException {
        Files.createDirectories(directory);
        SafeTensors.write(directory.resolve("model.safetensors"), tensors);
        if (!json.isEmpty()) {
            Files.write(directory.resolve("config.json"), json.getBytes(StandardCharsets.UTF_8));
        }
        return directory;
    }

    private static String sizes() {
        return "\"hidden_size\": 8, \"num_hidden_layers\": 2, \"num_attention_heads\": 2, \"intermediate_size\": 16, ";
    }

    private static String text() {
        return sizes() + "\"hidden_act\": \"gelu\", \"hidden_dropout_prob\": 0.1, ";
    }

    private static String pictures() {
        return sizes() + "\"hidden_act\": \"gelu\", \"image_size\": 6, \"patch_size\": 3, \"layer_norm_eps\": 1e-06";
    }

    private static String gpt(int vocabulary) {
        return "\"vocab_size\": " + vocabulary + ", \"n_positions\": 9, \"n_embd\": 8, \"n_layer\": 2, \"n_head\": 2, "
                + "\"n_inner\": null, \"activation_function\": \"gelu_new\", \"layer_norm_epsilon\": 1e-05";
    }

    private void text(String p, int words, int places, int types, String gain, String bias, String projections) {
        add(p + "embeddings.word_embeddings.weight", words, D);
        add(p + "embeddings.position_embeddings.weight", places, D);
        add(p + "embeddings.token_type_embeddings.weight", types, D);
        norm(p + "embeddings", gain, bias);
        for (int l = 0; l < 2; l++) {
            String q = p + "encoder.layer." + l + ".";
            for (String name : projections.split(",")) {
                linear(q + "attention.self." + name, D, D);
            }
            linear(q + "attention.output.dense", D, D);
            norm(q + "attention.output", gain, bias);
            linear(q + "intermediate.dense", F, D);
            linear(q + "output.dense", D, F);
            norm(q + "output", gain, bias);
        }
    }

    private void pictures(String p) {
        add(p + "embeddings.cls_token", 1, 1, D);
        add(p + "embeddings.position_embeddings", 1, 5, D);
        add(p + "embeddings.patch_embeddings.projection.weight", D, 3, 3, 3);
        add(p + "embeddings.patch_embeddings.projection.bias", D);
        for (int l = 0; l < 2; l++) {
            String q = p + "encoder.layer." + l + ".";
            for (String name : "query,key,value".split(",")) {
                linear(q + "attention.attention." + name, D, D);
            }
            linear(q + "attention.output.dense", D, D);
            linear(q + "intermediate.dense", F, D);
            linear(q + "output.dense", D, F);
            norm(q + "layernorm_before", "weight", "bias");
            norm(q + "layernorm_after", "weight", "bias");
        }
        norm(p + "layernorm", "weight", "bias");
    }

    private void gpt(String p, int vocabulary, boolean looks) {
        add(p + "wte.weight", vocabulary, D);
        add(p + "wpe.weight", 9, D);
        for (int l = 0; l < 2; l++) {
            String q = p + "h." + l + ".";
            norm(q + "ln_1", "weight", "bias");
            turn(q + "attn.c_attn", D, 3 * D);
            turn(q + "attn.c_proj", D, D);
            norm(q + "ln_2", "weight", "bias");
            turn(q + "mlp.c_fc", D, 4 * D);
            turn(q + "mlp.c_proj", 4 * D, D);
            if (looks) {
                norm(q + "ln_cross_attn", "weight", "bias");
                turn(q + "crossattention.c_attn", D, 2 * D);
                turn(q + "crossattention.q_attn", D, D);
                turn(q + "crossattention.c_proj", D, D);
            }
        }
        norm(p + "ln_f", "weight", "bias");
    }

    private void convolution(String conv, String norm, int out, int in, int size) {
        add(conv + ".weight", out, in, size, size);
        add(norm + ".weight", out);
        add(norm + ".bias", out);
        add(norm + ".running_mean", out);
        float[] variance = new float[out];
        java.util.Arrays.fill(variance, 1.5f);
        tensors.put(norm + ".running_var", Stored.of(variance, out));
        numbers(norm + ".num_batches_tracked");
    }

    private void filter(String name, int out, int in) {
        add(name + ".weight", out, in, 3, 3);
        add(name + ".bias", out);
    }

    private void linear(String name, int out, int in) {
        add(name + ".weight", out, in);
        add(name + ".bias", out);
    }

    private void turn(String name, int in, int out) {
        add(name + ".weight", in, out);
        add(name + ".bias", out);
    }

    private void norm(String name, String gain, String bias) {
        add(name + "." + gain, D);
        add(name + "." + bias, D);
    }

    private void add(String name, long... shape) {
        int size = 1;
        for (long dimension : shape) {
            size *= (int) dimension;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian() * 0.4f;
        }
        tensors.put(name, Stored.of(values, shape));
    }

    /** A buffer of integers, which no encoder reads. */
    private void numbers(String name, long... shape) {
        int size = shape.length == 0 ? 1 : (int) shape[0];
        tensors.put(
                name,
                new Stored(SafeTensors.ElementType.I32, shape, java.nio.ByteBuffer.allocate(size * Integer.BYTES)));
    }
}
