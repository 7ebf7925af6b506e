package org.newsreel.training.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/**
 * An annotated text in words.
 *
 * @param words the text
 * @param spans the mentions in the order of the text, without overlaps
 * @param chainOf each mention's chain
 * @param chains each chain's mentions, ascending
 * @param relations relations whose type the network knows, symmetric ones in both directions
 * @param others pairs of chains that have a relation which the network does not know
 * @param annotation how completely it is annotated
 */
public record TrainingDocument(
        Words words,
        List<MentionSpan> spans,
        int[] chainOf,
        List<List<Integer>> chains,
        List<Labelled> relations,
        Set<ChainPair> others,
        Annotation annotation) {
    /** A relation type, by index, between two chains. */
    public record Labelled(ChainPair pair, int type) {}

    /** Takes a gold document over. Mentions of types that the network lacks are left out, with what needs them. */
    public static TrainingDocument of(
            GoldDocument gold,
            TextTokenizer tokenizer,
            List<EntityType> types,
            RelationLabels labels,
            Annotation annotation) {
        Words words = tokenizer.tokenize(gold.item().text());
        Map<String, String> chainOfMention = new HashMap<>();
        for (EntityChain chain : gold.chains()) {
            chain.mentions().forEach(m -> chainOfMention.put(m, chain.id()));
        }
        List<Mention> ordered = new ArrayList<>(gold.mentions());
        ordered.sort(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end));
        List<MentionSpan> spans = new ArrayList<>();
        List<String> chainIds = new ArrayList<>();
        int end = 0;
        for (Mention mention : ordered) {
            int[] range = words.covering(mention.start(), mention.end());
            if (!types.contains(mention.type()) || range.length == 0 || range[0] < end) {
                continue;
            }
            spans.add(new MentionSpan(mention.type(), range[0], range[1]));
            chainIds.add(chainOfMention.getOrDefault(mention.id(), "only " + mention.id()));
            end = range[1];
        }
        Map<String, Integer> numbers = new HashMap<>();
        List<List<Integer>> chains = new ArrayList<>();
        int[] chainOf = new int[spans.size()];
        for (int m = 0; m < chainOf.length; m++) {
            chainOf[m] = numbers.computeIfAbsent(chainIds.get(m), id -> {
                chains.add(new ArrayList<>());
                return chains.size() - 1;
            });
            chains.get(chainOf[m]).add(m);
        }
        Set<Labelled> relations = new java.util.LinkedHashSet<>();
        Set<ChainPair> others = new HashSet<>();
        for (Relation relation : gold.relations()) {
            Integer subject = numbers.get(relation.subject());
            Integer object = numbers.get(relation.object());
            if (subject == null || object == null || subject.equals(object)) {
                continue;
            }
            int type = labels.indexOf(relation.type());
            if (type < 0) {
                others.add(new ChainPair(subject, object));
                others.add(new ChainPair(object, subject));
                continue;
            }
            relations.add(new Labelled(new ChainPair(subject, object), type));
            if (labels.get(type).symmetric()) {
                relations.add(new Labelled(new ChainPair(object, subject), type));
            }
        }
        return new TrainingDocument(
                words, List.copyOf(spans), chainOf, List.copyOf(chains), List.copyOf(relations), others, annotation);
    }

    /** The type of a chain: that of its first mention. */
    public EntityType type(int chain) {
        return spans.get(chains.get(chain).get(0)).type();
    }
}
