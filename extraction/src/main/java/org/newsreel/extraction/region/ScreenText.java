package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

/**
 * Adds to what the linker found the other writing that several samples read surely: signs on walls, places in corners,
 * titles, words on screens within the picture. Writing that has a name of the text in it shows that entity; any other
 * is a region of type MISC that shows nobody. Names in captions that were read with a letter wrong get the article's
 * spelling.
 */
final class ScreenText {
    /** What two samples that agree must be read with, on average over their words. */
    static final double SURE = 0.8;

    /** What a single word must be read with: textures read as one more often than as two. */
    private static final double SURE_ALONE = 0.9;

    private static final int SHORTEST_ALONE = 6;

    /** Share of a line's letters that the name of a common thing must have for the line to show it. */
    private static final double MEANT = 0.5;

    /** Confidence in a region of writing, times the reading's own. */
    private static final double WRITTEN = 0.9;

    /** Share of a writing's box that lies in a region with the same words. */
    private static final double SAME = 0.7;

    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_HAN = 2;

    private final People people;
    private final Map<String, List<String>> spellings = new HashMap<>();

    ScreenText(List<EntityChain> chains, List<Mention> mentions) {
        people = new People(chains, mentions);
        Map<String, Mention> byId = new HashMap<>();
        mentions.forEach(mention -> byId.put(mention.id(), mention));
        for (EntityChain chain : chains) {
            List<String> names = new ArrayList<>(List.of(chain.name()));
            chain.mentions().stream()
                    .filter(byId::containsKey)
                    .map(id -> byId.get(id).text())
                    .forEach(names::add);
            spellings.put(chain.id(), names.stream().distinct().toList());
        }
    }

    SeenRegions addTo(SeenRegions found, List<SeenMedium> media) {
        Map<String, Integer> order = new HashMap<>();
        List<Region> regions = new ArrayList<>();
        found.regions().forEach(region -> regions.add(spelled(region)));
        for (SeenMedium medium : media) {
            order.put(medium.id(), order.size());
            for (Caption caption : CaptionVote.everywhere(medium.samples())) {
                add(caption, medium, regions);
            }
        }
        regions.sort(Comparator.comparingInt((Region region) -> order.get(region.media()))
                .thenComparingInt(Region::frame)
                .thenComparingDouble(region -> region.box().x())
                .thenComparingDouble(region -> region.box().y())
                .thenComparing(region -> region.chain().orElse("")));
        List<Region> numbered = new ArrayList<>();
        for (Region region : regions) {
            numbered.add(copy(region, "g" + numbered.size(), region.text()));
        }
        return new SeenRegions(numbered, found.chains(), found.models(), found.warnings());
    }

    private void add(Caption caption, SeenMedium medium, List<Region> regions) {
        CaptionReading reading = caption.reading();
        Sample sample = medium.samples().get(caption.at());
        boolean agreed = caption.agreeing() >= CaptionVote.AGREEING && reading.confidence() >= SURE;
        boolean named = false;
        for (CaptionLine line : reading.lines()) {
            // A name of the text vouches for a line that only one sample reads.
            Optional<EntityChain> thing = line.confidence() >= SURE ? thing(line.text()) : Optional.empty();
            if (thing.isPresent()) {
                named = true;
                EntityType type = thing.get().type();
                put(medium, sample, type, line.box(), Optional.of(thing.get().id()), line, regions);
            }
        }
        if (!named && agreed && hasWords(reading)) {
            CaptionLine whole = new CaptionLine(reading.text(), reading.box(), reading.confidence());
            put(medium, sample, EntityType.MISC, reading.box(), Optional.empty(), whole, regions);
        }
    }

    /** The thing with the longest name in a line: whatever else is named there is part of that name, or beside it. */
    private Optional<EntityChain> thing(String line) {
        return people.thingsNamed(line).stream()
                .filter(thing -> thing.type() != EntityType.MISC || letters(thing.name()) >= MEANT * letters(line))
                .max(Comparator.comparingInt((EntityChain thing) -> letters(thing.name()))
                        .thenComparing(EntityChain::id, Comparator.reverseOrder()));
    }

    private static int letters(String text) {
        return PersonName.tokens(text).stream().mapToInt(String::length).sum();
    }

    private static void put(
            SeenMedium medium,
            Sample sample,
            EntityType type,
            Box box,
            Optional<String> chain,
            CaptionLine words,
            List<Region> regions) {
        boolean there = regions.stream()
                .filter(region -> region.text().isPresent()
                        && region.media().equals(medium.id())
                        && region.frame() == sample.frame()
                        && (chain.isEmpty() || region.chain().equals(chain)))
                .anyMatch(region -> shareInside(box, region.box()) >= SAME);
        if (!there) {
            regions.add(new Region(
                    "unnumbered",
                    type,
                    medium.id(),
                    sample.frame(),
                    sample.time(),
                    box,
                    chain,
                    Math.round(WRITTEN * words.confidence() * 1000) / 1000.0,
                    Optional.of(words.text())));
        }
    }

    private static double shareInside(Box inner, Box outer) {
        double width = Math.min(inner.x() + inner.width(), outer.x() + outer.width()) - Math.max(inner.x(), outer.x());
        double height =
                Math.min(inner.y() + inner.height(), outer.y() + outer.height()) - Math.max(inner.y(), outer.y());
        double area = inner.width() * inner.height();
        return width <= 0 || height <= 0 || area <= 0 ? 0 : width * height / area;
    }

    /** Most of it in words rather than in the scraps that textures read as. */
    private static boolean hasWords(CaptionReading reading) {
        List<String> tokens = PersonName.tokens(reading.text());
        if (tokens.size() == 1) {
            String word = tokens.get(0);
            boolean han = Character.isIdeographic(word.codePointAt(0));
            return reading.confidence() >= SURE_ALONE && word.length() >= (han ? SHORTEST_WORD : SHORTEST_ALONE);
        }
        int inWords = 0;
        int all = 0;
        for (String token : tokens) {
            boolean han = Character.isIdeographic(token.codePointAt(0));
            all += token.length();
            inWords += token.length() >= (han ? SHORTEST_HAN : SHORTEST_WORD) ? token.length() : 0;
        }
        return inWords > 0 && 3 * inWords >= 2 * all;
    }

    private Region spelled(Region region) {
        if (region.text().isEmpty() || region.chain().isEmpty()) {
            return region;
        }
        List<String> names = spellings.getOrDefault(region.chain().get(), List.of());
        List<String> lines = new ArrayList<>();
        region.text().get().lines().forEach(line -> lines.add(spelled(line, names)));
        return copy(region, region.id(), Optional.of(String.join("\n", lines)));
    }

    /** The article's spelling of a line that is one of the names but for misread letters. */
    private static String spelled(String line, List<String> names) {
        List<String> tokens = PersonName.tokens(line);
        for (String name : names) {
            List<String> own = PersonName.tokens(name);
            boolean same = own.size() == tokens.size() && !own.equals(tokens);
            for (int i = 0; same && i < own.size(); i++) {
                same = PersonName.sameWord(own.get(i), tokens.get(i));
            }
            if (same) {
                boolean capitals = line.equals(line.toUpperCase(Locale.ROOT));
                return capitals ? name.toUpperCase(Locale.ROOT) : name;
            }
        }
        return line;
    }

    private static Region copy(Region region, String id, Optional<String> text) {
        return new Region(
                id,
                region.type(),
                region.media(),
                region.frame(),
                region.t(),
                region.box(),
                region.chain(),
                region.confidence(),
                text);
    }
}
