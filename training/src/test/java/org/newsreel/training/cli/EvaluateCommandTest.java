package org.newsreel.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as users call it, in one process, on the model that ships. */
class EvaluateCommandTest {
    private static final String GOLD =
            """
            {"doc": "Ann Varnholt was born in Oslo in 1940 . Her brother Tom lives in Berlin .", "lang": "en",
             "video_id": "v_1", "entityLink": {
              "L0": {"type": "PER", "link": [{"start": 0, "end": 2}]},
              "L1": {"type": "LOC", "link": [{"start": 5, "end": 6}]},
              "L2": {"type": "TIME", "link": [{"start": 7, "end": 8}]}},
             "relation": [{"link1": "L0", "link2": "L1", "type": "PER-LOC_birth"}]}
            """;

    @TempDir
    private Path directory;

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = TrainingCommands.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("evaluate", "--quiet", "--corpus", "m3d"));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        int code = line.execute(all.toArray(String[]::new));
        assertThat(err.toString()).doesNotContain("\tat ", "Exception");
        return new Outcome(code, out.toString(), err.toString());
    }

    private Path gold(String... documents) throws IOException {
        return Files.writeString(directory.resolve("gold.json"), "[" + String.join(",", documents) + "]");
    }

    private static final Path MODELS = Path.of("..", "extraction", "models");

    @Test
    void figuresOfAnAnnotatedFileArePrinted() throws IOException {
        Path gold = gold(GOLD);

        Outcome table = run("--gold", gold, "--models", MODELS);
        Outcome json = run("--gold", gold, "--models", MODELS, "--json", "--gold-mentions");
        Outcome half = run("--gold", gold, "--models", MODELS, "--precision", "bf16");

        assertThat(table.code()).isZero();
        assertThat(table.err()).isEmpty();
        assertThat(table.out()).startsWith("m3d: 1 documents, 0.0 % failed").contains("entity", "relation");
        assertThat(json.code()).isZero();
        assertThat(json.out()).contains("\"documents\":1", "\"goldMentions\":true");
        assertThat(half.code()).isZero();
        assertThat(half.out()).startsWith("m3d: 1 documents, 0.0 % failed");
    }

    @Test
    void aDocumentThatCannotBeReadIsNamedAndTheRestIsMeasured() throws IOException {
        Outcome outcome = run("--gold", gold(GOLD, "{\"lang\": \"en\", \"video_id\": \"v_2\"}"), "--models", MODELS);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("m3d: 1 documents, 50.0 % failed");
        assertThat(outcome.err()).startsWith("newsreel: ");
    }

    @Test
    void aWrongCallIsRefusedInOneSentence() throws IOException {
        Path gold = gold(GOLD);

        Outcome missing = run("--gold", directory.resolve("none.json"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).isEqualTo("newsreel: There is no file " + directory.resolve("none.json") + ".\n");
        Outcome part = run("--gold", gold, "--part", "best");
        assertThat(part.code()).isEqualTo(2);
        assertThat(part.err()).isEqualTo("newsreel: There is no part best: give train, tune or held-back.\n");
        Outcome precision = run("--gold", gold, "--precision", "fp8");
        assertThat(precision.code()).isEqualTo(2);
        assertThat(precision.err()).isEqualTo("newsreel: --precision must be fp32 or bf16 but is fp8.\n");
        Outcome network = run("--gold", gold, "--models", MODELS, "--nonsense");
        assertThat(network.code()).isEqualTo(2);
        assertThat(network.err()).contains("--nonsense", "See newsreel evaluate --help.");
    }

    @Test
    void aModelThatIsNotThereKeepsTheCommandFromStarting() throws IOException {
        Outcome outcome = run("--gold", gold(GOLD), "--models", directory);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("newsreel: There is no model in " + directory)
                .endsWith(".\n");
    }

    @Test
    void nothingMeasuredIsAFailure() throws IOException {
        Outcome outcome = run("--gold", gold(), "--models", MODELS);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("No document of " + directory.resolve("gold.json") + " could be measured.");
    }

    @Test
    void factsThatTrainingStatedAreNoNews() throws IOException {
        Path gold = gold(GOLD);

        Outcome without = run("--gold", gold, "--models", MODELS, "--json", "--gold-mentions");
        Outcome itself = run("--gold", gold, "--train", gold, "--models", MODELS, "--json", "--gold-mentions");
        Outcome table = run("--gold", gold, "--train", gold, "--models", MODELS);

        assertThat(without.out()).doesNotContain("relationIgn");
        JsonNode all = new ObjectMapper().readTree(itself.out());
        assertThat(all.get("relation"))
                .isEqualTo(new ObjectMapper().readTree(without.out()).get("relation"));
        // All that could be right was stated in training, so nothing right is left of what was found.
        assertThat(all.get("relationIgn").get("precision").asDouble()).isZero();
        assertThat(all.get("relationIgn").get("recall"))
                .isEqualTo(all.get("relation").get("recall"));
        assertThat(table.out()).contains("Ign  ");
    }
}
