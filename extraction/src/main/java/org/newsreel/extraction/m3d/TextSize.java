package org.newsreel.extraction.m3d;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.encoder.LongformerConfig;
import org.newsreel.extraction.encoder.LongformerEncoder;
import org.newsreel.extraction.encoder.TextEncoder;
import org.newsreel.extraction.layer.Weights;

/** Which text encoder a network has, and how large. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "encoder")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TextSize.Bert.class, name = "bert"),
    @JsonSubTypes.Type(value = TextSize.Long.class, name = "longformer")
})
public sealed interface TextSize {
    /** {@code d}. */
    int hiddenSize();

    /** An encoder at random. */
    TextEncoder encoder(Weights weights);

    /** BERT and its like. */
    record Bert(BertConfig config, BertLayout layout) implements TextSize {
        @Override
        public int hiddenSize() {
            return config.hiddenSize();
        }

        @Override
        public TextEncoder encoder(Weights weights) {
            return new BertEncoder(config, layout, weights);
        }
    }

    /** Longformer, the paper's choice. */
    record Long(LongformerConfig config) implements TextSize {
        @Override
        public int hiddenSize() {
            return config.hiddenSize();
        }

        @Override
        public TextEncoder encoder(Weights weights) {
            return new LongformerEncoder(config, weights);
        }
    }

    /** {@code longformer-base-4096}, for English. */
    static TextSize english() {
        return new Long(LongformerConfig.base());
    }

    /** {@code xlm-roberta-longformer-base-4096}, for Chinese. */
    static TextSize chinese() {
        return new Long(LongformerConfig.xlmRobertaBase());
    }

    /** A small BERT. */
    static TextSize tiny(int vocabulary, int d) {
        return new Bert(new BertConfig(vocabulary, 64, d, 3, 4, 2 * d, 0.1, 1e-12, 0), BertLayout.BERT);
    }
}
