package org.newsreel.corpus;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.model.Role;
import org.newsreel.extraction.pipeline.PipelineConfig;
import org.newsreel.extraction.pipeline.RolePlan;
import org.newsreel.extraction.shot.SamplingPolicy;

/**
 * A {@link PipelineConfig} as it travels to the executors, with absolute paths, and where they write.
 *
 * @param out the output directory
 * @param run names this run among those into the same directory
 * @param detector a file, or empty for the one among the models
 */
record Settings(
        String out,
        String run,
        String models,
        ArrayList<Choice> choices,
        String device,
        String frames,
        String precision,
        String detector)
        implements Serializable {
    /**
     * A model for a role.
     *
     * @param directory empty for what ships
     */
    record Choice(Role role, String name, String directory, double weight) implements Serializable {}

    static Settings of(PipelineConfig config, Path out, String run) {
        ArrayList<Choice> choices = new ArrayList<>();
        config.roles()
                .choices()
                .forEach((role, models) -> models.forEach(model -> choices.add(new Choice(
                        role,
                        model.name(),
                        model.directory().map(Settings::absolute).orElse(""),
                        model.weight()))));
        return new Settings(
                absolute(out),
                run,
                absolute(config.models()),
                choices,
                config.device(),
                config.frames().toString(),
                config.precision().name(),
                config.detector().map(Settings::absolute).orElse(""));
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** What a pipeline on a device is to run with. */
    PipelineConfig config(String onDevice) {
        Map<Role, List<RolePlan.Choice>> chosen = new EnumMap<>(Role.class);
        for (Choice choice : choices) {
            Optional<Path> directory =
                    choice.directory.isEmpty() ? Optional.empty() : Optional.of(Path.of(choice.directory));
            chosen.computeIfAbsent(choice.role, r -> new ArrayList<>())
                    .add(new RolePlan.Choice(choice.name, directory, choice.weight));
        }
        return new PipelineConfig(
                new RolePlan(Path.of(models), chosen),
                onDevice,
                SamplingPolicy.parse(frames),
                Precision.valueOf(precision),
                detector.isEmpty() ? Optional.empty() : Optional.of(Path.of(detector)));
    }

    /** What documents depend on, in words: two runs may share a directory when this is the same. */
    String fingerprint() {
        String roles = choices.stream()
                .map(c -> c.role.word() + "=" + c.name + (c.weight == 1 ? "" : "*" + c.weight))
                .collect(Collectors.joining(","));
        String found =
                detector.isEmpty() ? "" : " --detector " + Path.of(detector).getFileName();
        return "--models " + roles + " --frames " + frames + " --precision " + precision + found;
    }
}
