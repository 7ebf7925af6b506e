package org.newsreel.extraction.mdocre;

import java.util.List;
import org.newsreel.extraction.network.Pixels;

/**
 * A document with its video, its entities and the pairs whose relation is asked for.
 *
 * @param pieces word pieces of the whole text, the encoder's first and last special token included
 * @param words where each word's first piece stands in {@code pieces}, ascending; at least one
 * @param frames in the order of time; none when there is no video
 * @param entities gold or predicted chains
 * @param pairs of entities; one with several relations stands several times
 */
public record MdocreExample(long[] pieces, int[] words, List<Pixels> frames, List<Entity> entities, List<Pair> pairs) {
    /** Words {@code [from, to)}. */
    public record TextMention(int from, int to) {}

    /** An entity is to be seen in a frame as one of its objects, or -1 for the frame as a whole. */
    public record VisualMention(int frame, int object) {}

    /** An entity with at least one mention; visual ones do not count where pictures are not read. */
    public record Entity(List<TextMention> texts, List<VisualMention> visuals) {
        public Entity {
            texts = List.copyOf(texts);
            visuals = List.copyOf(visuals);
        }
    }

    /** Two entities and the type of their relation, {@link MdocreNetwork#NONE} when there is none or it is not known. */
    public record Pair(int subject, int object, int relation) {}

    public MdocreExample {
        frames = List.copyOf(frames);
        entities = List.copyOf(entities);
        pairs = List.copyOf(pairs);
        if (words.length == 0) {
            throw new IllegalArgumentException("a document needs words");
        }
        for (Entity entity : entities) {
            for (TextMention mention : entity.texts()) {
                if (mention.from() < 0 || mention.to() <= mention.from() || mention.to() > words.length) {
                    throw new IllegalArgumentException(mention + " is not in a text of " + words.length + " words");
                }
            }
            for (VisualMention mention : entity.visuals()) {
                if (mention.frame() < 0 || mention.frame() >= frames.size()) {
                    throw new IllegalArgumentException(mention + " is not in a video of " + frames.size() + " frames");
                }
            }
            if (entity.texts().isEmpty() && entity.visuals().isEmpty()) {
                throw new IllegalArgumentException("an entity needs a mention");
            }
        }
        for (Pair pair : pairs) {
            int count = entities.size();
            if (pair.subject() < 0 || pair.subject() >= count || pair.object() < 0 || pair.object() >= count) {
                throw new IllegalArgumentException(pair + " is not of the document's " + count + " entities");
            }
        }
    }

    Entity subject(Pair pair) {
        return entities.get(pair.subject());
    }

    Entity object(Pair pair) {
        return entities.get(pair.object());
    }

    /** The same document when its video is missing. An entity that is only seen there is left without mentions. */
    public MdocreExample withoutPictures() {
        return new MdocreExample(
                pieces,
                words,
                List.of(),
                entities.stream().map(e -> new Entity(e.texts(), List.of())).toList(),
                pairs);
    }
}
