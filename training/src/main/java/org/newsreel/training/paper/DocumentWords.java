package org.newsreel.training.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/**
 * A document in the words of a vocabulary.
 *
 * @param pieces the whole text's, between the vocabulary's special pieces
 * @param firsts where each word's first piece stands in {@code pieces}
 * @param mentions in the order of the text; none without words
 * @param chains how many chains the mentions form, numbered in the order of their first mention
 * @param relations between chains, each once; a relation of no known type or with a chain that has no mention is left out
 */
record DocumentWords(long[] pieces, int[] firsts, List<Marked> mentions, int chains, List<Link> relations) {
    /** Words {@code [from, to)} of a chain. */
    record Marked(int from, int to, EntityType type, int chain) {}

    /** A relation by the index of its type. */
    record Link(int subject, int object, int type) {}

    /**
     * Reads a document.
     *
     * @param around the vocabulary's special pieces
     * @param types mentions of other types are left out
     * @param apart whether of mentions that overlap only the first is kept, as tags need it
     * @param labels types of relation
     */
    static DocumentWords of(
            GoldDocument document,
            TextTokenizer tokenizer,
            int[] around,
            List<EntityType> types,
            boolean apart,
            List<String> labels) {
        Words words = tokenizer.tokenize(document.item().text());
        Map<String, String> chainOf = new LinkedHashMap<>();
        for (EntityChain chain : document.chains()) {
            chain.mentions().forEach(m -> chainOf.put(m, chain.id()));
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Marked> mentions = new ArrayList<>();
        int end = 0;
        for (Mention mention : document.mentions()) {
            int[] range = words.covering(mention.start(), mention.end());
            if (range.length == 0 || !types.contains(mention.type()) || apart && range[0] < end) {
                continue;
            }
            end = Math.max(end, range[1]);
            String chain = chainOf.getOrDefault(mention.id(), "only " + mention.id());
            int number = numbers.computeIfAbsent(chain, c -> numbers.size());
            mentions.add(new Marked(range[0], range[1], mention.type(), number));
        }
        return new DocumentWords(
                pieces(words, around), firsts(words), mentions, numbers.size(), links(document, numbers, labels));
    }

    private static List<Link> links(GoldDocument document, Map<String, Integer> numbers, List<String> labels) {
        List<Link> links = new ArrayList<>();
        for (Relation relation : document.relations()) {
            Integer subject = numbers.get(relation.subject());
            Integer object = numbers.get(relation.object());
            int type = labels.indexOf(relation.type());
            if (subject != null && object != null && type >= 0) {
                Link link = new Link(subject, object, type);
                if (!links.contains(link)) {
                    links.add(link);
                }
            }
        }
        return links;
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
