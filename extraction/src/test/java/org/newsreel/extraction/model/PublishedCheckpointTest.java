package org.newsreel.extraction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.encoder.Gpt2Encoder;
import org.newsreel.extraction.encoder.LongformerEncoder;
import org.newsreel.extraction.encoder.ResNetEncoder;
import org.newsreel.extraction.encoder.VggEncoder;
import org.newsreel.extraction.encoder.VitEncoder;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.model.SafeTensors.ElementType;
import org.newsreel.extraction.model.SafeTensors.Stored;

class PublishedCheckpointTest {
    private static final String SOME = "bert.encoder.layer.1.output.dense.weight";

    @TempDir
    private Path directory;

    private final NDManager root = NDManager.newBaseManager();
    private final Weights weights = new Weights(root);

    @AfterEach
    void close() {
        root.close();
    }

    private PublishedCheckpoint write(Map<String, Stored> tensors, String json) throws IOException {
        return PublishedCheckpoint.open(TinyCheckpoints.write(directory, tensors, json));
    }

    /** Every value of the network is that of the published tensor whose name ends with the network's. */
    private static void assertLoaded(Map<String, Parameter> network, Map<String, Stored> tensors, List<String> beside) {
        network.forEach((name, parameter) -> {
            String published = tensors.keySet().stream()
                    .filter(n -> n.replace("LayerNorm.gamma", "LayerNorm.weight")
                            .replace("LayerNorm.beta", "LayerNorm.bias")
                            .matches("([a-z]+\\.)?\\Q" + name + "\\E"))
                    .findFirst()
                    .orElseThrow();
            assertThat(parameter.getArray().toFloatArray())
                    .as(name)
                    .isEqualTo(tensors.get(published).floats());
        });
        assertThat(network).hasSize(tensors.size() - beside.size());
        assertThat(tensors).containsKeys(beside.toArray(String[]::new));
    }

    private BertEncoder load(PublishedCheckpoint checkpoint) {
        BertEncoder encoder = new BertEncoder(checkpoint.bertConfig(), checkpoint.bertLayout(), new Weights(root));
        encoder.close();
        checkpoint.loadInto(encoder.byName());
        return encoder;
    }

    @Test
    void bertIsReadWithItsOldNamesAndWithoutItsHeads() throws IOException {
        Map<String, Stored> tensors = TinyCheckpoints.bert();
        PublishedCheckpoint checkpoint = write(tensors, TinyCheckpoints.bertJson());
        BertEncoder encoder = load(checkpoint);
        assertThat(checkpoint.family()).isEqualTo(Family.BERT);
        assertThat(encoder.config().maxPositions()).isEqualTo(12);
        assertLoaded(
                encoder.byName(),
                tensors,
                tensors.keySet().stream()
                        .filter(name -> name.startsWith("cls.") || name.startsWith("bert.pooler."))
                        .toList());
    }

    @Test
    void robertasPositionsStartAtTwo() throws IOException {
        Map<String, Stored> tensors = TinyCheckpoints.roberta();
        PublishedCheckpoint checkpoint = write(tensors, TinyCheckpoints.robertaJson());
        assertThat(checkpoint.bertLayout()).isEqualTo(BertLayout.ROBERTA);
        assertThat(checkpoint.bertConfig().maxPositions()).isEqualTo(12);
        assertLoaded(
                load(checkpoint).byName(),
                tensors,
                List.of(
                        "lm_head.bias",
                        "lm_head.dense.weight",
                        "lm_head.dense.bias",
                        "roberta.embeddings.position_ids"));
    }

