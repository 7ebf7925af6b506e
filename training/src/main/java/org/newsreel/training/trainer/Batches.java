package org.newsreel.training.trainer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.newsreel.training.corpus.TrainingDocument;

/** Documents of one corpus and similar length together, so that padding stays small; another mix in every epoch. */
final class Batches {
    private Batches() {}

    /**
     * Divides documents into batches.
     *
     * @param pieces most word pieces in a batch, padding included
     * @param random decides the mix and the order
     */
    static List<List<TrainingDocument>> of(List<TrainingDocument> documents, int pieces, Random random) {
        List<TrainingDocument> mixed = new ArrayList<>(documents);
        Collections.shuffle(mixed, random);
        // A little noise in the sort key makes other neighbours in every epoch.
        List<double[]> keys = new ArrayList<>();
        for (int i = 0; i < mixed.size(); i++) {
            double length = mixed.get(i).words().pieceCount() * (0.9 + 0.2 * random.nextDouble());
            keys.add(new double[] {mixed.get(i).annotation().ordinal(), length, i});
        }
        keys.sort(Comparator.<double[]>comparingDouble(k -> k[0]).thenComparingDouble(k -> k[1]));
        List<List<TrainingDocument>> batches = new ArrayList<>();
        List<TrainingDocument> current = new ArrayList<>();
        int longest = 0;
        for (double[] key : keys) {
            TrainingDocument document = mixed.get((int) key[2]);
            int length = Math.max(longest, document.words().pieceCount() + 2);
            boolean other = !current.isEmpty() && current.get(0).annotation() != document.annotation();
            if (!current.isEmpty() && (other || length * (current.size() + 1) > pieces)) {
                batches.add(current);
                current = new ArrayList<>();
                length = document.words().pieceCount() + 2;
            }
            current.add(document);
            longest = length;
        }
        if (!current.isEmpty()) {
            batches.add(current);
        }
        Collections.shuffle(batches, random);
        return batches;
    }
}
