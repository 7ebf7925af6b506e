package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;

/** The pairs of an article that a network of single sentences can be asked about. */
final class SentencePairs {
    /**
     * Two mentions of different chains in one sentence.
     *
     * @param from first word of the sentence
     * @param to one past its last word
     * @param headWords words of the head, {@code [first, last + 1]}
     * @param tailWords words of the tail
     */
    record Asked(
            EntityChain subject,
            EntityChain object,
            Mention head,
            Mention tail,
            int from,
            int to,
            int[] headWords,
            int[] tailWords) {
        int distance() {
            return Math.max(headWords[0] - tailWords[1], tailWords[0] - headWords[1]);
        }
    }

    private record Place(Mention mention, EntityChain chain, int[] words) {}

    private SentencePairs() {}

    /**
     * The two nearest mentions of every ordered pair of chains in every sentence that has both, when a relation may hold
     * between their types.
     */
    static List<Asked> of(Words words, Article article, Labels labels) {
        Map<String, EntityChain> chainOf = article.chainOf();
        Map<Integer, List<Place>> bySentence = new LinkedHashMap<>();
        for (Mention mention : article.mentions()) {
            int[] covering = words.covering(mention.start(), mention.end());
            EntityChain chain = chainOf.get(mention.id());
            if (covering.length == 2 && chain != null) {
                bySentence
                        .computeIfAbsent(words.sentence(covering[0]), s -> new ArrayList<>())
                        .add(new Place(mention, chain, covering));
            }
        }
        List<Asked> asked = new ArrayList<>();
        bySentence.forEach((sentence, places) -> asked.addAll(nearest(words, sentence, places, labels)));
        return asked;
    }

    private static List<Asked> nearest(Words words, int sentence, List<Place> places, Labels labels) {
        int from = places.get(0).words()[0];
        while (from > 0 && words.sentence(from - 1) == sentence) {
            from--;
        }
        int to = places.get(places.size() - 1).words()[0];
        while (to < words.count() && words.sentence(to) == sentence) {
            to++;
        }
        Map<List<String>, Asked> nearest = new LinkedHashMap<>();
        for (Place head : places) {
            for (Place tail : places) {
                boolean fits = head.words()[1] <= to
                        && tail.words()[1] <= to
                        && labels.admit(head.chain().type(), tail.chain().type());
                if (fits && !head.chain().id().equals(tail.chain().id())) {
                    Asked one = new Asked(
                            head.chain(),
                            tail.chain(),
                            head.mention(),
                            tail.mention(),
                            from,
                            to,
                            head.words(),
                            tail.words());
                    nearest.merge(
                            List.of(head.chain().id(), tail.chain().id()),
                            one,
                            (a, b) -> b.distance() < a.distance() ? b : a);
                }
            }
        }
        return List.copyOf(nearest.values());
    }
}
