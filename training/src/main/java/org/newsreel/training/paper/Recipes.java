package org.newsreel.training.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The networks of papers that can be trained on corpora. */
public final class Recipes {
    private static final List<Recipe<?, ?>> ALL = List.of(
            new HmnetRelations(),
            new HmnetEntities(),
            new HvformerRelations(),
            new DgfPtRelations(),
            new M3dRecipe(),
            new MdocreRecipe());

    /** For help texts. */
    public static final String NAMES = ALL.stream().map(Recipe::network).collect(Collectors.joining(", "));

    private Recipes() {}

    /** Whether there is a network of this name here. */
    public static boolean has(String network) {
        return find(network).isPresent();
    }

    private static Optional<Recipe<?, ?>> find(String network) {
        return ALL.stream().filter(r -> r.network().equals(network)).findFirst();
    }

    static Recipe<?, ?> named(String network) {
        return find(network).orElseThrow(() -> new IllegalArgumentException("There is no network " + network + "."));
    }

    /**
     * Says why a network can't be used so.
     *
     * @param imageEncoder whether an image encoder's checkpoint is given
     * @return nothing when it can
     */
    public static Optional<String> objection(
            String network, List<String> corpora, boolean pictures, boolean imageEncoder) {
        Recipe<?, ?> recipe = named(network);
        String known = recipe.corpora().stream().sorted().collect(Collectors.joining(" or "));
        for (String corpus : corpora) {
            if (!recipe.corpora().contains(corpus)) {
                return Optional.of(
                        "The network " + network + " has no use for the corpus " + corpus + ": give " + known + ".");
            }
        }
        if (corpora.stream().distinct().count() > 1) {
            return Optional.of("The network " + network + " learns from one corpus at a time, for their relations have"
                    + " different names.");
        }
        if (imageEncoder && !recipe.imageEncoder()) {
            return Optional.of("The network " + network + " reads pixels itself: leave --image out.");
        }
        boolean own = corpora.contains(Documents.MDOCRE);
        if (pictures && own) {
            return Optional.of("The corpus mdocre brings its own frames: leave --pictures out.");
        }
        if (imageEncoder && !pictures) {
            return Optional.of("Without --pictures there is nothing to see for --image: leave it out.");
        }
        return Optional.empty();
    }
}
