package org.newsreel.extraction.voter;

import ai.djl.Device;
import ai.djl.nn.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.newsreel.extraction.dgfpt.DgfPtConfig;
import org.newsreel.extraction.dgfpt.DgfPtNetwork;
import org.newsreel.extraction.dgfpt.Stage;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.hmnet.HmnetConfig;
import org.newsreel.extraction.hmnet.HmnetNetwork;
import org.newsreel.extraction.hmnet.HmnetVariant;
import org.newsreel.extraction.hvformer.HvformerConfig;
import org.newsreel.extraction.hvformer.HvformerNetwork;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.m3d.M3dConfig;
import org.newsreel.extraction.m3d.M3dNetwork;
import org.newsreel.extraction.mdocre.MdocreConfig;
import org.newsreel.extraction.mdocre.MdocreNetwork;
import org.newsreel.extraction.model.ModelKind;
import org.newsreel.extraction.model.NetworkModel;
import org.newsreel.extraction.model.NetworkModel.Description;
import org.newsreel.extraction.model.Role;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.extraction.pair.PairExtractor;
import org.newsreel.extraction.pair.PairReader;
import org.newsreel.ontology.claim.EntityType;

/**
 * Opens models for roles. Every failure is an {@link IllegalArgumentException} of one sentence that names the directory,
 * the file or the tensor; nothing stays open then.
 */
public final class Voters {
    private Voters() {}

    /** A model that tells relations. */
    public static RelationVoter relations(Path directory, Device device) {
        return switch (require(directory, Role.RELATIONS)) {
            case PAIR -> pair(directory, device);
            case HMNET -> hmnet(directory, device);
            case HVFORMER -> hvformer(directory, device);
            case DGFPT -> dgfpt(directory, device);
            case M3D -> new M3dVoter(m3d(directory, device));
            case MDOCRE -> mdocre(directory, device);
            default -> throw unusable(directory, Role.RELATIONS);
        };
    }

    /** A model that finds mentions. */
    public static MentionFinder entities(Path directory, Device device) {
        return switch (require(directory, Role.ENTITIES)) {
            case HMNET_ENTITIES -> hmnetEntities(directory, device);
            case M3D -> new M3dFinder(m3d(directory, device));
            default -> throw unusable(directory, Role.ENTITIES);
        };
    }

    /** A model that finds chains. */
    public static M3dFinder chains(Path directory, Device device) {
        require(directory, Role.CHAINS);
        return new M3dFinder(m3d(directory, device));
    }

    /**
     * A model that finds regions.
     *
     * @throws IllegalArgumentException also when it has never learnt any
     */
    public static M3dFinder regions(Path directory, Device device) {
        require(directory, Role.REGIONS);
        M3dForm form = m3d(directory, device);
        M3dConfig config = form.network().config();
        if (!config.parts().pictures() || config.losses().regionTypes() == 0) {
            form.close();
            throw new IllegalArgumentException("The model in " + directory
                    + " has never learnt regions, since its corpus marks none or it reads no pictures: give another for"
                    + " the role regions, or faces.");
        }
        return new M3dFinder(form);
    }

    private static ModelKind require(Path directory, Role role) {
        ModelKind kind = ModelKind.of(directory);
        if (!kind.fills(role)) {
            throw unusable(directory, role);
        }
        return kind;
    }

    private static IllegalArgumentException unusable(Path directory, Role role) {
        return new IllegalArgumentException("The model in " + directory + " can't fill the role " + role.word() + ".");
    }

    /** A network with its weights, and its tokenizer. */
    private record Loaded<N extends TrainableNetwork<?>, C>(
            NetworkModel model, Description<C> description, N network, TextTokenizer tokenizer) {
        OpenModel relations(Device device, Path directory) {
            try {
                return OpenModel.ofRelations(model, description.pictures(), device, directory);
            } catch (RuntimeException e) {
                network.close();
                tokenizer.close();
                throw e;
            }
        }
    }

