package org.newsreel.extraction.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsreel.extraction.encoder.Tensor;

/** The families of checkpoints that Newsreel reads, and how their files differ from its encoders' names. */
public enum Family {
    BERT(List.of("bert."), "pooler\\..*|cls\\..*|classifier\\..*|embeddings\\.position_ids"),
    ROBERTA(List.of("roberta."), "pooler\\..*|lm_head\\..*|classifier\\..*|embeddings\\.(position_ids|token_type_ids)"),
    LONGFORMER(
            List.of("longformer.", "roberta."),
            "pooler\\..*|lm_head\\..*|classifier\\..*|embeddings\\.(position_ids|token_type_ids)"),
    GPT2(List.of("transformer."), "lm_head\\..*|h\\.\\d+\\.(attn|crossattention)\\.(bias|masked_bias)"),
    VIT(List.of("vit."), "pooler\\..*|classifier\\..*"),
    CLIP(
            List.of(),
            "text_model\\..*|(visual|text)_projection\\..*|logit_scale|vision_model\\.embeddings\\.position_ids"),
    RESNET(List.of("module."), "fc\\..*|.*\\.num_batches_tracked"),
    VGG(List.of("module."), "classifier\\.6\\..*|head\\.fc\\..*"),
    /** A vision Transformer and a GPT-2 that looks at it, {@code encoder.} and {@code decoder.}. */
    CAPTIONER(
            List.of(),
            "encoder\\.pooler\\..*|decoder\\.lm_head\\..*"
                    + "|decoder\\.transformer\\.h\\.\\d+\\.(attn|crossattention)\\.(bias|masked_bias)");

    /** Names of the first BERT checkpoints, from before PyTorch called a norm's gain its weight. */
    private static final Map<String, String> OLD =
            Map.of("LayerNorm.gamma", "LayerNorm.weight", "LayerNorm.beta", "LayerNorm.bias");

    /** Where timm keeps VGG's fully connected layers, as convolutions over the whole grid. */
    private static final Map<String, String> TIMM =
            Map.of("pre_logits.fc1.", "classifier.0.", "pre_logits.fc2.", "classifier.3.");

    private final List<String> prefixes;
    private final Pattern beside;

    Family(List<String> prefixes, String beside) {
        this.prefixes = prefixes;
        this.beside = Pattern.compile(beside);
    }

    /**
     * What an encoder calls a published tensor.
     *
     * @return nothing for what the publisher ships beside the encoder: heads, poolers and buffers
     */
    Optional<String> name(String published) {
        String name = published;
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                name = name.substring(prefix.length());
                break;
            }
        }
        if (beside.matcher(name).matches()) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> old : OLD.entrySet()) {
            if (name.endsWith(old.getKey())) {
                name = name.substring(0, name.length() - old.getKey().length()) + old.getValue();
            }
        }
        for (Map.Entry<String, String> timm : TIMM.entrySet()) {
            if (this == VGG && name.startsWith(timm.getKey())) {
                name = timm.getValue() + name.substring(timm.getKey().length());
            }
        }
        return Optional.of(name);
    }

    /** A tensor in the shape that the encoder keeps it in. */
    Tensor shaped(String name, Tensor tensor) {
        long[] shape = tensor.dimensions();
        if (this == VGG && name.startsWith("classifier.") && shape.length == 4) {
            long[] flat = {shape[0], shape[1] * shape[2] * shape[3]};
            return new Tensor(name, flat, tensor.values(), false);
        }
        return new Tensor(name, shape, tensor.values(), tensor.transposed());
    }
}
