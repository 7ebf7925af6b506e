package org.newsreel.extraction.hmnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.layer.Doubles;
import org.newsreel.extraction.layer.Prefix;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.MadePosts;
import org.newsreel.extraction.network.Post;
import org.newsreel.extraction.network.PostBatch;

/** Where the values of posts come to lie in a batch's arrays. */
class HmnetArraysTest {
    private static final int CELLS = 4;

    private final NDManager root = NDManager.newBaseManager();
    private final MadePosts made = new MadePosts(32, 3);

    @AfterEach
    void close() {
        root.close();
    }

    @Test
    void equations6And8PutKeysAndValuesOfPictureAndObjectsOneAfterAnother() {
        HmnetConfig config = HmnetConfig.tiny(HmnetTask.RELATIONS, MadePosts.VOCABULARY, 2);
        Weights weights = new Weights(root);
        Sight sight = Sight.of(weights, config);
        try {
            int d = config.text().hiddenSize();
            List<Post> posts = List.of(made.seen(made.text(4), 0, false, 1), made.seen(made.text(4), 1, true, 0));
            PostBatch.Pictures pictures =
                    PostBatch.of(root, posts, config.slots()).pictures().orElseThrow();
            NDArray v = Doubles.array(root, new Random(1), 2, 4, CELLS, d);
            Prefix prefix = sight.prefixes(pictures, v).get(2);

            assertThat(prefix.keys().getShape()).isEqualTo(new Shape(2, 2 * CELLS, d));
            assertThat(prefix.there().orElseThrow().toFloatArray())
                    .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
            NDArray seen = sight.prompt().aggregate(v).get(2).orElseThrow();
            double[][] w = Doubles.turned(
                    Doubles.of(weights.byName().get("prompt.3.weight").getArray()));
            double[][] first = Doubles.times(Doubles.of(seen.get("0")), w);
            double[][] second = Doubles.times(Doubles.of(seen.get("1")), w);
            Doubles.same(prefix.keys().get("0, {}:", CELLS), Doubles.columns(first, 0, d));
            Doubles.same(prefix.values().get("0, {}:", CELLS), Doubles.columns(first, d, 2 * d));
            Doubles.same(prefix.keys().get("1, :{}", CELLS), Doubles.columns(second, 0, d));
            Doubles.same(prefix.values().get("1, :{}", CELLS), Doubles.columns(second, d, 2 * d));
        } finally {
            sight.image().close();
        }
    }

    @Test
    void tagsBelongToTheFirstPiecesOfTokens() {
        List<HmnetExample> batch = List.of(
                HmnetExample.entities(made.text(3), new int[] {2, 0, 1}),
                HmnetExample.entities(made.text(4), new int[] {0, 3, 0, 1}));
        FirstPieces first = FirstPieces.of(batch, 20);

        // Pieces: [CLS] w0 <s> w1 w1' </s> <o> w2 </o>, and likewise with w2, then w3 of two pieces as the tail.
        assertThat(first.rows()).containsExactly(1, 3, 7, 0, 21, 23, 26, 28);
        assertThat(first.mask()).containsExactly(1, 1, 1, 0, 1, 1, 1, 1);
        assertThat(first.gold(root, batch).toLongArray()).containsExactly(2, 0, 1, 0, 0, 3, 0, 1);
        NDArray h = root.arange(40f).reshape(2, 20, 1);
        assertThat(first.of(h).toFloatArray()).containsExactly(1, 3, 7, 0, 21, 23, 26, 28);
        assertThatThrownBy(() -> first.gold(root, List.of(HmnetExample.of(made.text(3)), batch.get(1))))
                .hasMessageContaining("without gold tags");
    }

    /** The last states of the text encoder of a network without eyes, made again: {@code [n][d]}. */
    private double[][] last(HmnetNetwork network, Post post) {
        try (BertEncoder encoder =
                new BertEncoder(network.config().text(), BertLayout.BERT, new Weights(root).in("text"))) {
            encoder.byName().forEach((name, p) -> p.getArray().set(values(network, "text." + name)));
            Shape shape = new Shape(1, post.length());
            NDList states = encoder.states(root.create(post.pieces(), shape), root.ones(shape), false);
            return Doubles.of(states.get(states.size() - 1));
        }
    }

    private static float[] values(HmnetNetwork network, String name) {
        return network.byName().get(name).getArray().toFloatArray();
    }

    private static NDArray array(HmnetNetwork network, String name) {
        return network.byName().get(name).getArray();
    }

    @Test
    void equation11ReadsTheRelationOffTheFirstPiece() {
        Post post = made.text(5);
        HmnetConfig config = HmnetConfig.tiny(HmnetTask.RELATIONS, MadePosts.VOCABULARY, 3);
        try (HmnetNetwork network = new HmnetNetwork(config.textOnly(), Device.cpu())) {
            double[][] first = {last(network, post)[0]};
            Doubles.same(
                    root.create(network.scores(List.of(HmnetExample.of(post)))[0]),
                    Doubles.linear(
                            first, array(network, "head.relations.weight"), array(network, "head.relations.bias")));
            float expected = (float) -Math.log(
                    Doubles.softmax(Doubles.linear(
                            first, array(network, "head.relations.weight"), array(network, "head.relations.bias")))[0][
                            1]);
            assertThat(undropped(network, HmnetExample.relation(post, 1))).isCloseTo(expected, within(1e-4f));
        }
    }

    /** The loss of a network without dropout, its parameters those of another. */
    private float undropped(HmnetNetwork network, HmnetExample example) {
        HmnetConfig c = network.config();
        BertConfig text = BertConfig.small(c.text().vocabSize(), 64, 48, 4, 4);
        HmnetConfig config =
                new HmnetConfig(c.task(), c.variant(), text, c.image(), c.pictureSize(), c.objects(), c.labels(), 0);
        try (HmnetNetwork same = new HmnetNetwork(config, Device.cpu())) {
            same.byName().forEach((name, p) -> p.getArray().set(values(network, name)));
            return same.loss(root, List.of(example)).toFloatArray()[0];
        }
    }

    @Test
    void equation10ScoresTagsByTheFirstPiecesOfTokens() {
        Post post = made.text(3);
        HmnetConfig config = HmnetConfig.tiny(HmnetTask.ENTITIES, MadePosts.VOCABULARY, 3);
        try (HmnetNetwork network = new HmnetNetwork(config.textOnly(), Device.cpu())) {
            Doubles.fill(network.byName(), 4);
            double[][] last = last(network, post);
            double[][] e = Doubles.linear(
                    new double[][] {last[1], last[3], last[7]},
                    array(network, "head.tags.weight"),
                    array(network, "head.tags.bias"));
            double[][] transitions = Doubles.of(array(network, "head.crf.transitions"));
            float[] start = values(network, "head.crf.start");
            float[] end = values(network, "head.crf.end");
            double[] paths = new double[27];
            int best = 0;
            for (int i = 0; i < 27; i++) {
                int a = i / 9;
                int b = i / 3 % 3;
                int c = i % 3;
                paths[i] = start[a] + e[0][a] + transitions[a][b] + e[1][b] + transitions[b][c] + e[2][c] + end[c];
                best = paths[i] > paths[best] ? i : best;
            }
            assertThat(network.tags(List.of(HmnetExample.of(post)))[0])
                    .containsExactly(best / 9, best / 3 % 3, best % 3);
            float expected = (float) -Math.log(Doubles.softmax(new double[][] {paths})[0][5]);
            assertThat(undropped(network, HmnetExample.entities(post, new int[] {0, 1, 2})))
                    .isCloseTo(expected, within(1e-3f));
        }
    }
}
