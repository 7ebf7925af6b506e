package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that ships, on texts that nobody wrote for it. */
class ShippedExtractorTest {
    private static final Path MODEL = Path.of("models", "newsreel-text-en");
    private static final String[] SENTENCES = {
        "Ann Varnholt was born in Oslo in 1940 and married the painter Leo Brandt .",
        "Her brother Tom joined the University of Leeds in March 1961 .",
        "The mayor of Graz met his wife and his two sons in Vienna .",
        "Brandt left Acme Corporation for Berlin , where his parents lived ."
    };

    private static NeuralTextExtractor extractor;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        extractor = NeuralTextExtractor.load(MODEL, Device.cpu());
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    /** Sentences with hostile characters among and inside them. */
    private static String mixed(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            String sentence = SENTENCES[random.nextInt(SENTENCES.length)];
            int cut = random.nextInt(sentence.length());
            text.append(sentence, 0, cut)
                    .append(HostileText.of(seed * 31 + i, 1 + random.nextInt(6)))
                    .append(sentence.substring(cut))
                    .append(random.nextBoolean() ? "\n" : "");
        }
        return text.toString();
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " \n\t ",
                "\u0000\u0001\u0002",
                "\uD83D",
                "\uDE00\uD83D",
                "... --- !!! ??? ,,, «»—…",
                "😀🎉👩‍👩‍👧‍👦🏳️‍🌈",
                "a\u200bb\u200cc\u200d\ufeff \u2060",
                "\u202eolsO ni nrob saw nnA\u202c",
                "מרים נולדה בחיפה. ولدت مريم في حيفا.",
                "안나는 서울에서 태어났다. アンナは東京で生まれた。 安娜生于北京。",
                new String(
                        "Müller lebt in Zürich – „schön“".getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1),
                "x".repeat(10_000),
                "Ann " + "Oslo".repeat(2_500) + " Leo",
                "1234567890 ".repeat(100),
                String.join(" ", SENTENCES)));
        for (int seed = 0; seed < 16; seed++) {
            texts.add(mixed(seed));
        }
        return texts;
    }

    @Test
    void claimsAreWellFormedWhateverTheText() {
        int mentions = 0;
        int joined = 0;
        int relations = 0;
        for (String text : texts()) {
            TextClaims claims = extractor.extract(text);
            WellFormed.check(text, claims);
            mentions += claims.mentions().size();
            joined += (int) claims.chains().stream()
                    .filter(c -> c.mentions().size() > 1)
                    .count();
            relations += claims.relations().size();
        }
        // Otherwise the checks looked at nothing.
        assertThat(mentions).isGreaterThan(100);
        assertThat(joined).isPositive();
        assertThat(relations).isPositive();
    }

    @Test
    void theOrderOfTextsAndTheThreadChangeNothing() throws InterruptedException, ExecutionException {
        List<String> texts = texts();
        Map<String, TextClaims> first = new HashMap<>();
        texts.forEach(t -> first.put(t, extractor.extract(t)));

        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(3));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<TextClaims>> again = new ArrayList<>();
            shuffled.forEach(t -> again.add(threads.submit(() -> extractor.extract(t))));
            for (int i = 0; i < again.size(); i++) {
                assertThat(again.get(i).get()).isEqualTo(first.get(shuffled.get(i)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothingIsCutOffALongText() {
        String end = "Ann Varnholt was born in Oslo .";
        String text = "The council spoke about the new school and the long talks went on .\n".repeat(320) + end;

        TextClaims claims = extractor.extract(text);

        WellFormed.check(text, claims);
        assertThat(claims.mentions())
                .filteredOn(m -> m.start() >= text.length() - end.length())
                .extracting(m -> m.text())
                .anyMatch(t -> t.startsWith("Ann Varnholt"))
                .anyMatch(t -> t.startsWith("Oslo"));
    }

    @Test
    void sixtyTextsLeaveNoMemoryBehind() {
        for (int i = 0; i < 20; i++) {
            extractor.extract(mixed(i));
        }
        long early = Resident.megabytes();
        for (int i = 0; i < 40; i++) {
            extractor.extract(mixed(i));
        }
        // A forgotten sub-manager would cost some 40 MB a text.
        assertThat(Resident.megabytes() - early).isLessThan(150);
    }

    @Test
    void aDamagedAMissingAndAnUnreadableModelAreNamed() throws IOException {
        assertThatThrownBy(() -> NeuralTextExtractor.load(directory, Device.cpu()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(directory.toString());
        for (String file : List.of("SHA256SUMS", "config.json", "weights.safetensors")) {
            Files.copy(MODEL.resolve(file), directory.resolve(file));
        }
        Path weights = directory.resolve("weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length / 2] ^= 1;
        Files.write(weights, bytes);
        assertThatThrownBy(() -> NeuralTextExtractor.load(directory, Device.cpu()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(weights.toString())
                .hasMessageContaining("damaged");
        Files.delete(weights);
        assertThatThrownBy(() -> NeuralTextExtractor.load(directory, Device.cpu()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(weights.toString())
                .hasMessageContaining("missing");
    }
}