    @Test
    void longformersAreReadUnderEitherName() throws IOException {
        Map<String, Stored> tensors = TinyCheckpoints.longformer();
        PublishedCheckpoint checkpoint = write(tensors, TinyCheckpoints.longformerJson());
        assertThat(checkpoint.longformerConfig().reach()).isEqualTo(3);
        assertThat(checkpoint.longformerConfig().maxPositions()).isEqualTo(20);
        try (LongformerEncoder encoder = new LongformerEncoder(checkpoint.longformerConfig(), weights)) {
            checkpoint.loadInto(encoder.byName());
            assertLoaded(
                    encoder.byName(),
                    tensors,
                    List.of("lm_head.bias", "longformer.pooler.dense.weight", "longformer.pooler.dense.bias"));
        }
        String json = TinyCheckpoints.longformerJson().replace("\"longformer\"", "\"xlm-roberta\"");
        assertThat(write(tensors, json).family()).isEqualTo(Family.LONGFORMER);
    }

    @Test
    void gpt2IsReadWithoutItsBuffers() throws IOException {
        Map<String, Stored> tensors = TinyCheckpoints.gpt2();
        PublishedCheckpoint checkpoint = write(tensors, TinyCheckpoints.gpt2Json());
        try (Gpt2Encoder encoder = new Gpt2Encoder(checkpoint.gpt2Config(), weights)) {
            checkpoint.loadInto(encoder.byName());
            assertLoaded(encoder.byName(), tensors, List.of("h.0.attn.bias", "h.1.attn.bias"));
        }
    }

    @Test
    void visionTransformersAreReadWithoutTheirHeadsOrText() throws IOException {
        Map<String, Stored> tensors = TinyCheckpoints.vit();
        PublishedCheckpoint checkpoint = write(tensors, TinyCheckpoints.vitJson());
        try (VitEncoder encoder = new VitEncoder(checkpoint.vitConfig(), weights.in("vit"))) {
            checkpoint.loadInto(encoder.byName());
            assertLoaded(encoder.byName(), tensors, List.of("classifier.weight", "classifier.bias"));
        }
        Map<String, Stored> clip = TinyCheckpoints.clip();
        PublishedCheckpoint tower = write(clip, TinyCheckpoints.clipJson());
        try (VitEncoder encoder = new VitEncoder(tower.vitConfig(), weights.in("clip"))) {
            tower.loadInto(encoder.byName());
            assertThat(encoder.config().clip()).isTrue();
            assertLoaded(
                    encoder.byName(),
                    clip,
                    List.of(
                            "logit_scale",
                            "text_projection.weight",
                            "visual_projection.weight",
                            "text_model.embeddings.token_embedding.weight",
                            "vision_model.embeddings.position_ids"));
        }
    }

    @Test
    void convolutionalNetworksShowTheirOwnSizes() throws IOException {
        Map<String, Stored> tensors = TinyCheckpoints.resnet();
        PublishedCheckpoint checkpoint = write(tensors, "");
        assertThat(checkpoint.resNetConfig().blocks()).containsExactly(1, 2, 1, 1);
        try (ResNetEncoder encoder = new ResNetEncoder(checkpoint.resNetConfig(), weights)) {
            checkpoint.loadInto(encoder.byName());
            assertLoaded(
                    encoder.byName(),
                    tensors,
                    tensors.keySet().stream()
                            .filter(name -> name.startsWith("fc.") || name.endsWith("num_batches_tracked"))
                            .toList());
        }
        for (boolean timm : new boolean[] {false, true}) {
            Map<String, Stored> published = TinyCheckpoints.vgg(timm);
            PublishedCheckpoint vgg = write(published, timm ? "{\"architecture\": \"vgg16\"}" : "");
            VggEncoder encoder = new VggEncoder(vgg.vggConfig(), weights.in("vgg" + timm));
            assertThat(encoder.config().depths()).containsExactly(2, 1);
            assertThat(encoder.config().grid()).isEqualTo(2);
            vgg.loadInto(encoder.byName());
            String first = timm ? "pre_logits.fc1.weight" : "classifier.0.weight";
            assertThat(encoder.byName().get("classifier.0.weight").getArray().toFloatArray())
                    .isEqualTo(published.get(first).floats());
        }
    }

