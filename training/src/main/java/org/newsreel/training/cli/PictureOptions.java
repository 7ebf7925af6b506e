package org.newsreel.training.cli;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of networks that can see. */
final class PictureOptions {
    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Where the corpus's pictures or videos lie, called as the corpus calls them (default: none).")
    private Path pictures;

    @Option(
            names = "--device",
            paramLabel = "cpu|gpu[:N]",
            defaultValue = "cpu",
            description = "Where a published network computes (default: ${DEFAULT-VALUE}).")
    private String device;

    Optional<Path> pictures() {
        if (pictures != null && !Files.isDirectory(pictures)) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no directory " + pictures + ".");
        }
        return Optional.ofNullable(pictures);
    }

    Device device() {
        if (!device.matches("cpu|gpu(:[0-9]{1,3})?")) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL, "--device must be cpu, gpu or gpu:N but is " + device + ".");
        }
        if (device.equals("cpu")) {
            return Device.cpu();
        }
        int number = device.equals("gpu") ? 0 : Integer.parseInt(device.substring("gpu:".length()));
        int there = Engine.getInstance().getGpuCount();
        if (number >= there) {
            throw new CommandFailure(
                    CommandFailure.COULD_NOT_START,
                    "There is no " + device + " that PyTorch can use here, it finds " + there + ": give --device cpu.");
        }
        return Device.gpu(number);
    }
}
