package org.newsreel.training.paper;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.training.corpus.Split;

/**
 * What could be read of a corpus.
 *
 * @param all in the order of the corpus
 * @param failures a sentence for each item that can't be used
 * @param illustrated how many have pictures
 */
public record Examples<E>(List<Gold<E>> all, List<String> failures, int illustrated) {
    public Examples {
        all = List.copyOf(all);
        failures = List.copyOf(failures);
    }

    static <E> Examples<E> none() {
        return new Examples<>(List.of(), List.of(), 0);
    }

    Examples<E> and(Examples<E> other) {
        List<Gold<E>> both = new ArrayList<>(all);
        both.addAll(other.all);
        List<String> sentences = new ArrayList<>(failures);
        sentences.addAll(other.failures);
        return new Examples<>(both, sentences, illustrated + other.illustrated);
    }

    /** Those of one part. */
    public List<Gold<E>> in(Split split) {
        return all.stream().filter(g -> g.split() == split).toList();
    }
}
