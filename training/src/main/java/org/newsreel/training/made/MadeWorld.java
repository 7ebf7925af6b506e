package org.newsreel.training.made;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.newsreel.training.made.Draft.Named;
import org.newsreel.training.made.MadeCast.Somebody;
import org.newsreel.training.made.MadeItem.Decided;
import org.newsreel.training.made.MadeItem.Frame;
import org.newsreel.training.made.Tongue.Fact;
import org.newsreel.training.made.Tongue.Kind;
import org.newsreel.training.world.Organisation;
import org.newsreel.training.world.Place;

/**
 * Illustrated news about a world that does not exist, with its truth. In a third of the items only the picture tells what
 * two entities have to do with each other, or what a name names; in a third the text tells and the picture shows
 * something else; in a third there is no picture. The same seed gives the same items.
 */
public final class MadeWorld {
    private static final List<String> TYPES = List.of("PER", "LOC", "ORG");
    private static final Fact[] FACTS = Fact.values();

    private final Tongue tongue;
    private final long seed;
    private final MadeCast cast;

    /** The world of a seed in a language. */
    public MadeWorld(Tongue tongue, long seed) {
        this.tongue = tongue;
        this.seed = seed;
        this.cast = MadeCast.of(tongue, new Random(seed));
    }

    /** What a post says, and what its picture shows. */
    private interface Sentence {
        void add(Draft draft, Random random, Decided decided, List<Frame> frames);
    }

    /** Posts that ask what two entities have to do with each other: one fact, one picture at most. */
    public List<MadeItem> relationPosts(int count, String part) {
        return posts(count, part, random("relations", part), this::fact);
    }

    /** Posts that ask what a name names: one name, one picture at most. */
    public List<MadeItem> entityPosts(int count, String part) {
        return posts(count, part, random("entities", part), this::name);
    }

    private List<MadeItem> posts(int count, String part, Random random, Sentence sentence) {
        List<MadeItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Draft draft = new Draft(tongue, random);
            Decided decided = Decided.values()[i % 3];
            List<Frame> frames = new ArrayList<>();
            sentence.add(draft, random, decided, frames);
            items.add(draft.item(part + "-" + i, frames, decided));
        }
        return items;
    }

    /** Documents of several facts, names and idle sentences, with a frame for each that has one. */
    public List<MadeItem> documents(int count, String part) {
        Random random = random("documents", part);
        List<MadeItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Draft draft = new Draft(tongue, random);
            List<Frame> frames = new ArrayList<>();
            int sentences = 2 + random.nextInt(2);
            Decided first = Decided.values()[i % 3];
            for (int s = 0; s < sentences; s++) {
                Decided decided = s == 0 ? first : Decided.values()[random.nextInt(3)];
                if (random.nextBoolean()) {
                    name(draft, random, decided, frames);
                } else {
                    fact(draft, random, decided, frames);
                }
                if (random.nextInt(3) == 0) {
                    draft.say(draft.pick(tongue.idle()), Map.of());
                }
            }
            items.add(draft.item(part + "-" + i, frames, first));
        }
        return items;
    }

    private Random random(String what, String part) {
        return new Random(31 * (31 * seed + what.hashCode()) + part.hashCode());
    }

    private void name(Draft draft, Random random, Decided decided, List<Frame> frames) {
        Named named = new Named(draft.pick(cast.ambiguous()), draft.pick(TYPES));
        String told = decided == Decided.BY_PICTURE ? "" : named.type();
        draft.say(draft.pick(tongue.named(told)), Map.of('X', named));
        Staging staging = new Staging(cast, random);
        if (decided == Decided.BY_PICTURE) {
            frames.add(staging.of(draft, named));
        } else if (decided == Decided.BY_TEXT) {
            frames.add(staging.of(draft, new Named("", draft.pick(TYPES))));
        }
    }

    private void fact(Draft draft, Random random, Decided decided, List<Frame> frames) {
        Fact fact = FACTS[random.nextInt(FACTS.length)];
        Somebody a = draft.pick(cast.people());
        Map<Character, Object> names = new HashMap<>(Map.of('A', a));
        char other;
        switch (fact.kind()) {
            case PEOPLE -> {
                names.put('B', another(draft, a));
                other = 'B';
            }
            case MEMBERSHIP -> {
                names.put('O', draft.pick(cast.organisations()));
                other = 'O';
            }
            default -> {
                names.put('L', draft.pick(cast.places()));
                other = 'L';
            }
        }
        List<String> patterns = decided == Decided.BY_PICTURE ? tongue.open(fact.kind()) : tongue.told(fact);
        Map<Character, Integer> said = draft.say(draft.pick(patterns), names);
        draft.fact(said.get('A'), said.get(other), fact.relation());
        if (decided == Decided.BY_PICTURE) {
            frames.add(show(draft, random, fact, a, names.get(other)));
        } else if (decided == Decided.BY_TEXT) {
            Fact shown = FACTS[random.nextInt(FACTS.length)];
            Somebody stranger = another(draft, a);
            Object with = shown.kind() == Kind.PEOPLE
                    ? another(draft, stranger)
                    : shown.kind() == Kind.MEMBERSHIP ? draft.pick(cast.organisations()) : draft.pick(cast.places());
            frames.add(show(draft, random, shown, stranger, with));
        }
    }

    private Somebody another(Draft draft, Somebody than) {
        Somebody other;
        do {
            other = draft.pick(cast.people());
        } while (other.equals(than));
        return other;
    }

    private Frame show(Draft draft, Random random, Fact fact, Somebody a, Object other) {
        Staging staging = new Staging(cast, random);
        return switch (fact) {
            case MEMBER -> staging.below(draft, a, (Organisation) other);
            case OUTSIDER -> staging.below(draft, a, different(draft, cast.organisations(), (Organisation) other));
            case VISITOR -> staging.at(draft, a, (Place) other);
            case ABSENT -> staging.at(draft, a, different(draft, cast.places(), (Place) other));
            default -> staging.people(draft, fact, a, (Somebody) other);
        };
    }

    private static <T> T different(Draft draft, List<T> all, T than) {
        T other;
        do {
            other = draft.pick(all);
        } while (other.equals(than));
        return other;
    }
}
