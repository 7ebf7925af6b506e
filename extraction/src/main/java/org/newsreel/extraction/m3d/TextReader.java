package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.newsreel.extraction.encoder.LongTexts;
import org.newsreel.extraction.encoder.TextEncoder;

/** The words of documents (eq. 5 and 7): a word's states are those of its first piece. */
record TextReader(TextEncoder encoder, boolean hierarchy) {
    /** {@code [B, n, d]} for the words of examples that all have some. */
    Side read(NDManager manager, List<M3dExample> examples, boolean training) {
        List<long[]> pieces = examples.stream().map(M3dExample::pieces).toList();
        NDList wanted = LongTexts.states(
                encoder,
                manager,
                pieces,
                encoder.maxPositions(),
                states -> {
                    NDList few = new NDList(states.get(states.size() - 1));
                    if (hierarchy) {
                        few.addAll(Levels.of(states));
                    }
                    return few;
                },
                training);
        List<int[]> words = examples.stream().map(M3dExample::words).toList();
        NDList states = LongTexts.words(wanted, words);
        return new Side(
                states.head(),
                hierarchy ? states.subList(1, states.size()) : states,
                LongTexts.wordMask(manager, words));
    }
}
