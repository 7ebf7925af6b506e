package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsreel.extraction.region.FaceTrack.Sighting;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

/**
 * Says who is seen. A name comes from words first: from a caption on the screen while the face is there
 * ({@link #CAPTIONED}). From there it spreads to the same head returning to the same set-up ({@link #RETURNED}) and to
 * faces of the same item that look the same ({@link #ALIKE}). Then a network's scores count, where one is used, and last
 * that the document names exactly one person ({@link #SOLE_PERSON}). Whoever is left becomes an unidentified person. No
 * model and no native code: samples and chains in, regions out.
 */
final class Linker {
    /**
     * Confidence in a name that a caption gives. This and the next two are the share of right names that one would expect
     * after the few seen so far: in four real reports all names of six people, in 168 sightings, were right. The strength
     * of a face says nothing about whose it is.
     */
    static final double CAPTIONED = 0.95;

    /** The same for a head that returns to a captioned one's set-up after a cutaway. */
    static final double RETURNED = 0.9;

    /** The same for a face that looks like a captioned one's of the same item. */
    static final double ALIKE = 0.85;

    /** Confidence that the only person the document names is the one who is seen: others are seen in every second report. */
    static final double SOLE_PERSON = 0.5;

    /** A face this much larger than the next one is the one a caption speaks of. */
    private static final double DOMINANT = 1.6;

    /** Captions that are to name somebody unknown to the text must be read at least this well. */
    private static final double CLEAR = 0.75;

    /** Three samples that agree make up for less certainty in each. */
    private static final int MANY = 3;

    private static final double CLEAR_IF_MANY = 0.5;

    /** Regions kept of one track: its first and last sighting and those between at even distances. */
    static final int PER_TRACK = 5;

    /** Long tracks keep one more region for this many samples. */
    private static final int SAMPLES_PER_REGION = 12;

    private final People people;
    private final GroundingScores scores;
    private final boolean everySighting;
    private final List<Draft> drafts = new ArrayList<>();

    Linker(List<EntityChain> chains, List<Mention> mentions) {
        this(chains, mentions, GroundingScores.NONE, false);
    }

    /**
     * @param scores what a network thinks of who is seen
     * @param everySighting whether regions are kept of every sample rather than few of each track
     */
    Linker(List<EntityChain> chains, List<Mention> mentions, GroundingScores scores, boolean everySighting) {
        people = new People(chains, mentions);
        this.scores = scores;
        this.everySighting = everySighting;
    }

    /** Links everything; call it once. */
    SeenRegions link(List<SeenMedium> media) {
        List<SeenPerson> all = new ArrayList<>();
        for (int m = 0; m < media.size(); m++) {
            List<Sample> samples = media.get(m).samples();
            List<SeenPerson> here = new ArrayList<>();
            for (FaceTrack track : FaceTracker.tracks(media.get(m))) {
                here.add(new SeenPerson(m, track));
            }
            for (Caption caption : CaptionVote.captions(samples, this::textConfirms)) {
                follow(caption, m, samples, here);
            }
            followReturns(here);
            all.addAll(here);
        }
        Likeness looks = new Likeness(all);
        followLooks(all, looks);
        followScores(all, media);
        people.onlyNamed().ifPresent(person -> followSolePerson(person, all, looks));
        nameTheRest(all, looks);
        for (SeenPerson seen : all) {
            keep(seen, media.get(seen.medium).samples());
        }
        ShownThings things = new ShownThings(people, everySighting);
        for (int m = 0; m < media.size(); m++) {
            drafts.addAll(things.of(m, media.get(m), peopled(m, all)));
        }
        return new SeenRegions(regions(media), people.chains(), List.of(), List.of());
    }

    private static Set<Integer> peopled(int medium, List<SeenPerson> all) {
        return all.stream()
                .filter(seen -> seen.medium == medium)
                .flatMap(seen -> seen.track.sightings().stream())
                .map(Sighting::sample)
                .collect(Collectors.toSet());
    }

    private boolean textConfirms(CaptionReading reading) {
        return reading.lines().stream().anyMatch(line -> line.confidence() >= CLEAR && people.confirms(line.text()));
    }

    private void follow(Caption caption, int medium, List<Sample> samples, List<SeenPerson> here) {
        Optional<SeenPerson> shown = dominant(caption, here);
        Optional<String> person = caption.lines().stream()
                .map(line -> people.named(line.text()))
                .flatMap(Optional::stream)
                .findFirst();
        if (person.isEmpty()
                && caption.agreeing() >= CaptionVote.AGREEING
                && shown.isPresent()
                && clearlyNames(caption)) {
            person = Optional.of(people.add(asName(caption.lines().get(0).text())));
        }
        Sample sample = samples.get(caption.at());
        if (person.isPresent()) {
            String name = person.get();
            shown.filter(SeenPerson::isUnknown).ifPresent(seen -> {
                seen.is(name, CAPTIONED);
                seen.captioned = true;
            });
            Box written = caption.reading().box();
            Optional<Box> withBody = shown.filter(seen -> seen.chain.equals(Optional.of(name)))
                    .filter(seen -> seen.in(caption.at()).isPresent() && seen.draft(caption.at()))
                    .map(seen ->
                            seen.in(caption.at()).orElseThrow().face().body().around(written));
            drafts.add(new Draft(
                    medium,
                    sample,
                    EntityType.PER,
                    withBody.orElse(written),
                    person,
                    CAPTIONED * caption.reading().confidence(),
                    Optional.of(caption.reading().text())));
        }
        for (CaptionLine line : caption.lines()) {
            for (EntityChain thing : people.thingsNamed(line.text())) {
                drafts.add(new Draft(
                        medium,
                        sample,
                        thing.type(),
                        line.box(),
                        Optional.of(thing.id()),
                        CAPTIONED * line.confidence(),
                        Optional.of(line.text())));
            }
        }
    }