    private static <N extends TrainableNetwork<?>, C> Loaded<N, C> load(
            Path directory, ModelKind kind, Class<C> sizes, Device device, BiFunction<C, Device, N> unfilled) {
        NetworkModel model = NetworkModel.open(directory);
        Description<C> description = model.description(kind.network().orElseThrow(), sizes);
        TorchOps.inferOnThisThread();
        N network = unfilled.apply(description.sizes(), device);
        try {
            Map<String, Parameter> parameters = network.byName();
            model.loadInto(parameters);
            return new Loaded<>(model, description, network, model.tokenizer());
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static RelationVoter pair(Path directory, Device device) {
        PairExtractor extractor = PairExtractor.load(directory, device);
        return new PairVoter(extractor, TextTokenizer.pretrained(), OpenModel.name(device));
    }

    private static RelationVoter hmnet(Path directory, Device device) {
        Loaded<HmnetNetwork, HmnetConfig> loaded =
                load(directory, ModelKind.HMNET, HmnetConfig.class, device, HmnetNetwork::unfilled);
        HmnetConfig config = loaded.network().config();
        PairReader reader = new PairReader(loaded.tokenizer(), config.text().maxPositions());
        return new PostVoter<>(
                loaded.relations(device, directory),
                loaded.tokenizer(),
                loaded.network(),
                PostForm.hmnet(reader),
                config.variant() != HmnetVariant.TEXT_ONLY);
    }

    private static RelationVoter hvformer(Path directory, Device device) {
        Loaded<HvformerNetwork, HvformerConfig> loaded =
                load(directory, ModelKind.HVFORMER, HvformerConfig.class, device, HvformerNetwork::unfilled);
        HvformerConfig config = loaded.network().config();
        PairReader reader = new PairReader(loaded.tokenizer(), config.text().maxPositions());
        return new PostVoter<>(
                loaded.relations(device, directory),
                loaded.tokenizer(),
                loaded.network(),
                PostForm.hvformer(reader),
                !config.levels().isEmpty());
    }

    private static RelationVoter dgfpt(Path directory, Device device) {
        Loaded<DgfPtNetwork, DgfPtConfig> loaded =
                load(directory, ModelKind.DGFPT, DgfPtConfig.class, device, DgfPtNetwork::new);
        DgfPtConfig config = loaded.network().config();
        return new PostVoter<>(
                loaded.relations(device, directory),
                loaded.tokenizer(),
                loaded.network(),
                PostForm.dgfpt(config.maxPieces()),
                config.order().contains(Stage.IMAGE));
    }

    private static RelationVoter mdocre(Path directory, Device device) {
        Loaded<MdocreNetwork, MdocreConfig> loaded =
                load(directory, ModelKind.MDOCRE, MdocreConfig.class, device, MdocreNetwork::unfilled);
        return new MdocreVoter(loaded.relations(device, directory), loaded.tokenizer(), loaded.network());
    }

    private static M3dForm m3d(Path directory, Device device) {
        Loaded<M3dNetwork, M3dConfig> loaded =
                load(directory, ModelKind.M3D, M3dConfig.class, device, M3dNetwork::unfilled);
        return new M3dForm(loaded.relations(device, directory), loaded.tokenizer(), loaded.network());
    }

    private static MentionFinder hmnetEntities(Path directory, Device device) {
        Loaded<HmnetNetwork, HmnetConfig> loaded =
                load(directory, ModelKind.HMNET_ENTITIES, HmnetConfig.class, device, HmnetNetwork::unfilled);
        NetworkModel model = loaded.model();
        List<EntityType> types =
                model.labels().stream().map(EntityType::valueOf).toList();
        OpenModel open = new OpenModel(
                model.name(),
                model.sha256(),
                new Labels(List.of()),
                model.calibration(),
                loaded.description().pictures(),
                OpenModel.name(device));
        return new HmnetFinder(open, types, loaded.tokenizer(), loaded.network());
    }
}
