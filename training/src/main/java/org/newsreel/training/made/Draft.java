package org.newsreel.training.made;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.newsreel.training.made.MadeCast.Somebody;
import org.newsreel.training.made.MadeItem.Mentioned;
import org.newsreel.training.made.MadeItem.Said;
import org.newsreel.training.world.Organisation;
import org.newsreel.training.world.Place;

/** An item in the making: sentences with their places filled, and which chain each name belongs to. */
final class Draft {
    private final Tongue tongue;
    private final Random random;
    private final List<String> tokens = new ArrayList<>();
    private final List<Mentioned> mentions = new ArrayList<>();
    private final List<Said> facts = new ArrayList<>();
    private final Map<Object, Integer> chains = new HashMap<>();

    Draft(Tongue tongue, Random random) {
        this.tongue = tongue;
        this.random = random;
    }

    /**
     * Adds a sentence.
     *
     * @param pattern with places for the names
     * @param names by place: {@link Somebody}, {@link Organisation}, {@link Place} or {@link Named}
     * @return the mention at each place
     */
    Map<Character, Integer> say(String pattern, Map<Character, Object> names) {
        Map<Character, Integer> said = new HashMap<>();
        for (String token : pattern.split(" ")) {
            char place = token.charAt(0);
            if (token.length() > 1 || "ABOLXT".indexOf(place) < 0) {
                tokens.add(token);
                continue;
            }
            said.put(place, mention(place == 'T' ? pick(tongue.times()) : names.get(place)));
        }
        return said;
    }

    /** Adds what two mentions have to do with each other. */
    void fact(int subject, int object, String relation) {
        facts.add(new Said(subject, object, relation));
    }

    /** A name whose bearer is of a type. */
    record Named(String name, String type) {}

    private int mention(Object who) {
        int from = tokens.size();
        String type;
        if (who instanceof Somebody person) {
            // A person who was introduced is often called by the last name alone.
            if (!chains.containsKey(person) || random.nextBoolean()) {
                if (tongue == Tongue.CHINESE) {
                    tokens.add(person.last());
                    tokens.add(person.first());
                } else {
                    tokens.add(person.first());
                    tokens.add(person.last());
                }
            } else {
                tokens.add(person.last());
            }
            type = "PER";
        } else if (who instanceof Organisation organisation) {
            tokens.add(organisation.name());
            type = "ORG";
        } else if (who instanceof Place place) {
            tokens.add(place.name());
            type = "LOC";
        } else if (who instanceof Named named) {
            tokens.add(named.name());
            type = named.type();
        } else {
            tokens.add((String) who);
            type = "TIME";
        }
        int chain = chains.computeIfAbsent(who, w -> chains.size());
        mentions.add(new Mentioned(from, tokens.size(), type, chain));
        return mentions.size() - 1;
    }

    /** Which chain somebody or something is, if mentioned. */
    Optional<Integer> chain(Object who) {
        return Optional.ofNullable(chains.get(who));
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    MadeItem item(String id, List<MadeItem.Frame> frames, MadeItem.Decided decided) {
        return new MadeItem(id, tokens, mentions, facts, frames, decided);
    }
}
