package org.newsreel.training.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The benchmarks, each a test under the Maven profile {@code bench}, because peers such as CoreNLP must not ship. */
enum Bench {
    ENCODER("training", "SideBySideTest", "the text encoder beside onnxruntime", List.of("-Dbench.repetitions=2")),
    TRAINING("training", "SideBySideTest", "training steps", List.of("-Dbench.repetitions=2")),
    EXTRACTION(
            "training",
            "SideBySideTest",
            "text extraction beside Stanford CoreNLP",
            List.of("-Dbench.repetitions=1", "-Dbench.documents=4")),
    PICTURES(
            "training",
            "SideBySideTest",
            "sampling of videos beside the ffmpeg command, and the whole visual side",
            List.of("-Dbench.repetitions=1")),
    STORE(
            "kg-builder",
            "StoreBenchTest",
            "the store as it grows, beside TDB2's loader",
            List.of("-Dquads=50000,200000")),
    IDENTITY("kg-builder", "IdentityBenchTest", "identity across items", List.of("-Dsocieties=11")),
    LINKING("kg-builder", "LinkBenchTest", "links to an enterprise's list", List.of()),
    SPARQL("api", "SparqlBenchIT", "SPARQL over HTTP beside Fuseki", List.of("-Dbench.items=300"));

    private final String module;
    private final String test;
    private final String what;
    private final List<String> quick;

    Bench(String module, String test, String what, List<String> quick) {
        this.module = module;
        this.test = test;
        this.what = what;
        this.quick = quick;
    }

    /** As in {@code newsreel bench NAME}, and as its report is named. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One phrase on what it measures. */
    String what() {
        return what;
    }

    /** The Maven module that it is in. */
    String module() {
        return module;
    }

    /** The test class that measures. */
    String test() {
        return test;
    }

    static Optional<Bench> of(String word) {
        return Arrays.stream(values())
                .filter(bench -> bench.word().equals(word))
                .findFirst();
    }

    /** What Maven is to be called with in the repository's root, for reports in a directory. */
    List<String> maven(String out, boolean small, boolean offline) {
        // Integration tests need the packaged service; the others only classes.
        boolean packaged = this == SPARQL;
        List<String> call = new ArrayList<>(List.of("mvn", "-B", "-q", "-Pbench", "-pl", module, "-am"));
        if (offline) {
            call.add("-o");
        }
        call.add(packaged ? "verify" : "test");
        call.add((packaged ? "-Dit.test=" : "-Dtest=") + test);
        if (packaged) {
            call.add("-Dtest=NoUnitTest");
        }
        call.addAll(List.of(
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dfailsafe.failIfNoSpecifiedTests=false",
                "-Dspotless.check.skip=true",
                "-Dbench.only=" + word(),
                "-Dbench.out=" + out));
        if (small) {
            call.addAll(quick);
        }
        return call;
    }
}
