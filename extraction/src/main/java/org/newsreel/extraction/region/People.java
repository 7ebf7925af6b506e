package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;

/** The document's chains as far as pictures are concerned: who is named, and who has to be added. */
final class People {
    /** Scores below are no reason for a name. */
    private static final double LEAST_SCORE = 0.5;

    /** The best score must be better than the next one by this much. */
    private static final double SCORE_MARGIN = 0.2;

    private final List<EntityChain> chains;
    private final Map<String, List<String>> names = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final int given;
    private int unidentified;

    People(List<EntityChain> chains, List<Mention> mentions) {
        this.chains = new ArrayList<>(chains);
        this.given = chains.size();
        Map<String, Mention> byId = new HashMap<>();
        mentions.forEach(mention -> byId.put(mention.id(), mention));
        for (EntityChain chain : chains) {
            ids.add(chain.id());
            if (chain.type() == EntityType.PER) {
                Set<String> own = new HashSet<>();
                own.add(chain.name());
                chain.mentions().stream().map(byId::get).forEach(mention -> {
                    if (mention != null) {
                        own.add(mention.text());
                    }
                });
                names.put(
                        chain.id(),
                        own.stream().filter(PersonName::isName).sorted().toList());
            }
        }
    }

    /** The chains that were given and those that were added since. */
    List<EntityChain> chains() {
        return List.copyOf(chains);
    }

    EntityChain chain(String id) {
        return chains.stream()
                .filter(chain -> chain.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The person that a caption's line names: all words agree, or the surname does and only one person has it. */
    Optional<String> named(String line) {
        String name = line.split("\\s*[,|–—:]\\s*", 2)[0];
        Optional<String> best = Optional.empty();
        int bestScore = 0;
        boolean several = false;
        for (EntityChain chain : chains) {
            int score = names.getOrDefault(chain.id(), List.of()).stream()
                    .mapToInt(own -> PersonName.match(name, own))
                    .max()
                    .orElse(0);
            if (score > bestScore) {
                best = Optional.of(chain.id());
                bestScore = score;
                several = false;
            } else if (score > 0 && score == bestScore && !samePerson(best.orElseThrow(), chain.id())) {
                several = true;
            }
        }
        return several ? Optional.empty() : best;
    }

    /**
     * Whether a person of the text has exactly this name of two words or more: then the text confirms what was read, and
     * one reading is enough.
     */
    boolean confirms(String line) {
        String name = line.split("\\s*[,|–—:]\\s*", 2)[0];
        return PersonName.nameTokens(name).size() >= 2
                && chains.subList(0, given).stream()
                        .anyMatch(chain -> names.getOrDefault(chain.id(), List.of()).stream()
                                .anyMatch(own -> PersonName.match(name, own) == 2));
    }

    /** The places, organisations and other things whose whole name stands in a line. */
    List<EntityChain> thingsNamed(String line) {
        // A text model may have split one entity into several chains; the first one stands for all.
        Set<String> seen = new HashSet<>();
        return chains.subList(0, given).stream()
                .filter(chain -> chain.type() != EntityType.PER && chain.type() != EntityType.TIME)
                .filter(chain -> PersonName.contains(line, chain.name()))
                .filter(chain ->
                        seen.add(chain.type() + PersonName.tokens(chain.name()).toString()))
                .toList();
    }

    /** A chain and how likely it is the one that is seen, in [0, 1]. */
    record Scored(String chain, double score) {}

    /** The person of the text with the best score, when it is at least one half and clearly better than the next. */
    Optional<Scored> bestOf(ToDoubleFunction<EntityChain> score) {
        List<Scored> sorted = chains.subList(0, given).stream()
                .filter(chain -> chain.type() == EntityType.PER)
                .map(chain -> new Scored(chain.id(), score.applyAsDouble(chain)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        boolean clear = !sorted.isEmpty()
                && sorted.get(0).score() >= LEAST_SCORE
                && (sorted.size() == 1 || sorted.get(0).score() - sorted.get(1).score() >= SCORE_MARGIN);
        return clear ? Optional.of(sorted.get(0)) : Optional.empty();
    }

    /** The one thing of the text that has a detector's word as its name, as in "bus" or "the buses". */
    Optional<String> thingCalled(String label) {
        List<EntityChain> called = chains.subList(0, given).stream()
                .filter(chain -> chain.type() == EntityType.MISC && isCalled(label, chain.name()))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0).id()) : Optional.empty();
    }

    private static boolean isCalled(String label, String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("^(the|a|an) ", "");
        return plain.equals(label) || plain.equals(label + "s") || plain.equals(label + "es");
    }

    /** The only person the document names, if there is exactly one. */
    Optional<String> onlyNamed() {
        String only = null;
        for (EntityChain chain : chains) {
            if (names.getOrDefault(chain.id(), List.of()).isEmpty()) {
                continue;
            }
            if (only == null) {
                only = chain.id();
            } else if (!samePerson(only, chain.id())) {
                return Optional.empty();
            } else if (longestName(chain.id()) > longestName(only)) {
                only = chain.id();
            }
        }
        return Optional.ofNullable(only);
    }

    /** A person whom a caption names and the text does not. */
    String add(String name) {
        String id = newId();
        chains.add(new EntityChain(id, EntityType.PER, name, List.of()));
        names.put(id, List.of(name));
        return id;
    }

    /** A person whom nothing names. */
    String addUnidentified() {
        String id = newId();
        unidentified++;
        chains.add(new EntityChain(id, EntityType.PER, "Unidentified person " + unidentified, List.of()));
        return id;
    }

    private boolean samePerson(String a, String b) {
        return names.get(a).stream()
                .anyMatch(one -> names.get(b).stream().anyMatch(other -> PersonName.match(one, other) > 0));
    }

    private int longestName(String id) {
        return names.get(id).stream()
                .mapToInt(name -> PersonName.nameTokens(name).size())
                .max()
                .orElse(0);
    }

    private String newId() {
        for (int n = chains.size(); ; n++) {
            if (ids.add("c" + n)) {
                return "c" + n;
            }
        }
    }
}
