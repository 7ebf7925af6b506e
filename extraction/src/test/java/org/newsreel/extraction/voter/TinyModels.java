package org.newsreel.extraction.voter;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.dgfpt.Admission;
import org.newsreel.extraction.dgfpt.DgfPtConfig;
import org.newsreel.extraction.dgfpt.DgfPtNetwork;
import org.newsreel.extraction.dgfpt.Pattern;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.hmnet.HmnetConfig;
import org.newsreel.extraction.hmnet.HmnetNetwork;
import org.newsreel.extraction.hmnet.HmnetTask;
import org.newsreel.extraction.hvformer.HvformerConfig;
import org.newsreel.extraction.hvformer.HvformerNetwork;
import org.newsreel.extraction.m3d.M3dConfig;
import org.newsreel.extraction.m3d.M3dNetwork;
import org.newsreel.extraction.mdocre.MdocreConfig;
import org.newsreel.extraction.mdocre.MdocreNetwork;
import org.newsreel.extraction.media.PixelScale;
import org.newsreel.extraction.model.NetworkCalibration;
import org.newsreel.extraction.model.NetworkModel;
import org.newsreel.extraction.network.TrainableNetwork;

/** Models of tiny networks at random, in directories called like the networks. */
public final class TinyModels {
    /** What their relations are called. */
    public static final List<String> RELATIONS = List.of(
            "None", "PER-PER_couple", "PER-PER_colleague", "PER-PER_employ", "PER-ORG_member", "PER-LOC_located");

    private static final int VOCABULARY = 30522;
    private static final int SEED = 5;

    private TinyModels() {}

    /** Claims whatever is likelier than the threshold. */
    public static NetworkCalibration from(double threshold) {
        return new NetworkCalibration(1, threshold, 0.7);
    }

    /** HMNeT that is nearly sure of one relation, whatever it reads. */
    public static Path hmnet(Path models, int relation) {
        HmnetConfig config = HmnetConfig.tiny(HmnetTask.RELATIONS, VOCABULARY, RELATIONS.size());
        return save(models, "hmnet", RELATIONS, config, 32, from(0.5), () -> {
            HmnetNetwork network = new HmnetNetwork(config, Device.cpu());
            favour(network.byName().get("head.relations.bias"), relation, 8);
            return network;
        });
    }

    /** HMNeT's tags at random, but that nothing is no name. */
    public static Path hmnetEntities(Path models) {
        HmnetConfig config = HmnetConfig.tiny(HmnetTask.ENTITIES, VOCABULARY, 9);
        return save(models, "hmnet-entities", List.of("PER", "LOC", "ORG", "MISC"), config, 32, from(0.5), () -> {
            HmnetNetwork network = new HmnetNetwork(config, Device.cpu());
            favour(network.byName().get("head.tags.bias"), 0, -8);
            return network;
        });
    }

    /** HVFormer that claims everything that may hold. */
    public static Path hvformer(Path models) {
        HvformerConfig config = HvformerConfig.tiny(VOCABULARY, RELATIONS.size());
        return save(
                models,
                "hvformer",
                RELATIONS,
                config,
                32,
                from(0.001),
                () -> new HvformerNetwork(config, Device.cpu()));
    }

    /** DGF-PT that claims everything that may hold. */
    public static Path dgfpt(Path models) {
        Pattern pattern = new Pattern(List.of(200), List.of(201), List.of(202));
        DgfPtConfig config =
                DgfPtConfig.tiny(VOCABULARY, pattern, 4, Collections.nCopies(RELATIONS.size(), Admission.ANY));
        return save(models, "dgfpt", RELATIONS, config, 32, from(0.001), () -> new DgfPtNetwork(config, Device.cpu()));
    }

    /** M3D that claims everything that may hold. */
    public static Path m3d(Path models) {
        List<String> relations = RELATIONS.subList(1, RELATIONS.size());
        M3dConfig config = M3dConfig.tiny(VOCABULARY, 4, relations.size(), 3);
        return save(models, "m3d", relations, config, 32, from(0.001), () -> new M3dNetwork(config, Device.cpu()));
    }

    /** MDocRE that claims everything that may hold. */
    public static Path mdocre(Path models) {
        List<String> relations = RELATIONS.subList(1, RELATIONS.size());
        MdocreConfig config = MdocreConfig.tiny(VOCABULARY, relations.size());
        return save(
                models, "mdocre", relations, config, 32, from(0.001), () -> new MdocreNetwork(config, Device.cpu()));
    }

    private static void favour(Parameter bias, int label, float by) {
        NDArray array = bias.getArray();
        float[] values = new float[(int) array.size()];
        values[label] = by;
        array.set(values);
    }

    /** Writes any network as a model called like it. */
    public static <C> Path save(
            Path models,
            String name,
            List<String> labels,
            C config,
            int side,
            NetworkCalibration calibration,
            java.util.function.Supplier<TrainableNetwork<?>> maker) {
        Engine.getInstance().setRandomSeed(SEED);
        Path directory = models.resolve(name);
        try (TrainableNetwork<?> network = maker.get()) {
            Map<String, Parameter> parameters = network.byName();
            NetworkModel.save(
                    directory,
                    new NetworkModel.Description<>(name, "made", labels, PixelScale.even(side), config),
                    parameters,
                    TextTokenizer.pretrainedFile());
        }
        NetworkModel.save(directory, calibration);
        return directory;
    }
}
