package org.newsreel.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    private Path work;

    @Test
    void withoutAHubOneSentenceSaysWhatToPutWhere() throws Exception {
        Command.Result result = Command.newsreel(
                work, "models", "pull", "bert-base-uncased", "--hub", "http://localhost:1", "--into", "models");

        assertThat(result.exitCode()).isEqualTo(ExitCode.COULD_NOT_START);
        assertThat(result.complaints()).singleElement().satisfies(sentence -> assertThat(sentence)
                .contains("No hub answers at http://localhost:1", "config.json, tokenizer.json, model.safetensors")
                .contains("google-bert/bert-base-uncased at revision", "into models/bert-base-uncased"));
    }

    @Test
    void modelsThatAreNotHereAreListedWithTheirSource() throws Exception {
        Command.Result list = Command.newsreel(work, "models", "list");
        Command.Result info = Command.newsreel(work, "models", "info", "vgg16");

        assertThat(list.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(list.out()).contains("newsreel-text-en", "models pull longformer-base-4096");
        assertThat(info.out()).contains("timm/vgg16.tv_in1k at b8d8aa2dd860", "model.safetensors  57b026918159");
    }

    @Test
    void theListSaysWhatModelsCanBeUsedFor() throws Exception {
        assertThat(Command.newsreel(work, "models", "info", "newsreel-hmnet-made")
                        .out())
                .contains("fills    relations");
        assertThat(Command.newsreel(work, "models", "info", "newsreel-text-zh").out())
                .contains("fills    entities,chains,relations");
    }

    @Test
    void aModelInARoleThatItCannotFillIsOneSentence() throws Exception {
        Files.writeString(Files.createDirectory(work.resolve("item")).resolve("article.txt"), "Ann met Bob.");

        Command.Result result =
                Command.newsreel(work, "extract", "item", "--out", "x.jsonl", "--models", "entities=newsreel-pair-en");

        assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(result.complaints())
                .singleElement()
                .asString()
                .endsWith(
                        "--models entities=newsreel-pair-en: newsreel-pair-en can't fill the role entities: newsreel models list"
                                + " shows what can.");
    }
}
