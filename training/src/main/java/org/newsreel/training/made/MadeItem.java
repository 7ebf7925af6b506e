package org.newsreel.training.made;

import java.util.List;
import java.util.Optional;
import org.newsreel.ontology.claim.Box;
import org.newsreel.training.world.Organisation;
import org.newsreel.training.world.Scene;

/**
 * A made news item with its truth.
 *
 * @param id unique in its world
 * @param tokens of the text; empty when the text is missing
 * @param mentions in the order of the text
 * @param facts about pairs of chains, those that are no relation included
 * @param frames pictures; empty when they are missing
 * @param decided where the answer to the first fact or name is
 */
public record MadeItem(
        String id,
        List<String> tokens,
        List<Mentioned> mentions,
        List<Said> facts,
        List<Frame> frames,
        Decided decided) {
    /** Two entities that have nothing to do with each other. */
    public static final String NONE = "None";

    public MadeItem {
        tokens = List.copyOf(tokens);
        mentions = List.copyOf(mentions);
        facts = List.copyOf(facts);
        frames = List.copyOf(frames);
    }

    /** Where the answer is. */
    public enum Decided {
        /** The text leaves it open; only a picture tells. */
        BY_PICTURE,
        /** The text tells; the picture shows something else. */
        BY_TEXT,
        /** There is no picture, and the text tells. */
        WITHOUT_PICTURE
    }

    /**
     * A mention.
     *
     * @param from first token
     * @param to one past the last
     * @param type PER, LOC, ORG or TIME
     * @param chain which entity of the item, from 0
     */
    public record Mentioned(int from, int to, String type, int chain) {}

    /**
     * What two chains have to do with each other.
     *
     * @param subject mention of the subject that the sentence has, index into the mentions
     * @param object the same of the object
     * @param relation a relation type, or {@link #NONE}
     */
    public record Said(int subject, int object, String relation) {}

    /**
     * A picture.
     *
     * @param flag the organisation whose flag hangs in it
     * @param regions what is seen where
     */
    public record Frame(Scene scene, Optional<Organisation> flag, List<Seen> regions) {
        public Frame {
            regions = List.copyOf(regions);
        }
    }

    /**
     * A region.
     *
     * @param label the kind of thing, as a captioner would call it: person, flag, landscape
     * @param chain which entity of the item, or -1 for one that the text does not mention
     */
    public record Seen(String type, String label, Box box, int chain) {}

    /** The type of the n-th mention. */
    public String type(int mention) {
        return mentions.get(mention).type();
    }
}
