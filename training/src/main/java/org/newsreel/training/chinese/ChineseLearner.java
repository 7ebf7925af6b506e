package org.newsreel.training.chinese;

import java.util.List;
import java.util.function.Consumer;
import org.newsreel.extraction.chinese.ChineseConfig;
import org.newsreel.extraction.chinese.ChineseModel;
import org.newsreel.extraction.chinese.FeatureWeights;
import org.newsreel.extraction.chinese.SpanTags;
import org.newsreel.training.chinese.ChineseDocument.Example;

/** Trains the three models on annotated documents. The same documents and seed give the same model. */
public final class ChineseLearner {
    private final String name;
    private final ChineseConfig config;
    private final long seed;

    /** A learner whose models will have this name and configuration. */
    public ChineseLearner(String name, ChineseConfig config, long seed) {
        this.name = name;
        this.config = config;
        this.seed = seed;
    }

    /**
     * Learns from documents.
     *
     * @param progress hears what is being done
     */
    public ChineseModel learn(List<ChineseDocument> documents, Consumer<String> progress) {
        progress.accept("learn mentions from " + documents.size() + " documents");
        CrfLearner.Learned crf =
                CrfLearner.learn(documents, new SpanTags(config.space().types()), LearningPlan.TAGS, seed);
        progress.accept("learn links");
        List<Example> links =
                documents.stream().flatMap(d -> d.links().stream()).toList();
        FeatureWeights linkWeights = LogisticLearner.learn(links, 1, LearningPlan.LINKS, seed);
        progress.accept("learn relations");
        List<Example> relations =
                documents.stream().flatMap(d -> d.relations().stream()).toList();
        FeatureWeights relationWeights =
                LogisticLearner.learn(relations, config.space().relations().size(), LearningPlan.RELATIONS, seed);
        return new ChineseModel(
                name, "", config, crf.tags(), crf.transitions(), crf.start(), linkWeights, relationWeights);
    }
}
