package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;

/** Eq. 1 and 2 and the relation between the two. */
record PairHead(
        NDArray subjectText,
        NDArray objectText,
        Optional<NDArray> subjectVideo,
        Optional<NDArray> objectVideo,
        NDArray weight,
        NDArray bias,
        double dropout) {
    static PairHead of(Weights weights, MdocreConfig config) {
        int d = config.hiddenSize();
        boolean pictures = config.parts().pictures();
        return new PairHead(
                weights.add("subject.text.weight", Weights.XAVIER, d, d),
                weights.add("object.text.weight", Weights.XAVIER, d, d),
                pictures ? Optional.of(weights.add("subject.video.weight", Weights.XAVIER, d, d)) : Optional.empty(),
                pictures ? Optional.of(weights.add("object.video.weight", Weights.XAVIER, d, d)) : Optional.empty(),
                weights.add("bilinear.weight", Weights.XAVIER, config.relations() + 1L, d, d),
                weights.add("bilinear.bias", Weights.ZEROS, config.relations() + 1L),
                config.dropout());
    }

    /** Logits before the softmax: {@code [P, 4, d]} → {@code [P, R + 1]}. */
    NDArray logits(NDArray entities, boolean training) {
        NDArray zs = joined(entities.get(":, 0"), entities.get(":, 2"), subjectText, subjectVideo);
        NDArray zo = joined(entities.get(":, 1"), entities.get(":, 3"), objectText, objectVideo);
        return Functions.bilinear(
                Functions.dropout(zs, dropout, training), Functions.dropout(zo, dropout, training), weight, bias);
    }

    /** {@code tanh(W_h·H + W_m·M)}. */
    private static NDArray joined(NDArray h, NDArray m, NDArray text, Optional<NDArray> video) {
        NDArray sum = Functions.linear(h, text);
        return Functions.tanh(video.map(w -> sum.add(Functions.linear(m, w))).orElse(sum));
    }
}
