package org.newsreel.training.paper;

import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.encoder.Gpt2Config;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.encoder.ResNetConfig;
import org.newsreel.extraction.encoder.StrictLoading;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.VggConfig;
import org.newsreel.extraction.encoder.VitConfig;
import org.newsreel.extraction.m3d.TextSize;
import org.newsreel.extraction.media.PixelScale;
import org.newsreel.extraction.model.Family;
import org.newsreel.extraction.model.PublishedCheckpoint;

/**
 * The encoders that a network starts from. Without a checkpoint BERT is {@link PretrainedEncoder}, and the others start
 * small from random weights.
 *
 * @param text a checkpoint's directory
 * @param image a checkpoint's directory
 * @param small whether, without a checkpoint, the BERT is a small one from random weights over {@link SmallVocabulary}
 */
public record Encoders(Optional<Path> text, Optional<Path> image, boolean small) {
    /** Pixels along each side of a picture for an encoder without a checkpoint. */
    private static final int SIDE = 64;

    /** What ResNet and VGG were trained with. */
    private static final int PUBLISHED_SIDE = 224;

    private static final String TEXT = "text.";
    private static final String IMAGE = "image.";
    private static final int PATCH = 16;
    private static final int LAYERS = 4;

    private static final int SMALL_POSITIONS = 128;
    private static final int SMALL_HIDDEN = 96;

    private Optional<PublishedCheckpoint> opened(Optional<Path> directory) {
        return directory.map(PublishedCheckpoint::open);
    }

    /** A BERT, without the letter-case table that published networks do not have. */
    BertConfig bert() {
        if (small) {
            return BertConfig.small(SmallVocabulary.size(), SMALL_POSITIONS, SMALL_HIDDEN, LAYERS, LAYERS);
        }
        BertConfig given = opened(text).map(PublishedCheckpoint::bertConfig).orElse(BertConfig.bgeSmall());
        return new BertConfig(
                given.vocabSize(),
                given.maxPositions(),
                given.hiddenSize(),
                given.layers(),
                given.heads(),
                given.intermediateSize(),
                given.dropout(),
                given.layerNormEps(),
                0);
    }

    BertLayout layout() {
        return opened(text).map(PublishedCheckpoint::bertLayout).orElse(BertLayout.BERT);
    }

    /** A BERT with BERT's own vocabulary, whose free pieces mark pairs. */
    BertConfig marking() {
        if (layout() != BertLayout.BERT) {
            throw new IllegalArgumentException("The checkpoint in " + text.orElseThrow()
                    + " has no free pieces to mark pairs with: give one of the family BERT.");
        }
        return bert();
    }

    TextSize textSize() {
        Optional<PublishedCheckpoint> checkpoint = opened(text);
        return checkpoint.isPresent() && checkpoint.get().family() == Family.LONGFORMER
                ? new TextSize.Long(checkpoint.get().longformerConfig())
                : new TextSize.Bert(bert(), layout());
    }

    /** A GPT-2; without a checkpoint a small one over the vocabulary of {@link PretrainedEncoder}. */
    Gpt2Config gpt2() {
        return opened(text)
                .map(PublishedCheckpoint::gpt2Config)
                .orElseGet(() -> Gpt2Config.small(BertConfig.bgeSmall().vocabSize(), 256, 128, LAYERS, LAYERS));
    }

    /** A vision Transformer; without a checkpoint one of {@code d} and heads. */
    VitConfig vit(int d, int heads) {
        return opened(image)
                .map(PublishedCheckpoint::vitConfig)
                .orElseGet(() -> VitConfig.small(SIDE, PATCH, d, LAYERS, heads));
    }

    ResNetConfig resNet() {
        return opened(image).map(PublishedCheckpoint::resNetConfig).orElseGet(() -> ResNetConfig.small(PATCH));
    }

    VggConfig vgg(int hidden) {
        return opened(image).map(PublishedCheckpoint::vggConfig).orElseGet(() -> VggConfig.small(PATCH / 2, hidden));
    }

    /** How pictures are read. */
    PixelScale scale() {
        Optional<PublishedCheckpoint> checkpoint = opened(image);
        if (checkpoint.isEmpty()) {
            return PixelScale.even(SIDE);
        }
        return switch (checkpoint.get().family()) {
            case CLIP -> PixelScale.clip(checkpoint.get().vitConfig().imageSize());
            case VIT, CAPTIONER -> PixelScale.even(checkpoint.get().vitConfig().imageSize());
            default -> PixelScale.imageNet(PUBLISHED_SIDE);
        };
    }

    /** Content of the text encoder's {@code tokenizer.json}. */
    byte[] tokenizer() {
        if (small) {
            return SmallVocabulary.file();
        }
        if (text.isEmpty()) {
            return TextTokenizer.pretrainedFile();
        }
        Path file = opened(text)
                .flatMap(PublishedCheckpoint::tokenizer)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The checkpoint in " + text.get() + " has no tokenizer.json to cut texts with."));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be read.", e);
        }
    }

    /**
     * Fills the encoders of a network that have something to start from.
     *
     * @param bert whether its text encoder is a BERT, which always has
     * @return the prefixes of what was filled
     */
    Set<String> loadInto(Map<String, Parameter> byName, boolean bert) {
        Set<String> loaded = new HashSet<>();
        if (text.isPresent()) {
            opened(text).orElseThrow().loadInto(own(byName, TEXT));
            loaded.add(TEXT);
        } else if (bert && !small) {
            StrictLoading.load(own(byName, TEXT), PretrainedEncoder.weights(), "The encoder " + PretrainedEncoder.NAME);
            loaded.add(TEXT);
        }
        Map<String, Parameter> eyes = own(byName, IMAGE);
        if (image.isPresent() && !eyes.isEmpty()) {
            opened(image).orElseThrow().loadInto(eyes);
            loaded.add(IMAGE);
        }
        return loaded;
    }

    /** What starts from random weights, for people. */
    static List<String> random(Map<String, Parameter> byName, Set<String> loaded) {
        List<String> random = new ArrayList<>();
        if (!loaded.contains(TEXT)) {
            random.add("text encoder");
        }
        if (!loaded.contains(IMAGE) && !own(byName, IMAGE).isEmpty()) {
            random.add("image encoder");
        }
        return random;
    }

    private static Map<String, Parameter> own(Map<String, Parameter> byName, String prefix) {
        Map<String, Parameter> own = new LinkedHashMap<>();
        byName.forEach((name, parameter) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), parameter);
            }
        });
        return own;
    }
}
