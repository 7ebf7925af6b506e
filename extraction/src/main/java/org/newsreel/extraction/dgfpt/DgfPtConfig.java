package org.newsreel.extraction.dgfpt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.encoder.Gpt2Config;
import org.newsreel.extraction.encoder.VggConfig;

/**
 * Sizes and variants of DGF-PT.
 *
 * @param text the language model
 * @param image the encoder of pictures and regions
 * @param frozen whether both keep their weights and only what stands beside them learns, as in the paper
 * @param order the stages from first to last; a stage that is not there reads nothing
 * @param imageBlocks into how many positions a picture is cut, {@code M}
 * @param maxObjects most regions of a picture
 * @param maxPieces most pieces of a sentence
 * @param prefixes what precedes the stages
 * @param fusion which gates there are
 * @param types how many entity types there are, {@code T}
 * @param relations which types each relation admits, {@code R} of them
 * @param restricted whether types restrict the relations
 * @param decoderHeads attention heads of the decoder
 * @param losses weights and margin
 * @param dropout share dropped of what enters the encoder, the fusion and the classifier
 */
public record DgfPtConfig(
        Gpt2Config text,
        VggConfig image,
        boolean frozen,
        List<Stage> order,
        int imageBlocks,
        int maxObjects,
        int maxPieces,
        Prefixes prefixes,
        Fusion fusion,
        int types,
        List<Admission> relations,
        boolean restricted,
        int decoderHeads,
        Losses losses,
        double dropout) {
    /** The paper's order. */
    public static final List<Stage> ORDER = List.of(Stage.OBJECTS, Stage.IMAGE, Stage.TEXT);

    public DgfPtConfig {
        order = List.copyOf(order);
        relations = List.copyOf(relations);
        if (!order.contains(Stage.TEXT) || Set.copyOf(order).size() != order.size()) {
            throw new IllegalArgumentException("stages need the text and nothing twice, not " + order);
        }
        if (prefixes.objects() > order.size() || prefixes.entities() > order.size()) {
            throw new IllegalArgumentException("a prefix can't enter after the last of " + order.size() + " stages");
        }
        if (types < 1 || relations.isEmpty() || imageBlocks < 1) {
            throw new IllegalArgumentException("there must be types, relations and blocks of a picture");
        }
    }

    /**
     * The prefixes: vectors that learn, seen by every layer, and the words of a pattern.
     *
     * @param pattern the words
     * @param length key and value vectors of each prefix and layer; 0 leaves the words alone
     * @param objects at which stage, from 1, the object-oriented prefix enters; 0 for not at all
     * @param entities the same of the entity-oriented prefix
     */
    public record Prefixes(Pattern pattern, int length, int objects, int entities) {
        public Prefixes {
            if (length < 0 || objects < 0 || entities < 0) {
                throw new IllegalArgumentException("a prefix can't have a negative length or stage");
            }
        }

        Prefixes at(int objectStage, int entityStage) {
            return new Prefixes(pattern, length, objectStage, entityStage);
        }
    }

    /**
     * The dual-gated fusion.
     *
     * @param image whether the image-relevance gate is there (eq. 6)
     * @param objects whether the object-importance gate is there (eq. 4 and 5)
     * @param captions whether captions are read (eq. 8)
     * @param captionFactor {@code δ}
     */
    public record Fusion(boolean image, boolean objects, boolean captions, double captionFactor) {
        boolean gated() {
            return image || objects;
        }
    }

    /**
     * The joint objective (eq. 14).
     *
     * @param consistency {@code λ_d}
     * @param identity {@code λ_s}
     * @param relation {@code λ_c}
     * @param types weight of the decoder's entity types beside {@code λ_c}
     * @param margin by how much more alike a pair must be than the hardest others
     */
    public record Losses(double consistency, double identity, double relation, double types, double margin) {}

    /** The paper's settings; the weights of both encoders come from their publishers' checkpoints. */
    public static DgfPtConfig full(Pattern pattern, int types, List<Admission> relations) {
        return new DgfPtConfig(
                Gpt2Config.gpt2(),
                VggConfig.vgg16(),
                true,
                ORDER,
                4,
                10,
                128,
                new Prefixes(pattern, 10, 1, 1),
                new Fusion(true, true, true, 0.4),
                types,
                relations,
                true,
                12,
                new Losses(2, 2, 3, 1, 0.2),
                0.6);
    }

    /**
     * A network small enough to learn in minutes on one core. Its encoders have no checkpoint, so they learn too.
     *
     * @param vocabulary pieces, those of the pattern among them
     */
    public static DgfPtConfig tiny(int vocabulary, Pattern pattern, int types, List<Admission> relations) {
        return new DgfPtConfig(
                Gpt2Config.small(vocabulary, 256, 48, 2, 4),
                VggConfig.small(8, 48),
                false,
                ORDER,
                2,
                10,
                96,
                new Prefixes(pattern, 4, 1, 1),
                new Fusion(true, true, true, 0.4),
                types,
                relations,
                true,
                4,
                new Losses(2, 2, 3, 1, 0.2),
                0.1);
    }

    boolean has(Stage stage) {
        return order.contains(stage);
    }

    /** Whether anything of a picture is read. */
    boolean seesPictures() {
        return has(Stage.OBJECTS) || has(Stage.IMAGE);
    }

    boolean objectPrefix() {
        return prefixes.objects() > 0 && has(Stage.OBJECTS);
    }

    boolean entityPrefix() {
        return prefixes.entities() > 0;
    }

    /** At which stage, from 1, something is read. */
    int stageOf(Stage stage) {
        return order.indexOf(stage) + 1;
    }

    // Components are not grouped into records, since the config.json of trained networks has their names.
    private DgfPtConfig varied(
            boolean frozen,
            List<Stage> order,
            Prefixes prefixes,
            Fusion fusion,
            boolean restricted,
            Losses losses,
            double dropout) {
        return new DgfPtConfig(
                text,
                image,
                frozen,
                order,
                imageBlocks,
                maxObjects,
                maxPieces,
                prefixes,
                fusion,
                types,
                relations,
                restricted,
                decoderHeads,
                losses,
                dropout);
    }

    public DgfPtConfig with(Prefixes other) {
        return varied(frozen, order, other, fusion, restricted, losses, dropout);
    }

    public DgfPtConfig with(Fusion other) {
        return varied(frozen, order, prefixes, other, restricted, losses, dropout);
    }

    public DgfPtConfig with(Losses other) {
        return varied(frozen, order, prefixes, fusion, restricted, other, dropout);
    }

    /** With the stages in another order; gates of what is not read go. */
    public DgfPtConfig inOrder(Stage... stages) {
        List<Stage> other = List.of(stages);
        Fusion kept = new Fusion(
                fusion.image() && other.contains(Stage.IMAGE),
                fusion.objects() && other.contains(Stage.OBJECTS),
                fusion.captions(),
                fusion.captionFactor());
        Prefixes moved = prefixes.at(
                other.contains(Stage.OBJECTS) ? Math.min(prefixes.objects(), other.size()) : 0,
                Math.min(prefixes.entities(), other.size()));
        return varied(frozen, other, moved, kept, restricted, losses, dropout);
    }

    /** With trained or kept encoders. */
    public DgfPtConfig withFrozen(boolean other) {
        return varied(other, order, prefixes, fusion, restricted, losses, dropout);
    }

    public DgfPtConfig withDropout(double share) {
        return varied(frozen, order, prefixes, fusion, restricted, losses, share);
    }

    /** With key and value prefixes of another length, for sweeps over it. */
    public DgfPtConfig withPrefixLength(int length) {
        return with(new Prefixes(prefixes.pattern(), length, prefixes.objects(), prefixes.entities()));
    }

    /** With relations of any types. */
    public DgfPtConfig unrestricted() {
        return varied(frozen, order, prefixes, fusion, false, losses, dropout);
    }

    /** The network without picture, objects and caption. */
    public DgfPtConfig textOnly() {
        return inOrder(Stage.TEXT).with(new Fusion(false, false, false, fusion.captionFactor()));
    }

    /** The rows of the paper's tables 2 and 4 below the first. */
    public Map<String, DgfPtConfig> ablations() {
        Map<String, DgfPtConfig> rows = new LinkedHashMap<>();
        rows.put("w/o all prefixes", with(prefixes.at(0, 0)));
        rows.put("w/o E-P", with(prefixes.at(1, 0)));
        rows.put("w/o O-P", with(prefixes.at(0, 1)));
        rows.put("w/o dual-gated fusion", with(new Fusion(false, false, false, fusion.captionFactor())));
        rows.put("w/o joint objective", with(new Losses(0, 0, losses.relation(), losses.types(), losses.margin())));
        rows.put("all prefixes in S2", with(prefixes.at(2, 2)));
        rows.put("all prefixes in S3", with(prefixes.at(3, 3)));
        rows.put("E-P in S2", with(prefixes.at(1, 2)));
        rows.put("E-P in S3", with(prefixes.at(1, 3)));
        rows.put("O-P in S2", with(prefixes.at(2, 1)));
        rows.put("O-P in S3", with(prefixes.at(3, 1)));
        rows.put("E-P in S2, O-P in S3", with(prefixes.at(3, 2)));
        rows.put("E-P in S3, O-P in S2", with(prefixes.at(2, 3)));
        rows.put("objects, text, image", inOrder(Stage.OBJECTS, Stage.TEXT, Stage.IMAGE));
        rows.put("image, objects, text", inOrder(Stage.IMAGE, Stage.OBJECTS, Stage.TEXT));
        rows.put("image, text, objects", inOrder(Stage.IMAGE, Stage.TEXT, Stage.OBJECTS));
        rows.put("text, objects, image", inOrder(Stage.TEXT, Stage.OBJECTS, Stage.IMAGE));
        rows.put("text, image, objects", inOrder(Stage.TEXT, Stage.IMAGE, Stage.OBJECTS));
        return rows;
    }

    /** Single parts switched off that the paper's tables keep together. */
    public Map<String, DgfPtConfig> parts() {
        Map<String, DgfPtConfig> rows = new LinkedHashMap<>();
        rows.put("w/o objects", inOrder(Stage.IMAGE, Stage.TEXT));
        rows.put("w/o image", inOrder(Stage.OBJECTS, Stage.TEXT));
        rows.put("w/o image gate", with(new Fusion(false, true, fusion.captions(), fusion.captionFactor())));
        rows.put("w/o object gate", with(new Fusion(true, false, fusion.captions(), fusion.captionFactor())));
        rows.put("w/o captions", with(new Fusion(fusion.image(), fusion.objects(), false, fusion.captionFactor())));
        rows.put("w/o key and value prefixes", withPrefixLength(0));
        rows.put("w/o type restriction", unrestricted());
        rows.put(
                "w/o consistency",
                with(new Losses(0, losses.identity(), losses.relation(), losses.types(), losses.margin())));
        rows.put(
                "w/o self-identification",
                with(new Losses(losses.consistency(), 0, losses.relation(), losses.types(), losses.margin())));
        return rows;
    }
}
