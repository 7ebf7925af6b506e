package org.newsreel.training.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.newsreel.ontology.claim.Box;
import org.newsreel.training.made.MadeCast.Somebody;
import org.newsreel.training.made.MadeItem.Frame;
import org.newsreel.training.made.MadeItem.Seen;
import org.newsreel.training.world.NewsPicture;
import org.newsreel.training.world.Organisation;
import org.newsreel.training.world.Person;
import org.newsreel.training.world.Place;
import org.newsreel.training.world.Renderer;
import org.newsreel.training.world.Scene;
import org.newsreel.training.world.Scene.Cast;

/**
 * Puts people, flags and places before the camera so that it shows what they have to do with each other: couples stand
 * cheek to cheek, colleagues apart, a parent is far larger than the child, members stand below their flag.
 */
final class Staging {
    /** Pixels at which places of heads are computed; boxes are fractions. */
    private static final int GRID = 240;

    private static final Box VIEW = new Box(0.05, 0.05, 0.9, 0.9);

    private final MadeCast cast;
    private final Random random;

    Staging(MadeCast cast, Random random) {
        this.cast = cast;
        this.random = random;
    }

    private double jitter(double value) {
        return value + 0.03 * (random.nextDouble() - 0.5);
    }

    private static Person person(Somebody somebody) {
        return new Person(somebody.first() + " " + somebody.last(), somebody.look());
    }

    /** What a fact between two people looks like. */
    Frame people(Draft draft, Tongue.Fact fact, Somebody a, Somebody b) {
        boolean turned = random.nextBoolean();
        List<Cast> seen =
                switch (fact) {
                    case COUPLE -> pair(a, b, turned, 0.38, 0.62, 0.52, 0.52, 0.34, 0.34);
                    case COLLEAGUE -> pair(a, b, turned, 0.18, 0.82, 0.52, 0.52, 0.24, 0.24);
                    case PARENT -> pair(a, b, false, turned ? 0.3 : 0.7, turned ? 0.75 : 0.25, 0.38, 0.68, 0.42, 0.16);
                    default -> List.of(new Cast(person(turned ? a : b), jitter(0.5), jitter(0.5), jitter(0.4), true));
                };
        return frame(draft, draft.pick(cast.places()), seen, List.of(a, b), Optional.empty());
    }

    private List<Cast> pair(
            Somebody a,
            Somebody b,
            boolean turned,
            double x,
            double x2,
            double y,
            double y2,
            double size,
            double size2) {
        return List.of(
                new Cast(person(turned ? b : a), jitter(x), jitter(y), size, false),
                new Cast(person(turned ? a : b), jitter(x2), jitter(y2), size2, true));
    }

    /** A person below a flag. */
    Frame below(Draft draft, Somebody a, Organisation flag) {
        Cast low = new Cast(person(a), jitter(0.5), jitter(0.72), 0.26, true);
        return frame(draft, draft.pick(cast.places()), List.of(low), List.of(a), Optional.of(flag));
    }

    /** A person somewhere. */
    Frame at(Draft draft, Somebody a, Place place) {
        Cast one = new Cast(person(a), jitter(random.nextBoolean() ? 0.25 : 0.75), jitter(0.6), 0.26, true);
        return frame(draft, place, List.of(one), List.of(a), Optional.empty());
    }

    /** What a name of a type looks like: a face, a view, a flag. */
    Frame of(Draft draft, Draft.Named named) {
        int chain = draft.chain(named).orElse(-1);
        return switch (named.type()) {
            case "PER" -> {
                Somebody face = draft.pick(cast.people());
                Cast close = new Cast(person(face), jitter(0.5), jitter(0.48), 0.45, true);
                Frame frame = frame(draft, draft.pick(cast.places()), List.of(close), List.of(), Optional.empty());
                Seen head = frame.regions().get(0);
                yield new Frame(
                        frame.scene(), Optional.empty(), List.of(new Seen("PER", head.label(), head.box(), chain)));
            }
            case "LOC" ->
                new Frame(
                        scene(draft.pick(cast.places()), List.of()),
                        Optional.empty(),
                        List.of(new Seen("LOC", "landscape", VIEW, chain)));
            default ->
                new Frame(
                        scene(draft.pick(cast.places()), List.of()),
                        Optional.of(draft.pick(cast.organisations())),
                        List.of(new Seen("ORG", "flag", NewsPicture.FLAG, chain)));
        };
    }

    private static Scene scene(Place place, List<Cast> seen) {
        return new Scene(place, seen, Optional.empty(), false, Optional.empty(), 2);
    }

    private Frame frame(Draft draft, Place place, List<Cast> seen, List<Somebody> known, Optional<Organisation> flag) {
        Scene scene = scene(place, seen);
        List<Seen> regions = new ArrayList<>();
        for (Renderer.Head head : NewsPicture.heads(scene, GRID, GRID)) {
            int chain = known.stream()
                    .filter(k -> k.look().equals(head.person().look()))
                    .findFirst()
                    .flatMap(draft::chain)
                    .orElse(-1);
            regions.add(new Seen("PER", "person", head.box(), chain));
        }
        flag.ifPresent(f -> regions.add(
                new Seen("ORG", "flag", NewsPicture.FLAG, draft.chain(f).orElse(-1))));
        return new Frame(scene, flag, regions);
    }
}
