package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;

/**
 * A document in the words of a vocabulary, as networks of documents read it.
 *
 * @param pieces the whole text's, between the vocabulary's special pieces
 * @param firsts where each word's first piece stands in {@code pieces}
 * @param mentions in the order of the text; none without words
 * @param chains ids of the chains that the mentions form, numbered in the order of their first mention; a mention that is
 *     in no chain has one of its own
 */
public record DocumentPieces(long[] pieces, int[] firsts, List<Marked> mentions, List<String> chains) {
    /** Words {@code [from, to)} of a chain. */
    public record Marked(String id, int from, int to, EntityType type, int chain) {}

    public DocumentPieces {
        mentions = List.copyOf(mentions);
        chains = List.copyOf(chains);
    }

    /**
     * Reads a document.
     *
     * @param around the vocabulary's special pieces
     * @param types mentions of other types are left out
     * @param apart whether of mentions that overlap only the first is kept, as tags need it
     */
    public static DocumentPieces of(
            Words words,
            int[] around,
            List<Mention> mentions,
            List<EntityChain> chains,
            List<EntityType> types,
            boolean apart) {
        Map<String, String> chainOf = new LinkedHashMap<>();
        chains.forEach(chain -> chain.mentions().forEach(m -> chainOf.put(m, chain.id())));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Marked> marked = new ArrayList<>();
        int end = 0;
        for (Mention mention : mentions) {
            int[] range = words.covering(mention.start(), mention.end());
            if (range.length == 0 || !types.contains(mention.type()) || apart && range[0] < end) {
                continue;
            }
            end = Math.max(end, range[1]);
            String chain = chainOf.getOrDefault(mention.id(), "only " + mention.id());
            int number = numbers.computeIfAbsent(chain, c -> numbers.size());
            marked.add(new Marked(mention.id(), range[0], range[1], mention.type(), number));
        }
        return new DocumentPieces(pieces(words, around), firsts(words), marked, List.copyOf(numbers.keySet()));
    }

    private static long[] pieces(Words words, int[] around) {
        long[] pieces = new long[words.pieceCount() + 2];
        pieces[0] = around[0];
        for (int p = 0; p < words.pieceCount(); p++) {
            pieces[p + 1] = words.piece(p);
        }
        pieces[pieces.length - 1] = around[1];
        return pieces;
    }

    private static int[] firsts(Words words) {
        int[] firsts = new int[words.count()];
        for (int w = 0; w < firsts.length; w++) {
            firsts[w] = 1 + words.firstPiece(w);
        }
        return firsts;
    }
}
