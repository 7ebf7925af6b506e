package org.newsreel.training.world;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the sample news anew: the same files, byte for byte, on the same machine. */
@Command(
        name = "samples",
        description = "Makes the sample news in samples/ anew: texts, drawn films and pictures.",
        mixinStandardHelpOptions = true)
public final class SamplesCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", defaultValue = "samples", description = "where to (default: samples)")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true");
        try {
            for (SampleNews.Item item : SampleNews.ITEMS) {
                SampleWriter.write(item, out);
                spec.commandLine().getErr().println("made " + out.resolve(item.folder()));
            }
            SampleWriter.copy("README.md", out);
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println("The samples can't be written to " + out + ": " + e.getMessage());
            return 1;
        }
    }
}