    /** The one face that the caption can mean: seen during it, longest, and larger than any other seen meanwhile. */
    private static Optional<SeenPerson> dominant(Caption caption, List<SeenPerson> here) {
        Comparator<SeenPerson> longest =
                Comparator.comparingInt(seen -> seen.track.samplesWithin(caption.first(), caption.last()));
        Optional<SeenPerson> best = here.stream()
                .filter(seen -> seen.track.samplesWithin(caption.first(), caption.last()) > 0)
                .max(longest.thenComparingDouble(seen -> seen.track.area()));
        return best.filter(seen -> here.stream()
                .filter(other -> other != seen && other.track.overlaps(seen.track))
                .filter(other -> other.track.samplesWithin(caption.first(), caption.last()) > 0)
                .allMatch(other -> seen.track.area() >= DOMINANT * other.track.area()));
    }

    /** A name of two words or more over a second line, both read well: the form in which news programmes introduce. */
    private static boolean clearlyNames(Caption caption) {
        List<CaptionLine> lines = caption.lines();
        if (lines.size() != 2) {
            return false;
        }
        String name = asName(lines.get(0).text());
        double needed = caption.agreeing() >= MANY ? CLEAR_IF_MANY : CLEAR;
        return PersonName.isName(name)
                && PersonName.nameTokens(name).size() >= 2
                && PersonName.nameTokens(name).stream().allMatch(word -> word.length() > 1)
                && lines.stream().allMatch(line -> line.confidence() >= needed);
    }

    /** Names in capitals are written as names. */
    private static String asName(String line) {
        if (!line.equals(line.toUpperCase(Locale.ROOT))) {
            return line;
        }
        StringBuilder name = new StringBuilder();
        boolean start = true;
        for (int point : line.codePoints().toArray()) {
            name.appendCodePoint(start ? point : Character.toLowerCase(point));
            start = !Character.isLetter(point);
        }
        return name.toString();
    }

    private static void followReturns(List<SeenPerson> here) {
        for (SeenPerson seen : here) {
            if (seen.isUnknown()) {
                here.stream()
                        .filter(other -> !other.isUnknown() && other.sharesSetUp(seen))
                        .findFirst()
                        .ifPresent(other -> seen.is(other.chain.get(), RETURNED));
            }
        }
    }

    private static void followLooks(List<SeenPerson> all, Likeness looks) {
        for (SeenPerson seen : all) {
            if (seen.isUnknown()) {
                looks.namesake(seen).ifPresent(other -> seen.is(other.chain.get(), ALIKE));
            }
        }
    }

    private void followScores(List<SeenPerson> all, List<SeenMedium> media) {
        for (SeenPerson seen : all) {
            if (seen.isUnknown()) {
                Sample sample =
                        media.get(seen.medium).samples().get(seen.track.best().sample());
                String medium = media.get(seen.medium).id();
                people.bestOf(chain -> scores.score(
                                chain,
                                medium,
                                sample.frame(),
                                seen.track.best().face().body()))
                        .filter(best -> all.stream()
                                .noneMatch(
                                        other -> other.chain.equals(Optional.of(best.chain())) && other.isBeside(seen)))
                        .ifPresent(best -> seen.is(best.chain(), best.score()));
            }
        }
    }

    private static void followSolePerson(String person, List<SeenPerson> all, Likeness looks) {
        for (SeenPerson seen : all) {
            // Nobody is in two places of one frame: of several faces only the largest can be the one person.
            boolean largest = all.stream()
                    .filter(other -> other != seen && other.isBeside(seen))
                    .allMatch(other ->
                            other.track.area() < seen.track.area() && !other.chain.equals(Optional.of(person)));
            if (seen.isUnknown() && largest && !looks.contradicts(seen, person)) {
                seen.is(person, SOLE_PERSON);
            }
        }
    }

    private void nameTheRest(List<SeenPerson> all, Likeness looks) {
        for (int i = 0; i < all.size(); i++) {
            SeenPerson seen = all.get(i);
            if (!seen.isUnknown()) {
                continue;
            }
            String person = people.addUnidentified();
            seen.is(person, seen.track.confidence());
            for (SeenPerson other : all.subList(i + 1, all.size())) {
                if (other.isUnknown() && (seen.sharesSetUp(other) || looks.alike(seen, other))) {
                    other.is(person, other.track.confidence());
                }
            }
        }
    }

    private void keep(SeenPerson seen, List<Sample> samples) {
        List<Sighting> sightings = seen.track.sightings();
        int wanted = everySighting
                ? sightings.size()
                : Math.min(sightings.size(), Math.max(PER_TRACK, sightings.size() / SAMPLES_PER_REGION));
        for (int k = 0; k < wanted; k++) {
            int at = wanted == 1 ? 0 : Math.round((float) k * (sightings.size() - 1) / (wanted - 1));
            Sighting sighting = sightings.get(at);
            if (!seen.isDrafted(sighting.sample())) {
                drafts.add(new Draft(
                        seen.medium,
                        samples.get(sighting.sample()),
                        EntityType.PER,
                        sighting.face().body(),
                        seen.chain,
                        seen.confidence,
                        Optional.empty()));
            }
        }
    }

    private List<Region> regions(List<SeenMedium> media) {
        drafts.sort(Draft.ORDER);
        List<Region> regions = new ArrayList<>();
        for (Draft draft : drafts) {
            regions.add(draft.numbered(regions.size(), media.get(draft.medium()).id()));
        }
        return regions;
    }
}
