package org.newsreel.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsreel.api.cli.CommandFailure;
import org.newsreel.extraction.source.Sources;

/** Lists what there is to do, from directories, files and manifests, by looking at names and sizes alone. */
final class Places {
    private static final String MANIFEST = ".manifest";
    /** Bytes of a file that one slice is meant for: some hundred posts, some dozen articles. */
    private static final long SLICE = 128 << 10;

    private static final int MOST_SLICES = 64;

    private final Optional<String> format;
    private final List<WorkUnit> units = new ArrayList<>();
    private int order;

    private Places(Optional<String> format) {
        this.format = format;
    }

    /** The units of all inputs, in the order in which one machine would read them. */
    static List<WorkUnit> of(List<Path> inputs, Optional<String> format) {
        Places places = new Places(format);
        try {
            for (int i = 0; i < inputs.size(); i++) {
                places.input(inputs.get(i), Integer.toString(i));
            }
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailure.wrongCall(
                    "the input can't be listed (" + e.getMessage() + "): check its permissions.");
        }
        return places.units;
    }

    private void input(Path input, String name) throws IOException {
        if (input.getFileName() != null && input.getFileName().toString().endsWith(MANIFEST)) {
            manifest(input);
            return;
        }
        Path root = input.toAbsolutePath().normalize();
        for (Path place : Sources.places(root, format)) {
            add(place, name + "/" + root.relativize(place));
        }
    }

    /** One path a line, seen from the manifest's directory; blank lines and lines with # say nothing. */
    private void manifest(Path manifest) throws IOException {
        Path base = manifest.toAbsolutePath().normalize().getParent();
        for (String line : Files.readAllLines(manifest, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String path = line.strip();
                input(base.resolve(path), path);
            }
        }
    }

    private void add(Path place, String key) throws IOException {
        String named = format.orElse("");
        if (!Files.isRegularFile(place)) {
            units.add(new WorkUnit(order++, key, place.toString(), named, 0, 1, costOfDirectory(place)));
            return;
        }
        long size = Files.size(place);
        int slices = (int) Math.max(1, Math.min(MOST_SLICES, size / SLICE));
        for (int slice = 0; slice < slices; slice++) {
            double cost = cost(place, size) / slices;
            units.add(new WorkUnit(order, key, place.toString(), named, slice, slices, cost));
        }
        order++;
    }

    private static double costOfDirectory(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return 0;
        }
        double cost = 0.05;
        try (Stream<Path> files = Files.walk(place, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                cost += cost(file, Files.size(file));
            }
        } catch (UncheckedIOException e) {
            return cost; // whoever reads it says why it can't be
        }
        return cost;
    }

    /** Seconds on one core of the machine of docs/benchmarks.md, roughly: words, pictures, and video at 1 Mbit/s. */
    private static double cost(Path file, long bytes) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.(mp4|webm|mkv|mov)")) {
            return 0.5 + bytes / 1.5e6;
        }
        return name.matches(".*\\.(jpg|jpeg|png|webp)") ? 0.3 : bytes / 8e3;
    }
}
