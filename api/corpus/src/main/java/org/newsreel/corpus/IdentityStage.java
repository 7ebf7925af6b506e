package org.newsreel.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.merge.ItemSketch;
import org.newsreel.kg.merge.PiecewiseMerge;
import org.newsreel.kg.merge.PiecewiseMerge.Grouped;
import org.newsreel.kg.merge.Portrait;
import org.newsreel.kg.merge.Tie;
import scala.Tuple2;

/**
 * Identity across items on executors: {@link PiecewiseMerge} spread over a cluster. Reading, blocking, scoring, grouping
 * and merging run there; the driver sees counts alone. The result does not depend on how the items are dealt out.
 */
final class IdentityStage implements AutoCloseable {
    private final JavaSparkContext spark;
    private final Bounds bounds;
    private final JavaPairRDD<String, ItemSketch> sketches;
    private final JavaPairRDD<String, Portrait> portraits;

    /**
     * Over items that are extracted.
     *
     * @param out the output directory, absolute
     * @param items where their graphs are, relative to it; {@link Checkpoints#graph}
     * @param bounds when two are one
     */
    IdentityStage(JavaSparkContext spark, String out, List<String> items, Bounds bounds) {
        this.spark = spark;
        this.bounds = bounds;
        this.sketches = spark.parallelize(items, slices(items.size()))
                .mapToPair(item -> new Tuple2<>(item, ItemSketch.of(GraphFiles.read(out, item))))
                .persist(StorageLevel.MEMORY_AND_DISK());
        this.portraits = sketches.flatMapToPair(item -> item._2().portraits().stream()
                        .map(portrait -> new Tuple2<>(portrait.iri(), portrait))
                        .iterator())
                .reduceByKey(Portrait::and)
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private int slices(int items) {
        return Math.max(1, Math.min(items, 4 * spark.defaultParallelism()));
    }

    /** Every line of the whole graph, some more than once: items, facts, identities, names. */
    JavaRDD<String> lines(String out) {
        Bounds sent = bounds;
        JavaRDD<Tie> ties = ties().persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Grouped> groups = groups(ties).persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<String> identities = groups.flatMap(group -> GraphFiles.lines(group.quads()));
        JavaRDD<String> names = portraits
                .values()
                .flatMap(portrait -> GraphFiles.lines(sent.merge().names(portrait)));
        JavaPairRDD<String, String> standing = groups.flatMapToPair(group -> group.representatives().entrySet().stream()
                .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
                .iterator());
        JavaPairRDD<String, Map<String, String>> standingIn = sketches.flatMapToPair(
                        item -> item._2().labels().keySet().stream()
                                .map(entity -> new Tuple2<>(entity, item._1()))
                                .iterator())
                .join(standing)
                .mapToPair(entry -> new Tuple2<>(
                        entry._2()._1(), Map.of(entry._1(), entry._2()._2())))
                .reduceByKey(IdentityStage::both);
        JavaRDD<String> items = sketches.keys()
                .mapToPair(item -> new Tuple2<>(item, true))
                .leftOuterJoin(standingIn)
                .flatMap(
                        item -> GraphFiles.merged(out, item._1(), item._2()._2().orElse(Map.of()), sent));
        return identities.union(names).union(items);
    }

    private static <K, V> Map<K, V> both(Map<K, V> one, Map<K, V> other) {
        Map<K, V> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    /** Pairs that may be one: blocking, then scoring. */
    private JavaRDD<Tie> ties() {
        Bounds sent = bounds;
        JavaPairRDD<String, String> pairs = pairs();
        JavaPairRDD<String, Boolean> wanted = pairs.flatMapToPair(
                        pair -> List.of(new Tuple2<>(pair._1(), true), new Tuple2<>(pair._2(), true))
                                .iterator())
                .reduceByKey((one, other) -> one);
        JavaPairRDD<String, Portrait> known = portraits
                .join(wanted)
                .mapValues(Tuple2::_1)
                .leftOuterJoin(company(wanted))
                .mapValues(entry -> entry._1().in(entry._2().orElse(Map.of())))
                .persist(StorageLevel.MEMORY_AND_DISK());
        return pairs.join(known)
                .mapToPair(entry -> entry._2())
                .join(known)
                .flatMap(entry -> sent.merge().judge(entry._2()._1(), entry._2()._2()).stream()
                        .iterator());
    }

    /** Pairs of which each sees the other in a block that is not crowded, and those that an item calls one. */
    private JavaPairRDD<String, String> pairs() {
        int crowded = bounds.crowded();
        JavaPairRDD<String, Integer> byName = portraits
                .values()
                .flatMapToPair(portrait -> BlockMembers.of(portrait).iterator())
                .aggregateByKey(
                        new BlockMembers(),
                        (block, member) -> block.add(member, crowded),
                        (one, other) -> one.addAll(other, crowded))
                .values()
                .flatMapToPair(block -> block.sightings().iterator());
        JavaPairRDD<String, Integer> byAlias = portraits
                .values()
                .flatMap(portrait -> portrait.aliases().iterator())
                .filter(alias -> EntityKey.typeOf(alias.object()).isPresent()
                        && !alias.subject().equals(alias.object()))
                .mapToPair(
                        alias -> new Tuple2<>(BlockMembers.pair(alias.subject(), alias.object()), BlockMembers.CALLED));
        return byName.union(byAlias)
                .reduceByKey((one, other) -> one | other)
                .filter(pair -> BlockMembers.isMutual(pair._2()))
                .mapToPair(pair -> BlockMembers.ends(pair._1()));
    }

    /** The company of those who are in a pair. */
    private JavaPairRDD<String, Map<String, Double>> company(JavaPairRDD<String, Boolean> wanted) {
        int common = bounds.common();
        JavaPairRDD<String, Map<String, Integer>> support = sketches.flatMapToPair(
                        item -> item._2().labels().keySet().stream()
                                .map(entity -> new Tuple2<>(entity, item._1()))
                                .iterator())
                .join(portraits.mapValues(Portrait::support))
                .leftOuterJoin(wanted)
                // Below zero: in a pair. One number saves a second join.
                .mapToPair(entry -> new Tuple2<>(
                        entry._2()._1()._1(),
                        Map.of(
                                entry._1(),
                                entry._2()._2().isPresent()
                                        ? -entry._2()._1()._2()
                                        : entry._2()._1()._2())))
                .reduceByKey(IdentityStage::both);
        return sketches.join(support)
                .flatMapToPair(
                        item -> company(item._2()._1(), item._2()._2(), common).iterator())
                .reduceByKey(Portrait::joined);
    }

    private static List<Tuple2<String, Map<String, Double>>> company(
            ItemSketch item, Map<String, Integer> marked, int common) {
        Map<String, Integer> support = new HashMap<>();
        marked.forEach((entity, count) -> support.put(entity, Math.abs(count)));
        return marked.keySet().stream()
                .filter(entity -> marked.get(entity) < 0)
                .map(entity -> new Tuple2<>(entity, item.company(entity, support, common)))
                .toList();
    }

    /** What hangs together, each part grouped where it is. */
    private JavaRDD<Grouped> groups(JavaRDD<Tie> ties) {
        Bounds sent = bounds;
        JavaPairRDD<String, String> parts = parts(ties);
        // A tie between two parts counts in both: it may be a rival.
        JavaPairRDD<String, Tie> tiesOf = ties.flatMapToPair(
                        tie -> List.of(new Tuple2<>(tie.one(), tie), new Tuple2<>(tie.other(), tie))
                                .iterator())
                .join(parts)
                .mapToPair(entry -> new Tuple2<>(entry._2()._2(), entry._2()._1()));
        JavaPairRDD<String, Portrait> portraitsOf = tiesOf.flatMapToPair(entry -> List.of(
                                new Tuple2<>(entry._2().one(), entry._1()),
                                new Tuple2<>(entry._2().other(), entry._1()))
                        .iterator())
                .distinct()
                .join(portraits)
                .mapToPair(Tuple2::_2);
        return parts.mapToPair(Tuple2::swap)
                .cogroup(tiesOf, portraitsOf)
                .values()
                .map(part -> {
                    Set<String> members = new HashSet<>();
                    part._1().forEach(members::add);
                    Set<Tie> all = new HashSet<>();
                    part._2().forEach(all::add);
                    Set<Portrait> known = new HashSet<>();
                    part._3().forEach(known::add);
                    return sent.merge().group(members, all, known);
                });
    }

    /**
     * Each entity that has a tie, with the least that joining ties lead to. Every round passes the least on and lets it jump
     * to where its own least is, so that a chain takes as many rounds as its length has binary digits.
     */
    private JavaPairRDD<String, String> parts(JavaRDD<Tie> ties) {
        Bounds sent = bounds;
        JavaPairRDD<String, String> edges = ties.filter(tie -> tie.joins(sent.policy()))
                .flatMapToPair(
                        tie -> List.of(new Tuple2<>(tie.one(), tie.other()), new Tuple2<>(tie.other(), tie.one()))
                                .iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<String, String> least = ties.flatMapToPair(
                        tie -> List.of(new Tuple2<>(tie.one(), tie.one()), new Tuple2<>(tie.other(), tie.other()))
                                .iterator())
                .reduceByKey((one, other) -> one);
        least = kept(least);
        boolean moved = true;
        while (moved) {
            JavaPairRDD<String, String> before = least;
            JavaPairRDD<String, String> passed =
                    before.union(edges.join(before).mapToPair(Tuple2::_2)).reduceByKey(IdentityStage::lesser);
            JavaPairRDD<String, String> jumped =
                    passed.mapToPair(Tuple2::swap).join(passed).mapToPair(Tuple2::_2);
            least = kept(jumped);
            moved = !before.join(least)
                    .filter(entry -> !entry._2()._1().equals(entry._2()._2()))
                    .isEmpty();
            before.unpersist(false);
        }
        return least;
    }

    /** Written out, so that rounds don't pile up into one long recipe, nor does a killed executor take them along. */
    private static <K, V> JavaPairRDD<K, V> kept(JavaPairRDD<K, V> some) {
        JavaPairRDD<K, V> kept = some.persist(StorageLevel.MEMORY_AND_DISK());
        kept.checkpoint();
        kept.count();
        return kept;
    }

    private static String lesser(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public void close() {
        sketches.unpersist(false);
        portraits.unpersist(false);
    }
}
