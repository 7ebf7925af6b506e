package org.newsreel.training.paper;

import ai.djl.Device;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.newsreel.extraction.hmnet.HmnetConfig;
import org.newsreel.extraction.hmnet.HmnetExample;
import org.newsreel.extraction.hmnet.HmnetNetwork;
import org.newsreel.extraction.hmnet.HmnetTask;
import org.newsreel.extraction.hmnet.HmnetVariant;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.extraction.pair.PairReader;

/** HMNeT's relations of posts. Nobody has cut objects out of the pictures, so it sees whole pictures alone. */
final class HmnetRelations implements Recipe<HmnetConfig, HmnetExample> {
    /** The paper's dropout. */
    private static final double DROPOUT = 0.1;

    @Override
    public String network() {
        return "hmnet";
    }

    @Override
    public Set<String> corpora() {
        return MarkedPosts.CORPORA;
    }

    @Override
    public Class<HmnetConfig> sizes() {
        return HmnetConfig.class;
    }

    @Override
    public List<String> labels(String corpus) {
        return MarkedPosts.labels(corpus);
    }

    @Override
    public HmnetConfig sizes(Encoders encoders, List<String> labels, boolean seeing) {
        return sizes(HmnetTask.RELATIONS, encoders, labels.size(), seeing);
    }

    static HmnetConfig sizes(HmnetTask task, Encoders encoders, int labels, boolean seeing) {
        return new HmnetConfig(
                task,
                seeing ? HmnetVariant.FULL : HmnetVariant.TEXT_ONLY,
                encoders.marking(),
                encoders.resNet(),
                encoders.scale().size(),
                HmnetConfig.OBJECTS,
                labels,
                DROPOUT);
    }

    @Override
    public boolean sees(HmnetConfig sizes) {
        return sizes.variant() != HmnetVariant.TEXT_ONLY;
    }

    @Override
    public TrainableNetwork<HmnetExample> random(HmnetConfig sizes, Device device) {
        return new HmnetNetwork(sizes, device);
    }

    @Override
    public TrainableNetwork<HmnetExample> unfilled(HmnetConfig sizes, Device device) {
        return HmnetNetwork.unfilled(sizes, device);
    }

    @Override
    public Examples<HmnetExample> read(Reading<HmnetConfig> reading) throws IOException {
        PairReader reader =
                new PairReader(reading.tokenizer(), reading.sizes().text().maxPositions());
        return MarkedPosts.read(
                reading,
                (line, pictures) -> new Gold<>(
                        line.split(),
                        line.example().tokens().size(),
                        () -> HmnetExample.relation(
                                MarkedPosts.post(
                                        reader, line.example(), line.picture().flatMap(pictures::picture)),
                                line.relation())));
    }

    @Override
    public Figures measure(TrainableNetwork<HmnetExample> network, List<Gold<HmnetExample>> examples) {
        RelationClassifier<HmnetExample> classifier = (HmnetNetwork) network;
        return Measuring.labels(
                classifier,
                examples,
                e -> e.relation().orElseThrow(),
                MarkedPosts.none(((HmnetNetwork) network).config().labels()));
    }
}
