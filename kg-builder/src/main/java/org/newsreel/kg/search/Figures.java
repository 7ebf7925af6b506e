package org.newsreel.kg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * How much there is in the graph, summed up from what the index keeps of each entity and item, so that nobody has to walk
 * through the graph.
 *
 * @param items news items
 * @param entities with a name in the merged graph
 * @param facts relations between two entities in the merged graph
 * @param statements what the items state, types and names included
 * @param videos of all items; one that two items share counts twice
 * @param pictures likewise
 * @param models what made the claims, by role and name
 */
public record Figures(
        long items, long entities, long facts, long statements, long videos, long pictures, List<Use> models) {
    /**
     * A model that is in use.
     *
     * @param items how many items have claims of it
     */
    public record Use(String role, String name, long items) {}

    public Figures {
        models = List.copyOf(models);
    }

    static Figures of(IndexReader index) throws IOException {
        long items = 0;
        long entities = 0;
        long facts = 0;
        long statements = 0;
        long videos = 0;
        long pictures = 0;
        Map<ModelName, Long> models =
                new TreeMap<>(Comparator.comparing(ModelName::role).thenComparing(ModelName::name));
        for (LeafReaderContext part : index.leaves()) {
            LeafReader leaf = part.reader();
            items += count(leaf, DocValues.getSorted(leaf, Fields.PUBLISHED));
            entities += count(leaf, DocValues.getNumeric(leaf, Fields.FACTS));
            facts += sum(leaf, Fields.FACTS);
            statements += sum(leaf, Fields.STATEMENTS);
            videos += sum(leaf, Fields.VIDEOS);
            pictures += sum(leaf, Fields.PICTURES);
            uses(leaf).forEach((model, n) -> models.merge(model, n, Long::sum));
        }
        List<Use> uses = new ArrayList<>();
        models.forEach((model, n) -> uses.add(new Use(model.role(), model.name(), n)));
        return new Figures(items, entities, facts, statements, videos, pictures, uses);
    }

    /** Documents that have a value, without those that were taken out since. */
    private static long count(LeafReader leaf, DocIdSetIterator values) throws IOException {
        Bits live = leaf.getLiveDocs();
        long count = 0;
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            count += live == null || live.get(values.docID()) ? 1 : 0;
        }
        return count;
    }

    private static long sum(LeafReader leaf, String field) throws IOException {
        Bits live = leaf.getLiveDocs();
        NumericDocValues values = DocValues.getNumeric(leaf, field);
        long sum = 0;
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            sum += live == null || live.get(values.docID()) ? values.longValue() : 0;
        }
        return sum;
    }

    private static Map<ModelName, Long> uses(LeafReader leaf) throws IOException {
        Bits live = leaf.getLiveDocs();
        SortedSetDocValues values = DocValues.getSortedSet(leaf, Fields.MODEL);
        long[] counts = new long[Math.toIntExact(values.getValueCount())];
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(values.docID())) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }
        Map<ModelName, Long> uses = new HashMap<>();
        for (int ord = 0; ord < counts.length; ord++) {
            if (counts[ord] > 0) {
                uses.put(ModelName.of(values.lookupOrd(ord)), counts[ord]);
            }
        }
        return uses;
    }
}
