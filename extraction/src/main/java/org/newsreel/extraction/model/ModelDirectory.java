package org.newsreel.extraction.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.newsreel.extraction.encoder.PretrainedEncoder;

/**
 * The models that are here: one directory for each, with its {@link ModelManifest} and a {@code model.json} that says
 * what it is, and the published encoder on the class path.
 */
public final class ModelDirectory {
    /** Directory of the English text network. */
    public static final String TEXT_EN = "newsreel-text-en";

    /** Directory of the Chinese models. */
    public static final String TEXT_ZH = "newsreel-text-zh";

    /** Directory of the network that tells the relation of two marked mentions in English posts. */
    public static final String PAIR_EN = "newsreel-pair-en";

    private static final String DESCRIPTION = "model.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path root;

    /** The models below a directory, which need not exist. */
    public ModelDirectory(Path root) {
        this.root = root;
    }

    /** Where the models that ship are, in the installation that the launcher names. */
    public static Path shipped() {
        return Path.of(System.getProperty("newsreel.home", ""), "extraction", "models");
    }

    /**
     * The directory of the English text network.
     *
     * @param given a model's own directory, a directory of models, or null for what ships
     */
    public static Path textModel(Path given) {
        return model(given, TEXT_EN);
    }

    /** The directory of the Chinese models, given in the same ways. */
    public static Path chineseModel(Path given) {
        return model(given, TEXT_ZH);
    }

    /**
     * The directory of a model.
     *
     * @param given a model's own directory, a directory of models, or null for what ships
     * @param name the model's directory in a directory of models
     */
    public static Path model(Path given, String name) {
        Path base = given == null ? shipped() : given;
        return Files.isRegularFile(base.resolve(ModelManifest.FILE)) ? base : base.resolve(name);
    }

    /** All models by name, the published encoder first. */
    public List<ModelCard> list() {
        List<ModelCard> cards = new ArrayList<>();
        cards.add(new ModelCard(
                PretrainedEncoder.NAME,
                "text encoder",
                Set.of(),
                PretrainedEncoder.LICENCE,
                PretrainedEncoder.size(),
                PretrainedEncoder.SHA256,
                Map.of(),
                Optional.empty()));
        for (Path directory : directories()) {
            cards.add(card(directory));
        }
        return cards;
    }

    /** The model of a name. */
    public Optional<ModelCard> info(String name) {
        return list().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Compares all files with their hashes and gives a sentence for each model that is not as it should be. */
    public List<String> verify() {
        List<String> problems = new ArrayList<>();
        for (Path directory : directories()) {
            try {
                ModelManifest.read(directory).verify();
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
        try {
            PretrainedEncoder.weights();
        } catch (IllegalStateException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    private List<Path> directories() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory)
                    .filter(d -> Files.exists(d.resolve(ModelManifest.FILE)) || Files.exists(d.resolve(DESCRIPTION)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("The directory of models " + root + " can't be read.", e);
        }
    }

    private static ModelCard card(Path directory) {
        JsonNode json;
        Path file = directory.resolve(DESCRIPTION);
        try {
            json = Files.exists(file) ? MAPPER.readTree(file.toFile()) : MAPPER.createObjectNode();
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " is no description of a model.", e);
        }
        ModelManifest manifest = ModelManifest.read(directory);
        ModelKind kind = ModelKind.of(directory);
        Map<String, Double> figures = new LinkedHashMap<>();
        json.path("figures")
                .fields()
                .forEachRemaining(f -> figures.put(f.getKey(), f.getValue().asDouble()));
        String weights = manifest.hashes().keySet().stream()
                .filter(n -> n.endsWith(".safetensors") || n.endsWith(".traineddata"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The model in " + directory + " names no weights."));
        long bytes = 0;
        for (String name : manifest.hashes().keySet()) {
            bytes += sizeOf(directory.resolve(name));
        }
        return new ModelCard(
                directory.getFileName().toString(),
                json.path("role").asText(kind.network().map(n -> "network " + n).orElse("unknown")),
                kind.roles(),
                json.path("licence").asText("unknown"),
                bytes,
                manifest.sha256(weights),
                figures,
                Optional.of(directory));
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Missing: verify says so.
            return 0;
        }
    }
}
