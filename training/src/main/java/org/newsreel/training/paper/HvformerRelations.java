package org.newsreel.training.paper;

import ai.djl.Device;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.hvformer.HvformerConfig;
import org.newsreel.extraction.hvformer.HvformerExample;
import org.newsreel.extraction.hvformer.HvformerNetwork;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.extraction.pair.PairReader;

/** HVFormer's relations of posts. It sees whole pictures alone, as nobody has cut objects out of them. */
final class HvformerRelations implements Recipe<HvformerConfig, HvformerExample> {
    @Override
    public String network() {
        return "hvformer";
    }

    @Override
    public Set<String> corpora() {
        return MarkedPosts.CORPORA;
    }

    @Override
    public Class<HvformerConfig> sizes() {
        return HvformerConfig.class;
    }

    @Override
    public List<String> labels(String corpus) {
        return MarkedPosts.labels(corpus);
    }

    @Override
    public HvformerConfig sizes(Encoders encoders, List<String> labels, boolean seeing) {
        BertConfig text = encoders.marking();
        HvformerConfig whole =
                HvformerConfig.of(text, encoders.vit(text.hiddenSize(), text.heads()), text.heads(), labels.size());
        return seeing ? whole : whole.textOnly();
    }

    @Override
    public boolean sees(HvformerConfig sizes) {
        return !sizes.levels().isEmpty();
    }

    @Override
    public TrainableNetwork<HvformerExample> random(HvformerConfig sizes, Device device) {
        return new HvformerNetwork(sizes, device);
    }

    @Override
    public TrainableNetwork<HvformerExample> unfilled(HvformerConfig sizes, Device device) {
        return HvformerNetwork.unfilled(sizes, device);
    }

    @Override
    public Examples<HvformerExample> read(Reading<HvformerConfig> reading) throws IOException {
        PairReader reader =
                new PairReader(reading.tokenizer(), reading.sizes().text().maxPositions());
        return MarkedPosts.read(
                reading,
                (line, pictures) -> new Gold<>(
                        line.split(),
                        line.example().tokens().size(),
                        () -> HvformerExample.of(
                                MarkedPosts.post(
                                        reader, line.example(), line.picture().flatMap(pictures::picture)),
                                line.relation())));
    }

    @Override
    public Figures measure(TrainableNetwork<HvformerExample> network, List<Gold<HvformerExample>> examples) {
        HvformerNetwork classifier = (HvformerNetwork) network;
        return Measuring.labels(
                classifier,
                examples,
                e -> e.relation().orElseThrow(),
                MarkedPosts.none(classifier.config().relations()));
    }
}
