package org.newsreel.training.ablation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.training.made.MadeItem;
import org.newsreel.training.made.MadeWorld;

/**
 * How a network is put on the made world.
 *
 * @param <E> the network's examples
 * @param network its name
 * @param rows makes each row's network with random weights: {@link #WHOLE}, {@link #TEXT}, then what the paper took away
 * @param eyes its image encoder, which is trained on labelled pictures first
 * @param epochs passes that it takes to learn
 * @param rate its peak learning rate
 * @param lessons what a row's network learns from of the examples to learn from; all where a row is not among the keys
 * @param items so many items of a part of a world
 * @param example an item as the network reads it
 * @param length how long an example is
 * @param scores F1 in percent by task
 */
record Trial<E>(
        String network,
        Map<String, Supplier<TrainableNetwork<E>>> rows,
        Optional<Eyes> eyes,
        int epochs,
        double rate,
        Map<String, UnaryOperator<List<E>>> lessons,
        Items items,
        Function<MadeItem, E> example,
        ToIntFunction<E> length,
        BiFunction<TrainableNetwork<E>, List<E>, Map<String, Double>> scores) {
    /** The network as it is. */
    static final String WHOLE = "whole";

    /** The network without its pictures. */
    static final String TEXT = "text only";

    /** Which items of a world a network is for. */
    interface Items {
        List<MadeItem> of(MadeWorld world, int count, String part);
    }

    /** Rows from configurations. */
    static <E, C> Map<String, Supplier<TrainableNetwork<E>>> rows(
            C whole, C text, Map<String, C> ablations, Function<C, TrainableNetwork<E>> network) {
        Map<String, Supplier<TrainableNetwork<E>>> rows = new LinkedHashMap<>();
        rows.put(WHOLE, () -> network.apply(whole));
        rows.put(TEXT, () -> network.apply(text));
        ablations.forEach((row, config) -> rows.put(row, () -> network.apply(config)));
        return rows;
    }

    /** The same network and news with other rows, under another name. */
    Trial<E> sweep(String name, Map<String, Supplier<TrainableNetwork<E>>> points) {
        return new Trial<>(name, points, eyes, epochs, rate, lessons, items, example, length, scores);
    }

    /** The whole network, each row of which learns from other examples. */
    Trial<E> lessons(String name, Map<String, UnaryOperator<List<E>>> points) {
        Map<String, Supplier<TrainableNetwork<E>>> same = new LinkedHashMap<>();
        points.keySet().forEach(point -> same.put(point, rows.get(WHOLE)));
        return new Trial<>(name, same, eyes, epochs, rate, points, items, example, length, scores);
    }

    /** What a row learns from. */
    List<E> lesson(String row, List<E> examples) {
        return lessons.getOrDefault(row, UnaryOperator.identity()).apply(examples);
    }

    /** The names of the rows. */
    List<String> names() {
        return new ArrayList<>(rows.keySet());
    }

    List<E> examples(MadeWorld world, int count, String part) {
        return items.of(world, count, part).stream().map(example).toList();
    }
}