    @Test
    void aMissingAnUnexpectedAndAMisshapenTensorAreNamed() throws IOException {
        Map<String, Stored> tensors = TinyCheckpoints.bert();
        Stored taken = tensors.remove(SOME);
        assertThatThrownBy(() -> load(write(tensors, TinyCheckpoints.bertJson())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("model.safetensors lacks the tensor encoder.layer.1.output.dense.weight.");
        tensors.put(SOME, new Stored(ElementType.F32, new long[] {16, 8}, taken.bytes()));
        assertThatThrownBy(() -> load(write(tensors, TinyCheckpoints.bertJson())))
                .hasMessageContaining(
                        "encoder.layer.1.output.dense.weight in the shape [16, 8] where this network needs"
                                + " [8, 16].");
        tensors.put(SOME, taken);
        tensors.put("bert.adapter.weight", taken);
        assertThatThrownBy(() -> load(write(tensors, TinyCheckpoints.bertJson())))
                .hasMessageContaining("has the tensor adapter.weight, which this network does not have.");
        tensors.remove("bert.adapter.weight");
        tensors.put("encoder.layer.1.output.dense.weight", taken);
        assertThatThrownBy(() -> write(tensors, TinyCheckpoints.bertJson()))
                .hasMessageContaining("has the tensor encoder.layer.1.output.dense.weight twice");
    }

    @Test
    void aTruncatedFileNamesTheTensorItEndsBefore() throws IOException {
        write(TinyCheckpoints.bert(), TinyCheckpoints.bertJson());
        Path file = directory.resolve("model.safetensors");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 3));
        assertThatThrownBy(() -> PublishedCheckpoint.open(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The file " + file + " ends before the tensor cls.seq_relationship.bias.");
        Files.write(file, java.util.Arrays.copyOf(whole, 100));
        assertThatThrownBy(() -> PublishedCheckpoint.open(directory))
                .hasMessage("The file " + file + " is truncated or no safetensors file.");
    }

    @Test
    void aFileWithAnotherHashIsNamed() throws IOException {
        write(TinyCheckpoints.bert(), TinyCheckpoints.bertJson());
        ModelManifest.write(directory, List.of("model.safetensors", "config.json"));
        PublishedCheckpoint.open(directory);
        Path file = directory.resolve("model.safetensors");
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length - 1] ^= 1;
        Files.write(file, whole);
        assertThatThrownBy(() -> PublishedCheckpoint.open(directory))
                .hasMessageStartingWith("The model file " + file + " is damaged: its SHA-256 is");
    }

    @Test
    void whatNoEncoderCanDoIsRefused() throws IOException {
        Map<String, Stored> tensors = TinyCheckpoints.bert();
        assertThatThrownBy(() -> write(tensors, TinyCheckpoints.bertJson().replace("\"gelu\"", "\"relu\""))
                        .bertConfig())
                .hasMessageContaining("says hidden_act relu");
        assertThatThrownBy(() -> write(tensors, "{\"model_type\": \"t5\"}"))
                .hasMessageContaining("has a model of type t5");
        assertThatThrownBy(() -> write(tensors, TinyCheckpoints.bertJson()).vitConfig())
                .hasMessageContaining("holds BERT and not VIT or CLIP or CAPTIONER");
        Files.delete(directory.resolve("model.safetensors"));
        Files.createFile(directory.resolve("pytorch_model.bin"));
        assertThatThrownBy(() -> PublishedCheckpoint.open(directory))
                .hasMessageContaining(
                        "has no file model.safetensors, and pytorch_model.bin has to be saved as one first");
    }

    @Test
    void sixteenBitsAreWidened() throws IOException {
        ByteBuffer halves = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        for (int half : new int[] {0x3c00, 0xc000, 0x3555, 0x0001, 0x7bff}) {
            halves.putShort((short) half);
        }
        Map<String, Stored> tensors = Map.of("x", new Stored(ElementType.F16, new long[] {5}, halves.flip()));
        SafeTensors.write(directory.resolve("x"), tensors);
        float[] values = TensorFile.open(directory.resolve("x")).tensor("x").toArray();
        assertThat(values).containsExactly(1f, -2f, 0.33325195f, 5.9604645e-8f, 65504f);
    }
}
