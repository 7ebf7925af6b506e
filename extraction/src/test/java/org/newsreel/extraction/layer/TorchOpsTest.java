package org.newsreel.extraction.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TorchOpsTest {
    /** What a process does first that has not touched PyTorch yet. */
    public static final class First {
        private First() {}

        public static void main(String[] arguments) {
            TorchOps.inferOnThisThread();
            System.out.println("infers");
        }
    }

    @Test
    void inferenceCanBeSwitchedOnBeforeAnythingElseLoadedPyTorch() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dai.djl.offline=true",
                "-DPYTORCH_FLAVOR=cpu",
                "-cp",
                System.getProperty("java.class.path"),
                First.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("infers");
        assertThat(process.exitValue()).isZero();
    }
}
