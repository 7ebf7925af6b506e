package org.newsreel.extraction.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.extraction.model.ModelKind;
import org.newsreel.extraction.model.Role;

/**
 * Which models fill which role. What users write is a list of parts between commas:
 *
 * <ul>
 *   <li>first, if at all, a directory laid out like the one of the models that ship;
 *   <li>{@code ROLE=NAME}, where a name is {@code text} (the text model of the item's language), {@code faces} (faces and
 *       captions, for regions), that of a model in the directory, or a path to a model's own directory;
 *   <li>{@code relations=NAME+NAME*WEIGHT}, for relations and regions, which several may fill: relations are voted on, by
 *       weight, 1 unless given; regions are put together;
 *   <li>{@code NAME} alone: it joins those that fill relations and regions, and takes the other roles that it can fill.
 * </ul>
 *
 * @param models the directory of models
 * @param choices at least one for every role
 */
public record RolePlan(Path models, Map<Role, List<Choice>> choices) {
    /** The text model of an item's language. */
    public static final String TEXT = "text";

    /** Faces and captions by what ships. */
    public static final String FACES = "faces";

    /**
     * A model for a role.
     *
     * @param directory of the model; absent for {@link #TEXT} and {@link #FACES}
     * @param weight of its vote, above 0
     */
    public record Choice(String name, Optional<Path> directory, double weight) {
        static Choice own(String name) {
            return new Choice(name, Optional.empty(), 1);
        }
    }

    public RolePlan {
        Map<Role, List<Choice>> copy = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            List<Choice> own = new ArrayList<>(choices.getOrDefault(role, List.of(usual(role))));
            // What ships comes first, so that what others add to it follows.
            own.sort(Comparator.comparing(c -> c.directory().isPresent()));
            copy.put(role, List.copyOf(own));
        }
        choices = java.util.Collections.unmodifiableMap(copy);
    }

    private static Choice usual(Role role) {
        return Choice.own(role == Role.REGIONS ? FACES : TEXT);
    }

    /** Words by the text models of a directory, pictures by faces and captions. */
    public static RolePlan standard(Path models) {
        return new RolePlan(models, Map.of());
    }

    /**
     * Reads what a user wrote.
     *
     * @param shipped directory of the models that ship
     * @throws IllegalArgumentException in one sentence that says what to change
     */
    public static RolePlan parse(String given, Path shipped) {
        List<String> parts = new ArrayList<>(List.of(given.split(",", -1)));
        Path models = shipped;
        if (!parts.get(0).contains("=") && isDirectoryOfModels(parts.get(0), shipped)) {
            models = Path.of(parts.remove(0));
        }
        return new Parsing(models).plan(parts);
    }

    private static boolean isDirectoryOfModels(String part, Path shipped) {
        Path given = Path.of(part);
        return !part.isBlank() && Files.isDirectory(given) && !isModel(given) && !isModel(shipped.resolve(part));
    }

    private static boolean isModel(Path directory) {
        return Files.exists(directory.resolve("config.json")) || Files.exists(directory.resolve("SHA256SUMS"));
    }

    /** The models of a role. */
    public List<Choice> of(Role role) {
        return choices.get(role);
    }

    /** The only model of a role that one model fills. */
    Choice one(Role role) {
        return of(role).get(0);
    }

    private record Parsing(Path models, Map<Role, List<Choice>> chosen, Set<Role> named) {
        Parsing(Path models) {
            this(models, new EnumMap<>(Role.class), new HashSet<>());
        }

        RolePlan plan(List<String> parts) {
            // Roles first, so that a name alone joins what is chosen wherever it stands.
            parts.stream().filter(p -> p.contains("=")).forEach(this::role);
            parts.stream().filter(p -> !p.contains("=")).forEach(this::alone);
            return new RolePlan(models, chosen);
        }

        private void role(String part) {
            String word = part.substring(0, part.indexOf('=')).strip();
            Role role = Role.of(word)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no role " + word + ": give entities, chains, relations or regions"));
            if (!named.add(role)) {
                throw new IllegalArgumentException(
                        "the role " + word + " is given twice: join its models with +, as in relations=text+NAME");
            }
            List<Choice> choices = new ArrayList<>();
            for (String name : part.substring(part.indexOf('=') + 1).split("\\+", -1)) {
                choices.add(choice(name.strip(), role));
            }
            if (choices.size() > 1 && (role == Role.ENTITIES || role == Role.CHAINS)) {
                throw new IllegalArgumentException("the role " + word + " takes one model, not " + choices.size()
                        + ": only relations are voted on and only regions are put together");
            }
            if (choices.stream().map(Choice::name).distinct().count() < choices.size()) {
                throw new IllegalArgumentException("a model is named twice for the role " + word);
            }
            chosen.put(role, choices);
        }

        private void alone(String name) {
            Choice choice = found(name.strip(), 1);
            Set<Role> roles = roles(choice);
            for (Role role : Role.values()) {
                boolean joined = role == Role.RELATIONS || role == Role.REGIONS;
                if (roles.contains(role) && joined) {
                    List<Choice> all = new ArrayList<>(chosen.getOrDefault(role, List.of(usual(role))));
                    all.add(choice);
                    chosen.put(role, all);
                } else if (roles.contains(role) && !named.contains(role)) {
                    chosen.put(role, List.of(choice));
                }
            }
            if (roles.isEmpty()) {
                throw new IllegalArgumentException(
                        choice.name() + " fills no role by itself: newsreel models list shows what can");
            }
        }

        private Choice choice(String given, Role role) {
            int star = given.indexOf('*');
            String name = star < 0 ? given : given.substring(0, star).strip();
            double weight = star < 0 ? 1 : weight(given.substring(star + 1).strip(), name);
            String own = role == Role.REGIONS ? FACES : TEXT;
            if (name.equals(own)) {
                return new Choice(own, Optional.empty(), weight);
            }
            if (name.equals(TEXT) || name.equals(FACES)) {
                throw wrong(name, role);
            }
            Choice choice = found(name, weight);
            if (!roles(choice).contains(role)) {
                throw wrong(choice.name(), role);
            }
            return choice;
        }

        private static IllegalArgumentException wrong(String name, Role role) {
            return new IllegalArgumentException(
                    name + " can't fill the role " + role.word() + ": newsreel models list shows what can");
        }

        private static double weight(String given, String name) {
            try {
                double weight = Double.parseDouble(given);
                if (weight > 0 && weight <= 1000) {
                    return weight;
                }
            } catch (NumberFormatException e) {
                // The sentence below says what is wanted.
            }
            throw new IllegalArgumentException(
                    "the weight of " + name + " must be a number above 0, at most 1000, but is " + given);
        }

        private Choice found(String name, double weight) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("there is an empty name: give ROLE=NAME+NAME between commas");
            }
            Path here = models.resolve(name);
            Path directory = Files.isDirectory(here) ? here : Path.of(name);
            if (!Files.isDirectory(directory)) {
                throw new IllegalArgumentException("there is no model " + name + " in " + models
                        + ", and no directory of this name: newsreel models list shows those that are here");
            }
            String last = directory.toAbsolutePath().normalize().getFileName().toString();
            return new Choice(last, Optional.of(directory), weight);
        }

        /** Text models are chosen by language, so none is chosen by name. */
        private static Set<Role> roles(Choice choice) {
            ModelKind kind = ModelKind.of(choice.directory().orElseThrow());
            if (kind == ModelKind.TEXT) {
                throw new IllegalArgumentException(
                        choice.name() + " is a text model, which is chosen by the language of"
                                + " an item: say text, and give the directory that has it first");
            }
            return kind.roles();
        }
    }
}
