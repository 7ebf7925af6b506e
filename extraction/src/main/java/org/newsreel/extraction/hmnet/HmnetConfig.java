package org.newsreel.extraction.hmnet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.ResNetConfig;
import org.newsreel.extraction.network.PictureSlots;

/**
 * The sizes and parts of a network.
 *
 * @param text its encoder; without a letter-case table
 * @param image its encoder; unused by {@link HmnetVariant#TEXT_ONLY}
 * @param pictureSize pixels along each side of a picture or object
 * @param objects {@code m}, the most objects that are read of a picture
 * @param labels tags of {@link HmnetTask#ENTITIES}, relation types of {@link HmnetTask#RELATIONS}
 * @param dropout share of the values before the classifier that is dropped in training, in [0, 1)
 */
public record HmnetConfig(
        HmnetTask task,
        HmnetVariant variant,
        BertConfig text,
        ResNetConfig image,
        int pictureSize,
        int objects,
        int labels,
        double dropout) {
    /** {@code m} of the paper's appendix B. */
    public static final int OBJECTS = 3;

    public HmnetConfig {
        if (pictureSize < 1 || objects < 0 || labels < 1) {
            throw new IllegalArgumentException("a network can't have " + labels + " labels and " + objects
                    + " objects of " + pictureSize + " pixels");
        }
        if (variant == HmnetVariant.ONLY_OBJECTS && objects == 0) {
            throw new IllegalArgumentException("a network that sees only objects must have some");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must lie in [0, 1) but is " + dropout);
        }
    }

    /**
     * BERT-base and ResNet-50, as in the paper's section 4.
     *
     * @param vocabulary word pieces, those of entity markers included
     */
    public static HmnetConfig full(HmnetTask task, int vocabulary, int labels) {
        BertConfig text = BertConfig.base(vocabulary);
        return new HmnetConfig(task, HmnetVariant.FULL, text, ResNetConfig.resnet50(), 224, OBJECTS, labels, 0.1);
    }

    /** A small network that is trained from the start. */
    public static HmnetConfig tiny(HmnetTask task, int vocabulary, int labels) {
        BertConfig text = new BertConfig(vocabulary, 64, 48, 4, 4, 96, 0.1, 1e-12, 0);
        return new HmnetConfig(task, HmnetVariant.FULL, text, ResNetConfig.small(8), 32, OBJECTS, labels, 0.1);
    }

    public HmnetConfig with(HmnetVariant other) {
        return new HmnetConfig(task, other, text, image, pictureSize, objects, labels, dropout);
    }

    /** The variants of the paper's table 1, under the names that it gives them. */
    public Map<String, HmnetConfig> ablations() {
        Map<String, HmnetConfig> rows = new LinkedHashMap<>();
        rows.put("HMNeT-Single", with(HmnetVariant.SINGLE));
        rows.put("HMNeT-Flat", with(HmnetVariant.FLAT));
        rows.put("HMNeT-1V3", with(HmnetVariant.ONE_TO_THREE));
        rows.put("HMNeT-OnlyObj", with(HmnetVariant.ONLY_OBJECTS));
        return rows;
    }

    public HmnetConfig textOnly() {
        return with(HmnetVariant.TEXT_ONLY);
    }

    PictureSlots slots() {
        return variant.sees()
                ? new PictureSlots(variant.wholePicture(), objects, pictureSize, pictureSize)
                : PictureSlots.none();
    }
}
