package org.newsreel.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that fill or turn read-only, files that end early, memory that runs out: what was reported done stays done. */
@Tag("crash")
class FaultsTest {
    private static final int ITEMS = 1_200;
    /** Fewer, for processes that mostly collect garbage. */
    private static final int FEW = 300;

    @TempDir
    private Path work;

    @Test
    void aDiskThatFillsLosesNothingThatWasReportedAndIsNamed() throws Exception {
        writeDocuments(work.resolve("all.jsonl"), ITEMS);
        // Stores begin with mapped files of some size, and keep 64 MB free.
        Path disk = mount("100m");
        try {
            String[] build = {
                "build", "all.jsonl", "--store", disk.resolve("store").toString()
            };
            Command.Result full = Command.newsreel(work, build);
            assertThat(full.exitCode()).as(full.err()).isBetween(1, 3);
            assertThat(full.complaints()).singleElement().asString().contains("is full: free some space");
            Set<String> reported = items(full);
            assertThat(reported).isNotEmpty().hasSizeLessThan(ITEMS);

            run("mount", "-o", "remount,size=1g", disk.toString());
            Command.Result verified = Command.newsreel(work, "verify", "--store", build[3]);
            assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
            Command.Result rest = Command.newsreel(work, build);
            assertThat(rest.exitCode()).as(rest.err()).isZero();
            assertGoesOn(rest, reported, ITEMS);
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aDiskThatTurnedReadOnlyIsNamedAndTheStoreIsWholeAfterwards() throws Exception {
        writeDocuments(work.resolve("some.jsonl"), 20);
        writeDocuments(work.resolve("more.jsonl"), 40);
        Path disk = mount("400m");
        try {
            String store = disk.resolve("store").toString();
            assertThat(Command.newsreel(work, "build", "some.jsonl", "--store", store)
                            .exitCode())
                    .isZero();
            run("mount", "-o", "remount,ro", disk.toString());
            Command.Result refused = Command.newsreel(work, "build", "more.jsonl", "--store", store);
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.complaints()).singleElement().asString().contains("can't be written");

            run("mount", "-o", "remount,rw", disk.toString());
            Command.Result rest = Command.newsreel(work, "build", "more.jsonl", "--store", store);
            assertThat(items(rest)).hasSize(20);
            assertThat(Command.newsreel(work, "verify", "--store", store).exitCode())
                    .isZero();
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aFileThatEndsInTheMiddleOfALineGivesItsWholeLines() throws Exception {
        Path file = work.resolve("half.jsonl");
        writeDocuments(file, 30);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 200));

        Command.Result result = Command.newsreel(work, "build", "half.jsonl", "--store", "store");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(items(result)).hasSize(29);
        assertThat(result.complaints()).singleElement().asString().contains("half.jsonl, line 30");
    }

    @Test
    void aProcessWithoutMemoryEndsAndTheStoreGoesOn() throws Exception {
        writeDocuments(work.resolve("all.jsonl"), FEW);
        Set<String> reported = new TreeSet<>();
        int died = 0;
        for (int megabytes : new int[] {20, 28, 36}) {
            Path out = work.resolve("out-" + megabytes);
            Process build = Command.start(
                    "-Xmx" + megabytes + "m", work, out, work.resolve("err"), "build", "all.jsonl", "--store", "store");
            if (!build.waitFor(3, TimeUnit.MINUTES)) {
                build.destroyForcibly().waitFor();
            }
            died += build.exitValue() == 0 ? 0 : 1;
            reported.addAll(ids(Files.readString(out)));
        }
        assertThat(died).as("processes with too little memory").isPositive();

        Command.Result rest = Command.newsreel(work, "build", "all.jsonl", "--store", "store");
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertGoesOn(rest, reported, FEW);
        assertThat(Command.newsreel(work, "verify", "--store", "store").exitCode())
                .isZero();
    }

    /** What was reported is not stored again, and what was stored without being reported may be there or not. */
    private static void assertGoesOn(Command.Result rest, Set<String> reported, int all) {
        Matcher counts =
                Pattern.compile("([0-9]+) stored, ([0-9]+) unchanged, 0 failed").matcher(rest.err());
        assertThat(counts.find()).as(rest.err()).isTrue();
        assertThat(items(rest)).doesNotContainAnyElementsOf(reported).hasSize(Integer.parseInt(counts.group(1)));
        assertThat(Integer.parseInt(counts.group(2))).isGreaterThanOrEqualTo(reported.size());
        assertThat(Integer.parseInt(counts.group(1)) + Integer.parseInt(counts.group(2)))
                .isEqualTo(all);
    }

    private static Set<String> items(Command.Result result) {
        return ids(result.out());
    }

    private static Set<String> ids(String out) {
        return new TreeSet<>(
                out.lines().filter(line -> line.matches("made-[0-9]+")).toList());
    }

    /** A small disk of its own; only root may make one. */
    private Path mount(String size) throws Exception {
        Path disk = Files.createDirectories(work.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor() == 0, "mounting a file system needs root");
        return disk;
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }

    private static void writeDocuments(Path file, int count) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(document(i)).append('\n');
        }
        Files.writeString(file, lines);
    }

    private static String document(int number) {
        String name = List.of("Mira Holm", "Tomas Varga", "Elena Brandt").get(number % 3);
        String text = name + " lives in Saltford, says report " + number + ".";
        int place = text.indexOf("Saltford");
        return """
                {"id":"made-%d","version":"sha256:%064x","language":"en","headline":"Report %d","text":"%s","media":[],\
                "mentions":[{"id":"m0","type":"PER","start":0,"end":%d,"text":"%s","confidence":0.9},\
                {"id":"m1","type":"LOC","start":%d,"end":%d,"text":"Saltford","confidence":0.9}],\
                "chains":[{"id":"c0","type":"PER","name":"%s","mentions":["m0"]},\
                {"id":"c1","type":"LOC","name":"Saltford","mentions":["m1"]}],"relations":[],"regions":[],\
                "models":[{"role":"entities","name":"made","sha256":"%064x"}]}"""
                .formatted(number, number, number, text, name.length(), name, place, place + 8, name, 1);
    }
}
