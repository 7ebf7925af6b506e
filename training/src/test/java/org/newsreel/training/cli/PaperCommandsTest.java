package org.newsreel.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.encoder.Gpt2Config;
import org.newsreel.extraction.encoder.Gpt2Encoder;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.model.SafeTensors;
import picocli.CommandLine;

/** The published networks on made corpora, over tiny checkpoints. */
class PaperCommandsTest {
    private static final int VOCABULARY = 30522;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path bert;

    @BeforeEach
    void makeAnEncoder() throws IOException {
        Engine.getInstance().setRandomSeed(11);
        bert = Files.createDirectory(directory.resolve("bert"));
        try (NDManager manager = NDManager.newBaseManager();
                BertEncoder encoder = new BertEncoder(
                        BertConfig.small(VOCABULARY, 64, 16, 2, 2), BertLayout.BERT, new Weights(manager))) {
            checkpoint(bert, encoder.byName());
        }
        Files.writeString(
                bert.resolve("config.json"),
                "{\"model_type\": \"bert\", \"vocab_size\": 30522, \"max_position_embeddings\": 64, \"hidden_size\": 16,"
                        + " \"num_hidden_layers\": 2, \"num_attention_heads\": 2, \"intermediate_size\": 32,"
                        + " \"hidden_act\": \"gelu\", \"hidden_dropout_prob\": 0.1}");
    }

