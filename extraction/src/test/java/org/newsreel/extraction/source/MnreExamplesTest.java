package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnreExamplesTest {
    static final String GOOD =
            "{'token': ['RT', 'Ann', \"of\", 'Acme', 'Corp', '😀'], 'h': {'name': 'Ann', 'pos': [1, 2]},"
                    + " 't': {'name': 'Acme Corp', 'pos': [3, 5]}, 'img_id': 'a.jpg', 'relation': '/per/org/member_of'}";

    @TempDir
    Path root;

    private List<String> failures;

    private List<MnreExample> read(byte[] bytes) throws IOException {
        Path file = Files.write(root.resolve("mnre.txt"), bytes);
        List<MnreExample> read = new ArrayList<>();
        try (MnreExamples examples = MnreExamples.open(file)) {
            examples.forEachRemaining(read::add);
            failures = examples.failures();
        }
        return read;
    }

    private List<MnreExample> read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineIsAnExample() throws IOException {
        assertThat(read(GOOD + "\r\n\n" + GOOD.replace("/per/org/member_of", "None")))
                .containsExactly(
                        new MnreExample(
                                List.of("RT", "Ann", "of", "Acme", "Corp", "😀"),
                                1,
                                2,
                                3,
                                5,
                                "/per/org/member_of",
                                "a.jpg"),
                        new MnreExample(List.of("RT", "Ann", "of", "Acme", "Corp", "😀"), 1, 2, 3, 5, "None", "a.jpg"));
        assertThat(failures).isEmpty();
    }

    @Test
    void linesThatCannotBeUsedAreNamedAndTheRestGoesOn() throws IOException {
        String bad = String.join(
                "\n",
                GOOD.replace("[3, 5]", "[3, 7]"),
                GOOD.replace("'relation'", "'other'"),
                GOOD.replace("'RT'", "3"),
                "\u0001" + GOOD,
                GOOD);
        byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\u0001')] = (byte) 0xFF;

        assertThat(read(bytes)).hasSize(1);
        assertThat(failures).hasSize(4);
        assertThat(failures.get(0)).startsWith("Line 1 of ").contains("mnre.txt", "tail", "[3, 7) of 6");
        assertThat(failures.get(1)).startsWith("Line 2 of ").contains("no \"relation\"");
        assertThat(failures.get(2)).startsWith("Line 3 of ").contains("token is not a string");
        assertThat(failures.get(3)).startsWith("Line 4 of ").contains("not UTF-8");
    }
}
