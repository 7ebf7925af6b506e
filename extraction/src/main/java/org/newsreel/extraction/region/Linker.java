package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newsreel.extraction.region.FaceTrack.Sighting;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

/**
 * Says who is seen. Faces are never compared with each other, so a name comes only from words: from a caption on the
 * screen while the face is there ({@link #CAPTIONED}), from the same head returning to the same set-up
 * ({@link #RETURNED}), or, when the document names exactly one person, from that ({@link #SOLE_PERSON}). Whoever is left
 * becomes an unidentified person. No model and no native code: samples and chains in, regions out.
 */
final class Linker {
    /** Confidence in a name that a caption gives, times the track's own. */
    static final double CAPTIONED = 0.95;

    /** The same for a head that returns to a captioned one's set-up after a cutaway. */
    static final double RETURNED = 0.8;

    /** Confidence that the only person the document names is the one who is seen. */
    static final double SOLE_PERSON = 0.4;

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
    private final List<Draft> drafts = new ArrayList<>();

    Linker(List<EntityChain> chains, List<Mention> mentions) {
        people = new People(chains, mentions);
    }

    /** A region before it has its number. */
    private record Draft(
            int medium,
            int frame,
            Sample sample,
            EntityType type,
            Box box,
            String chain,
            double confidence,
            Optional<String> text) {}

    /** A track and the person it was found to show. */
    private static final class Seen {
        final int medium;
        final FaceTrack track;
        Optional<String> chain = Optional.empty();
        double confidence;

        Seen(int medium, FaceTrack track) {
            this.medium = medium;
            this.track = track;
        }

        void is(String person, double sure) {
            chain = Optional.of(person);
            confidence = sure;
        }
    }

    /** Links everything; call it once. */
    SeenRegions link(List<SeenMedium> media) {
        List<Seen> all = new ArrayList<>();
        for (int m = 0; m < media.size(); m++) {
            List<Sample> samples = media.get(m).samples();
            List<Seen> here = new ArrayList<>();
            for (FaceTrack track : FaceTracker.tracks(samples)) {
                here.add(new Seen(m, track));
            }
            for (Caption caption : CaptionVote.captions(samples, this::textConfirms)) {
                follow(caption, m, samples, here);
            }
            followReturns(here);
            all.addAll(here);
        }
        people.onlyNamed().ifPresent(person -> followSolePerson(person, all));
        nameTheRest(all);
        for (Seen seen : all) {
            keep(seen, media.get(seen.medium).samples());
        }
        return new SeenRegions(regions(media), people.chains(), List.of(), List.of());
    }

    private boolean textConfirms(CaptionReading reading) {
        return reading.lines().stream().anyMatch(line -> line.confidence() >= CLEAR && people.confirms(line.text()));
    }

    private void follow(Caption caption, int medium, List<Sample> samples, List<Seen> here) {
        Optional<Seen> shown = dominant(caption, here);
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
            drafts.add(new Draft(
                    medium,
                    sample.frame(),
                    sample,
                    EntityType.PER,
                    caption.reading().box(),
                    person.get(),
                    CAPTIONED * caption.reading().confidence(),
                    Optional.of(caption.reading().text())));
            String name = person.get();
            shown.filter(seen -> seen.chain.isEmpty())
                    .ifPresent(seen -> seen.is(name, CAPTIONED * seen.track.confidence()));
        }
        for (CaptionLine line : caption.lines()) {
            for (EntityChain thing : people.thingsNamed(line.text())) {
                drafts.add(new Draft(
                        medium,
                        sample.frame(),
                        sample,
                        thing.type(),
                        line.box(),
                        thing.id(),
                        CAPTIONED * line.confidence(),
                        Optional.of(line.text())));
            }
        }
    }

    /** The one face that the caption can mean: seen during it, longest, and larger than any other seen meanwhile. */
    private static Optional<Seen> dominant(Caption caption, List<Seen> here) {
        Comparator<Seen> longest =
                Comparator.comparingInt(seen -> seen.track.samplesWithin(caption.first(), caption.last()));
        Optional<Seen> best = here.stream()
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

    private static void followReturns(List<Seen> here) {
        for (Seen seen : here) {
            if (seen.chain.isEmpty()) {
                here.stream()
                        .filter(other -> other.chain.isPresent() && other.confidence > 0)
                        .filter(other -> setUpShared(other, seen))
                        .findFirst()
                        .ifPresent(other -> seen.is(other.chain.get(), RETURNED * seen.track.confidence()));
            }
        }
    }

    private static boolean setUpShared(Seen a, Seen b) {
        return a.track.start().sample() < b.track.start().sample()
                ? FaceTracker.sameSetup(a.track, b.track)
                : FaceTracker.sameSetup(b.track, a.track);
    }

    private static void followSolePerson(String person, List<Seen> all) {
        for (Seen seen : all) {
            // Nobody is in two places of one frame: of several faces only the largest can be the one person.
            boolean largest = all.stream()
                    .filter(other -> other != seen && other.medium == seen.medium && other.track.overlaps(seen.track))
                    .allMatch(other ->
                            other.track.area() < seen.track.area() && !other.chain.equals(Optional.of(person)));
            if (seen.chain.isEmpty() && largest) {
                seen.is(person, SOLE_PERSON);
            }
        }
    }

    private void nameTheRest(List<Seen> all) {
        for (int i = 0; i < all.size(); i++) {
            Seen seen = all.get(i);
            if (seen.chain.isPresent()) {
                continue;
            }
            String person = people.addUnidentified();
            for (Seen other : all.subList(i, all.size())) {
                if (other == seen
                        || other.chain.isEmpty()
                                && other.medium == seen.medium
                                && FaceTracker.sameSetup(seen.track, other.track)) {
                    other.is(person, other.track.confidence());
                }
            }
        }
    }

    private void keep(Seen seen, List<Sample> samples) {
        List<Sighting> sightings = seen.track.sightings();
        int wanted = Math.min(sightings.size(), Math.max(PER_TRACK, sightings.size() / SAMPLES_PER_REGION));
        for (int k = 0; k < wanted; k++) {
            int at = wanted == 1 ? 0 : Math.round((float) k * (sightings.size() - 1) / (wanted - 1));
            Sighting sighting = sightings.get(at);
            Sample sample = samples.get(sighting.sample());
            drafts.add(new Draft(
                    seen.medium,
                    sample.frame(),
                    sample,
                    EntityType.PER,
                    sighting.face().box(),
                    seen.chain.orElseThrow(),
                    seen.confidence,
                    Optional.empty()));
        }
    }

    private List<Region> regions(List<SeenMedium> media) {
        drafts.sort(Comparator.comparingInt(Draft::medium)
                .thenComparingInt(Draft::frame)
                .thenComparingDouble(draft -> draft.box().x())
                .thenComparingDouble(draft -> draft.box().y())
                .thenComparing(Draft::chain));
        List<Region> regions = new ArrayList<>();
        for (Draft draft : drafts) {
            regions.add(new Region(
                    "g" + regions.size(),
                    draft.type(),
                    media.get(draft.medium()).id(),
                    draft.frame(),
                    draft.sample().time(),
                    draft.box(),
                    Optional.of(draft.chain()),
                    Math.round(draft.confidence() * 1000) / 1000.0,
                    draft.text()));
        }
        return regions;
    }
}
