package org.newsreel.extraction.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.model.SafeTensors.Stored;
import org.newsreel.extraction.model.TinyCheckpoints;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Region;

class CaptionerTest {
    private static final int D = 8;
    private static final int END = 7;
    private static final View PICTURE = new View(Optional.of(new Pixels(6, 6, new float[108])), List.of());

    @TempDir
    private Path directory;

    /**
     * A checkpoint whose layers add nothing: a position's state is its place's embedding, and the likeliest next piece is
     * the one that the place's embedding points to.
     */
    private Map<String, Stored> says(int... pieces) {
        Map<String, Stored> tensors = TinyCheckpoints.captioner(D);
        tensors.replaceAll((name, stored) -> Stored.of(new float[stored.floats().length], stored.shape()));
        float[] words = new float[D * D];
        for (int i = 0; i < D; i++) {
            words[i * D + i] = 1;
        }
        tensors.put("decoder.transformer.wte.weight", Stored.of(words, D, D));
        float[] places = new float[9 * D];
        for (int i = 0; i < pieces.length; i++) {
            places[i * D + pieces[i]] = 10;
        }
        tensors.put("decoder.transformer.wpe.weight", Stored.of(places, 9, D));
        tensors.put("decoder.transformer.ln_f.weight", ones());
        return tensors;
    }

    private static Stored ones() {
        return Stored.of(new float[] {1, 1, 1, 1, 1, 1, 1, 1}, D);
    }

    private CheckpointCaptioner load(Map<String, Stored> tensors) throws IOException {
        TinyCheckpoints.write(directory, tensors, TinyCheckpoints.captionerJson(D, END, END));
        StringBuilder vocabulary = new StringBuilder();
        String[] words = {"[UNK]", "a", "man", "on", "horse", "red", "ship", "[END]"};
        for (int i = 0; i < D; i++) {
            vocabulary
                    .append(i == 0 ? "" : ", ")
                    .append('"')
                    .append(words[i])
                    .append("\": ")
                    .append(i);
        }
        String json = "{\"version\": \"1.0\", \"truncation\": null, \"padding\": null, \"added_tokens\": [],"
                + " \"normalizer\": null, \"pre_tokenizer\": {\"type\": \"Whitespace\"}, \"post_processor\": null,"
                + " \"decoder\": null, \"model\": {\"type\": \"WordLevel\", \"vocab\": {" + vocabulary
                + "}, \"unk_token\": \"[UNK]\"}}";
        Files.write(directory.resolve("tokenizer.json"), json.getBytes(StandardCharsets.UTF_8));
        return CheckpointCaptioner.load(directory, Device.cpu());
    }

    @Test
    void theLikeliestPiecesAreSaidUntilTheEnd() throws IOException {
        try (Captioner captioner = load(says(1, 2, 3, 1, 4, END, 5))) {
            assertThat(captioner.caption(PICTURE)).isEqualTo("a man on a horse");
            assertThat(captioner.caption(new View(Optional.empty(), List.of()))).isEmpty();
        }
    }

    @Test
    void whatThePictureShowsDecides() throws IOException {
        Map<String, Stored> tensors = says(1, 2, 3, 1, 4, END, 5);
        // The picture's states are (2, 0, 0, ...) everywhere; the second layer takes their first value to piece 6.
        float[] bias = new float[D];
        bias[0] = 2;
        tensors.put("encoder.layernorm.bias", Stored.of(bias, D));
        float[] values = new float[D * 2 * D];
        values[D] = 1;
        tensors.put("decoder.transformer.h.1.crossattention.c_attn.weight", Stored.of(values, D, 2 * D));
        float[] out = new float[D * D];
        out[6] = 50;
        tensors.put("decoder.transformer.h.1.crossattention.c_proj.weight", Stored.of(out, D, D));
        try (CheckpointCaptioner captioner = load(tensors)) {
            // Nothing says stop, so it goes on for as many pieces as the decoder has places, less the first.
            assertThat(captioner.pieces(PICTURE.pixels().orElseThrow()))
                    .hasSize(8)
                    .containsOnly(6);
        }
    }

    @Test
    void aCheckpointThatIsNotWholeNamesTheTensor() {
        Map<String, Stored> tensors = says(1);
        tensors.remove("decoder.transformer.h.1.ln_cross_attn.bias");
        assertThatThrownBy(() -> load(tensors))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lacks the tensor decoder.transformer.h.1.ln_cross_attn.bias.");
    }

    private static Region region(EntityType type, String text) {
        return new Region(
                "g",
                type,
                "m",
                0,
                OptionalDouble.empty(),
                new Box(0, 0, 0.5, 0.5),
                Optional.empty(),
                1,
                Optional.ofNullable(text));
    }

    private static String caption(Region... regions) {
        try (Captioner captioner = new RegionCaptioner()) {
            return captioner.caption(new View(Optional.empty(), List.of(regions)));
        }
    }

    @Test
    void regionsAreCountedAndWhatIsWrittenIsQuoted() {
        Region person = region(EntityType.PER, null);
        Region organisation = region(EntityType.ORG, null);
        Region words = region(EntityType.PER, " Anna\nPetrov ");
        assertThat(caption()).isEmpty();
        assertThat(caption(person)).isEqualTo("a person");
        assertThat(caption(person, person, organisation)).isEqualTo("2 people and an organisation");
        assertThat(caption(words, words)).isEqualTo("the words \"Anna Petrov\"");
        assertThat(caption(person, words)).isEqualTo("a person, with the words \"Anna Petrov\"");
    }
}
