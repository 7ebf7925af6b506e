package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Regions of what is seen besides people: what fills the frames without them, and what a detector finds. In one shot the
 * same thing is kept once, where it was seen best, unless every sighting is asked for.
 */
final class ShownThings {
    /** Boxes of one thing in successive samples overlap at least this much. */
    private static final double SAME = 0.4;

    /** Share of a detector's certainty that remains for the text meaning this very thing. */
    private static final double MEANT = 0.6;

    /** Samples in which a thing may be missed. */
    private static final int GAP = 1;

    private final People people;
    private final boolean everySighting;

    ShownThings(People people, boolean everySighting) {
        this.people = people;
        this.everySighting = everySighting;
    }

    private record Sighted(int sample, Thing thing) {}

    /** @param peopled indexes of the samples in which people are seen; subjects are kept of the others */
    List<Draft> of(int medium, SeenMedium seen, Set<Integer> peopled) {
        List<Sample> samples = seen.samples();
        List<List<Sighted>> tracks = new ArrayList<>();
        List<List<Sighted>> open = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            if (seen.cutBefore(i)) {
                open.clear();
            }
            for (Thing thing : samples.get(i).things()) {
                if (thing.isSubject() && peopled.contains(i)) {
                    continue;
                }
                Sighted sighted = new Sighted(i, thing);
                open.stream()
                        .filter(track -> continues(track, sighted))
                        .findFirst()
                        .orElseGet(() -> {
                            List<Sighted> track = new ArrayList<>();
                            tracks.add(track);
                            open.add(track);
                            return track;
                        })
                        .add(sighted);
            }
        }
        List<Draft> drafts = new ArrayList<>();
        for (List<Sighted> track : tracks) {
            List<Sighted> kept = everySighting ? track : List.of(best(track));
            kept.forEach(sighted -> drafts.add(draft(medium, samples.get(sighted.sample()), sighted.thing())));
        }
        return drafts;
    }

    private static boolean continues(List<Sighted> track, Sighted next) {
        Sighted last = track.get(track.size() - 1);
        int since = next.sample() - last.sample();
        return since >= 1
                && since <= GAP + 1
                && last.thing().type() == next.thing().type()
                && last.thing().label().equals(next.thing().label())
                && last.thing().box().intersectionOverUnion(next.thing().box()) >= SAME;
    }

    /** The surest sighting; of equally sure ones the one in the middle, away from cuts and fades. */
    private static Sighted best(List<Sighted> track) {
        double most =
                track.stream().mapToDouble(s -> s.thing().confidence()).max().orElse(0);
        List<Sighted> surest =
                track.stream().filter(s -> s.thing().confidence() == most).toList();
        return surest.get(surest.size() / 2);
    }

    private Draft draft(int medium, Sample sample, Thing thing) {
        Optional<String> chain = thing.label().flatMap(people::thingCalled);
        return new Draft(
                medium,
                sample,
                thing.type(),
                thing.box(),
                chain,
                chain.isPresent() ? MEANT * thing.confidence() : thing.confidence(),
                Optional.empty());
    }
}
