package org.newsreel.extraction.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The kinds of models that have a directory, by what their files say, and the roles that each can fill. */
public enum ModelKind {
    /** Text of one language. */
    TEXT(Optional.empty(), Role.ENTITIES, Role.CHAINS, Role.RELATIONS),
    /** Marked pairs in sentences, words alone. */
    PAIR(Optional.empty(), Role.RELATIONS),
    HMNET(Optional.of("hmnet"), Role.RELATIONS),
    HMNET_ENTITIES(Optional.of("hmnet-entities"), Role.ENTITIES),
    HVFORMER(Optional.of("hvformer"), Role.RELATIONS),
    DGFPT(Optional.of("dgfpt"), Role.RELATIONS),
    M3D(Optional.of("m3d"), Role.ENTITIES, Role.CHAINS, Role.RELATIONS, Role.REGIONS),
    MDOCRE(Optional.of("mdocre"), Role.RELATIONS),
    /** What another model or a training begins with: captions' letters, published encoders. */
    PART(Optional.empty());

    private static final String CONFIG = "config.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Optional<String> network;
    private final Set<Role> roles;

    ModelKind(Optional<String> network, Role... roles) {
        this.network = network;
        this.roles = roles.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(roles));
    }

    /** What it can be used for, in the order of {@link Role}. */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** Whether it can be used for something. */
    public boolean fills(Role role) {
        return roles.contains(role);
    }

    /** What a published network is called; absent for other kinds. */
    public Optional<String> network() {
        return network;
    }

    /** The kind of the model in a directory; {@link #PART} when its files do not say that it is another. */
    public static ModelKind of(Path directory) {
        Path file = directory.resolve(CONFIG);
        if (!Files.isRegularFile(file)) {
            return PART;
        }
        JsonNode config;
        try {
            config = MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            // Whoever opens the model says what is wrong with the file.
            return PART;
        }
        if (config.path("network").isTextual()) {
            String name = config.path("network").asText();
            return Arrays.stream(values())
                    .filter(k -> k.network.equals(Optional.of(name)))
                    .findFirst()
                    .orElse(PART);
        }
        if (config.has("pair")) {
            return PAIR;
        }
        return config.path("network").isObject() || config.has("model") && config.has("name") ? TEXT : PART;
    }
}
