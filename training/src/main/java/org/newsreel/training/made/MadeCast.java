package org.newsreel.training.made;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.newsreel.training.world.Look;
import org.newsreel.training.world.Organisation;
import org.newsreel.training.world.Place;

/**
 * Who and what there is in a made world.
 *
 * @param people each with a look of its own
 * @param organisations each with a flag of its own
 * @param places each with a backdrop of its own
 * @param ambiguous names that may be anybody's: a person's, a place's or an organisation's
 */
record MadeCast(List<Somebody> people, List<Organisation> organisations, List<Place> places, List<String> ambiguous) {
    private static final int PEOPLE = 20;
    private static final int NAMES = 10;

    /** A person with the two parts of the name as tokens. */
    record Somebody(String first, String last, Look look) {}

    /** The world of a seed: the same one every time. */
    static MadeCast of(Tongue tongue, Random random) {
        List<String> firsts = shuffled(tongue.firstNames(), random);
        List<String> lasts = shuffled(tongue.lastNames(), random);
        List<Somebody> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Somebody(firsts.get(i % firsts.size()), lasts.get(i), look(random)));
        }
        List<String> organisations = shuffled(tongue.organisations(), random);
        List<Organisation> flags = new ArrayList<>();
        Organisation.Sign[] signs = Organisation.Sign.values();
        for (int i = 0; i < signs.length; i++) {
            Color color = Color.getHSBColor((float) i / signs.length, 0.85f, 0.75f);
            flags.add(new Organisation(organisations.get(i), signs[i], color));
        }
        List<String> places = shuffled(tongue.places(), random);
        List<Place> backdrops = new ArrayList<>();
        Place.Backdrop[] kinds = {
            Place.Backdrop.STUDIO,
            Place.Backdrop.OFFICE,
            Place.Backdrop.HARBOUR,
            Place.Backdrop.STREET,
            Place.Backdrop.MOUNTAINS
        };
        for (int i = 0; i < kinds.length; i++) {
            backdrops.add(new Place(places.get(i), kinds[i]));
        }
        return new MadeCast(
                List.copyOf(people),
                List.copyOf(flags),
                List.copyOf(backdrops),
                List.copyOf(shuffled(tongue.ambiguous(), random).subList(0, NAMES)));
    }

    private static List<String> shuffled(List<String> names, Random random) {
        List<String> mixed = new ArrayList<>(names);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    private static Look look(Random random) {
        Look.Cut[] cuts = Look.Cut.values();
        Look.Beard[] beards = Look.Beard.values();
        float light = 0.45f + 0.5f * random.nextFloat();
        return new Look(
                Color.getHSBColor(0.06f, 0.3f + 0.2f * random.nextFloat(), light),
                Color.getHSBColor(0.08f, random.nextFloat(), 0.1f + 0.7f * random.nextFloat()),
                cuts[random.nextInt(cuts.length)],
                Color.getHSBColor(0.5f * random.nextFloat(), 0.5f, 0.5f),
                0.92 + 0.14 * random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                beards[random.nextInt(beards.length)],
                random.nextInt(3) == 0,
                Color.getHSBColor(random.nextFloat(), 0.6f, 0.6f),
                Color.getHSBColor(random.nextFloat(), 0.1f, 0.95f),
                random.nextBoolean());
    }
}
