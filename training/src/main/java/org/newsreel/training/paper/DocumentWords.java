package org.newsreel.training.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.voter.DocumentPieces;
import org.newsreel.ontology.claim.EntityType;
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
        DocumentPieces read = DocumentPieces.of(
                tokenizer.tokenize(document.item().text()),
                around,
                document.mentions(),
                document.chains(),
                types,
                apart);
        List<Marked> mentions = read.mentions().stream()
                .map(m -> new Marked(m.from(), m.to(), m.type(), m.chain()))
                .toList();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        read.chains().forEach(chain -> numbers.put(chain, numbers.size()));
        return new DocumentWords(
                read.pieces(), read.firsts(), mentions, numbers.size(), links(document, numbers, labels));
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
}