    private static void checkpoint(Path to, Map<String, Parameter> parameters) throws IOException {
        Map<String, SafeTensors.Stored> stored = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> stored.put(
                name,
                SafeTensors.Stored.of(
                        parameter.getArray().toFloatArray(),
                        parameter.getArray().getShape().getShape())));
        SafeTensors.write(to.resolve("model.safetensors"), stored);
        Files.write(to.resolve("tokenizer.json"), TextTokenizer.pretrainedFile());
    }

    private int run(Object... arguments) {
        CommandLine line = TrainingCommands.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private int train(String network, String corpus, Path data, Path to, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "train", network, "--quiet", "--corpus", corpus, "--data", data, "--out", to, "--rate", "1e-3"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray());
    }

    private JsonNode measured(String network, String corpus, Path gold, Path models, Object... more)
            throws IOException {
        out.getBuffer().setLength(0);
        List<Object> arguments = new ArrayList<>(
                List.of("evaluate", network, "--corpus", corpus, "--gold", gold, "--models", models, "--json"));
        arguments.addAll(List.of(more));
        assertThat(run(arguments.toArray())).describedAs(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    /** Posts whose words say which relation it is when {@code telling}, and otherwise only their picture does. */
    private Path posts(int count, boolean telling) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean joined = i % 2 == 0;
            lines.add("{'token': ['Ann', '" + (joined || !telling ? "joined" : "saw") + "', 'Acme', 'n" + i
                    + "'], 'h': {'name': 'Ann', 'pos': [0, 1]}, 't': {'name': 'Acme', 'pos': [2, 3]}, 'img_id': 'p" + i
                    + ".jpg', 'relation': '" + (joined ? "/per/org/member_of" : "None") + "'}");
        }
        return Files.write(directory.resolve("posts.txt"), lines);
    }

    private Path pictures(int count) throws IOException {
        Path pictures = Files.createDirectory(directory.resolve("pictures"));
        for (int i = 0; i < count; i++) {
            BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setColor(i % 2 == 0 ? Color.RED : Color.BLUE);
            g.fillRect(0, 0, 48, 32);
            g.dispose();
            ImageIO.write(image, "png", pictures.resolve("p" + i + ".png").toFile());
        }
        return pictures;
    }

    @Test
    void hmnetGoesOnWhereItStoppedExactlyAndIsMeasured() throws IOException {
        Path gold = posts(40, true);
        Path whole = directory.resolve("whole");
        Path parts = directory.resolve("parts");

        assertThat(train("hmnet", "mnre", gold, whole, "--text", bert, "--epochs", 2))
                .describedAs(err.toString())
                .isZero();
        assertThat(out.toString()).contains("epoch 2 of 2: mean loss").contains("best epoch");
        assertThat(train("hmnet", "mnre", gold, parts, "--text", bert, "--epochs", 2, "--stop-after", 1))
                .isZero();
        assertThat(Files.readAllLines(parts.resolve("metrics.csv"))).hasSize(2);
        assertThat(train("hmnet", "mnre", gold, parts, "--text", bert, "--epochs", 2, "--resume"))
                .isZero();

        for (String file : List.of("metrics.csv", "dev.csv", "hmnet/SHA256SUMS")) {
            assertThat(parts.resolve(file)).hasSameTextualContentAs(whole.resolve(file));
        }
        assertThat(whole.resolve("metrics.png")).exists();
        JsonNode json = measured("hmnet", "mnre", gold, whole);
        assertThat(json.get("examples").asInt()).isEqualTo(40);
        assertThat(json.get("accuracy").asDouble()).isBetween(0.0, 100.0);
        assertThat(json.get("relation").has("f1")).isTrue();

        Path model = whole.resolve("hmnet");
        assertThat(run("evaluate", "hvformer", "--corpus", "mnre", "--gold", gold, "--models", model))
                .isEqualTo(3);
        Files.write(model.resolve("weights.safetensors"), new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(run("evaluate", "hmnet", "--corpus", "mnre", "--gold", gold, "--models", model))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains("The model in " + model + " is a network hmnet, not hvformer.")
                .contains("The model file " + model.resolve("weights.safetensors") + " is damaged");
    }

    @Test
    void hmnetLearnsFromPicturesWhatNoWordSays() throws IOException {
        Path gold = posts(40, false);
        Path pictures = pictures(40);
        Path to = directory.resolve("run");

        assertThat(train(
                        "hmnet",
                        "mnre",
                        gold,
                        to,
                        "--text",
                        bert,
                        "--pictures",
                        pictures,
                        "--epochs",
                        8,
                        "--patience",
                        8))
                .describedAs(err.toString())
                .isZero();

        assertThat(err.toString()).contains("The image encoder of hmnet starts from random weights and is small");
        double seeing = measured("hmnet", "mnre", gold, to, "--pictures", pictures)
                .get("accuracy")
                .asDouble();
        double blind = measured("hmnet", "mnre", gold, to).get("accuracy").asDouble();
        assertThat(seeing).isGreaterThan(90);
        assertThat(blind).isLessThan(80);
    }

    @Test
    void hmnetTagsTheNamesOfPosts() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.addAll(List.of("IMGID:p" + i, "Ann\tB-PER", "saw\tO", "Acme\tB-ORG", "n" + i + "\tO", ""));
        }
        Path gold = Files.write(directory.resolve("posts.conll"), lines);
        Path to = directory.resolve("run");

        assertThat(train("hmnet-entities", "twitter", gold, to, "--text", bert, "--epochs", 8, "--patience", 8))
                .describedAs(err.toString())
                .isZero();

        assertThat(measured("hmnet-entities", "twitter", gold, to)
                        .get("entity")
                        .get("f1")
                        .asDouble())
                .isGreaterThan(90);
    }

    @Test
    void hvformerReadsPostsWithAndWithoutPictures() throws IOException {
        Path gold = posts(24, true);
        Path pictures = pictures(12);
        Path to = directory.resolve("run");

        assertThat(train("hvformer", "mnre", gold, to, "--text", bert, "--pictures", pictures, "--epochs", 1))
                .describedAs(err.toString())
                .isZero();

        assertThat(measured("hvformer", "mnre", gold, to, "--pictures", pictures)
                        .get("examples")
                        .asInt())
                .isEqualTo(24);
    }

    @Test
    void dgfptKeepsALoadedLanguageModelAsItIs() throws IOException {
        Path gpt = Files.createDirectory(directory.resolve("gpt"));
        try (NDManager manager = NDManager.newBaseManager();
                Gpt2Encoder encoder =
                        new Gpt2Encoder(Gpt2Config.small(VOCABULARY, 128, 16, 2, 2), new Weights(manager))) {
            checkpoint(gpt, encoder.byName());
        }
        Files.writeString(
                gpt.resolve("config.json"),
                "{\"model_type\": \"gpt2\", \"vocab_size\": 30522, \"n_positions\": 128, \"n_embd\": 16, \"n_layer\": 2,"
                        + " \"n_head\": 2, \"activation_function\": \"gelu_new\"}");
        Path gold = posts(24, true);
        Path to = directory.resolve("run");

        assertThat(train("dgfpt", "mnre", gold, to, "--text", gpt, "--epochs", 1))
                .describedAs(err.toString())
                .isZero();

        Map<String, SafeTensors.Stored> published = SafeTensors.read(gpt.resolve("model.safetensors"));
        Map<String, SafeTensors.Stored> trained = SafeTensors.read(to.resolve("dgfpt/weights.safetensors"));
        // Half a million numbers are compared at once: AssertJ would look at each.
        assertThat(Arrays.equals(
                        trained.get("text.wte.weight").floats(),
                        published.get("wte.weight").floats()))
                .isTrue();
        assertThat(measured("dgfpt", "mnre", gold, to).get("examples").asInt()).isEqualTo(24);
    }

    private Path documents() throws IOException {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            documents.add("{\"doc\": \"Ann joined Acme . She likes Acme n" + i + " .\", \"lang\": \"en\", \"video_id\":"
                    + " \"video_" + i + "_0\", \"entityLink\": {\"0\": {\"type\": \"PER\", \"link\": [{\"start\": 0,"
                    + " \"end\": 1}, {\"start\": 4, \"end\": 5}]}, \"1\": {\"type\": \"ORG\", \"link\": [{\"start\": 2,"
                    + " \"end\": 3}, {\"start\": 6, \"end\": 7}]}}, \"relation\": [{\"type\": \"PER-ORG_member\","
                    + " \"link1\": \"0\", \"link2\": \"1\"}]}");
        }
        return Files.writeString(directory.resolve("m3d.json"), "[" + String.join(",\n", documents) + "]");
    }

    @Test
    void m3dReadsDocumentsWithAndWithoutFrames() throws IOException {
        Path gold = documents();
        Path frames = Files.createDirectory(directory.resolve("frames"));
        Path some = pictures(10);
        for (int i = 0; i < 10; i++) {
            Files.copy(some.resolve("p" + i + ".png"), frames.resolve("video_" + i + "_0.png"));
        }
        Path to = directory.resolve("run");

        assertThat(train("m3d", "m3d", gold, to, "--text", bert, "--pictures", frames, "--epochs", 1, "--batch", 1))
                .describedAs(err.toString())
                .isZero();

        JsonNode json = measured("m3d", "m3d", gold, to, "--pictures", frames);
        assertThat(json.get("examples").asInt()).isEqualTo(30);
        for (String task : List.of("entity", "MUC", "B3", "CEAF-e", "relation")) {
            assertThat(json.get(task).get("f1").asDouble()).describedAs(task).isBetween(0.0, 100.0);
        }
    }

    @Test
    void mdocreTrainsInTwoStagesAndGoesOnInEither() throws IOException {
        Path gold = documents();
        Path whole = directory.resolve("whole");
        Path parts = directory.resolve("parts");

        assertThat(train("mdocre", "m3d", gold, whole, "--text", bert, "--epochs", 2))
                .describedAs(err.toString())
                .isZero();
        for (int passes = 1; passes < 4; passes++) {
            Object[] more = passes == 1
                    ? new Object[] {"--text", bert, "--epochs", 2, "--stop-after", passes}
                    : new Object[] {"--text", bert, "--epochs", 2, "--stop-after", passes, "--resume"};
            assertThat(train("mdocre", "m3d", gold, parts, more)).isZero();
        }
        assertThat(train("mdocre", "m3d", gold, parts, "--text", bert, "--epochs", 2, "--resume"))
                .isZero();

        for (String file : List.of("stage-1/metrics.csv", "metrics.csv", "dev.csv", "mdocre/SHA256SUMS")) {
            assertThat(parts.resolve(file)).hasSameTextualContentAs(whole.resolve(file));
        }
        assertThat(measured("mdocre", "m3d", gold, whole).get("relation").has("f1"))
                .isTrue();
    }

    @Test
    void whatANetworkCannotUseIsOneSentence() throws IOException {
        Path gold = posts(4, true);
        Path to = directory.resolve("run");
        assertThat(train("hmnet", "m3d", gold, to)).isEqualTo(2);
        assertThat(train("hmnet", "mnre", gold, to, "--precision", "fp32")).isEqualTo(2);
        assertThat(train("text", "m3d", gold, to, "--pictures", directory)).isEqualTo(2);
        assertThat(train("mdocre", "m3d", gold, to, "--image", bert)).isEqualTo(2);
        assertThat(train("hmnet", "mnre", gold, to, "--text", bert, "--resume")).isEqualTo(3);
        assertThat(train("hmnet", "mnre", gold, to, "--device", "gpu:99")).isEqualTo(3);
        assertThat(train("hmnet", "mnre", gold, to, "--text", directory)).isEqualTo(3);
        assertThat(run("evaluate", "hmnet", "--corpus", "mnre", "--gold", gold, "--models", directory))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains("The network hmnet has no use for the corpus m3d: give made or mnre.")
                .contains("Training of hmnet does not read --precision: leave it out.")
                .contains("Training of text does not read --pictures: leave it out.")
                .contains("The network mdocre reads pixels itself: leave --image out.")
                .contains("There is no checkpoint in " + to + ".")
                .contains("There is no gpu:99 that PyTorch can use here")
                .contains("There is no checkpoint in " + directory + ": it has no file model.safetensors.")
                .contains("There is no model in " + directory.resolve("hmnet") + ": it has no file SHA256SUMS.")
                .doesNotContain("\tat ");
    }
}
