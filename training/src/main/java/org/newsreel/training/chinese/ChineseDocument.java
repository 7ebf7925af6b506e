package org.newsreel.training.chinese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.chinese.ChineseAnalyzer;
import org.newsreel.extraction.chinese.ChineseMentions;
import org.newsreel.extraction.chinese.ChinesePairs;
import org.newsreel.extraction.chinese.ChineseText;
import org.newsreel.extraction.chinese.SpanTags;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/**
 * An annotated document as the learners see it.
 *
 * @param characters features of each character
 * @param tags of each character
 * @param links one column: whether two mentions are one entity
 * @param relations one column a type
 */
public record ChineseDocument(
        GoldDocument gold, int[][] characters, int[] tags, List<Example> links, List<Example> relations) {
    /**
     * One thing to judge.
     *
     * @param features hashes
     * @param wanted 1 for true, 0 for false, -1 where there is nothing to learn
     */
    public record Example(int[] features, byte[] wanted) {}

    /** Analyses a document, once for all. */
    public static ChineseDocument of(
            GoldDocument gold, ChineseAnalyzer analyzer, SpanTags tags, RelationLabels labels) {
        ChineseText text = analyzer.read(gold.item().text());
        List<Mention> ordered = gold.mentions().stream()
                .sorted(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end))
                .toList();
        Map<String, Integer> indexes = new HashMap<>();
        List<MentionSpan> spans = new ArrayList<>();
        for (Mention mention : ordered) {
            indexes.put(mention.id(), spans.size());
            spans.add(new MentionSpan(mention.type(), mention.start(), mention.end()));
        }
        List<List<Integer>> chains = new ArrayList<>();
        Map<String, Integer> chainIndexes = new HashMap<>();
        int[] chainOf = new int[spans.size()];
        for (var chain : gold.chains()) {
            List<Integer> members =
                    chain.mentions().stream().map(indexes::get).sorted().toList();
            members.forEach(m -> chainOf[m] = chains.size());
            chainIndexes.put(chain.id(), chains.size());
            chains.add(members);
        }
        ChineseMentions mentions = text.mentions(spans);
        List<Example> links = new ArrayList<>();
        for (int[] pair : mentions.pairs()) {
            byte same = (byte) (chainOf[pair[0]] == chainOf[pair[1]] ? 1 : 0);
            links.add(new Example(mentions.linkFeatures(pair[0], pair[1]), new byte[] {same}));
        }
        return new ChineseDocument(
                gold,
                text.characterFeatures(),
                tags.encode(text.length(), spans),
                links,
                relations(gold, mentions.pairs(chains), chainIndexes, labels));
    }

    private record Told(int subject, int object, String type) {}

    private static List<Example> relations(
            GoldDocument gold, ChinesePairs pairs, Map<String, Integer> chains, RelationLabels labels) {
        Set<Told> told = new HashSet<>();
        for (Relation relation : gold.relations()) {
            told.add(new Told(chains.get(relation.subject()), chains.get(relation.object()), relation.type()));
        }
        List<Example> examples = new ArrayList<>();
        for (ChainPair pair : pairs.candidates(labels)) {
            byte[] wanted = new byte[labels.size()];
            boolean asked = false;
            for (int type = 0; type < wanted.length; type++) {
                wanted[type] = -1;
                if (pairs.asks(labels, type, pair)) {
                    String name = labels.name(type);
                    boolean holds = told.contains(new Told(pair.subject(), pair.object(), name))
                            || labels.symmetric(type) && told.contains(new Told(pair.object(), pair.subject(), name));
                    wanted[type] = (byte) (holds ? 1 : 0);
                    asked = true;
                }
            }
            if (asked) {
                examples.add(new Example(pairs.features(pair), wanted));
            }
        }
        return examples;
    }
}
