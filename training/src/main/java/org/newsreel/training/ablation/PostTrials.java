package org.newsreel.training.ablation;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.newsreel.extraction.hmnet.HmnetConfig;
import org.newsreel.extraction.hmnet.HmnetExample;
import org.newsreel.extraction.hmnet.HmnetNetwork;
import org.newsreel.extraction.hmnet.HmnetTask;
import org.newsreel.extraction.hvformer.HvformerConfig;
import org.newsreel.extraction.hvformer.HvformerExample;
import org.newsreel.extraction.hvformer.HvformerNetwork;
import org.newsreel.extraction.network.EntityTagger;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.training.made.MadeWorld;
import org.newsreel.training.made.Tongue;
import org.newsreel.training.made.Vocabulary;

/** The networks that read single posts. */
final class PostTrials {
    /** What the table calls the tasks. */
    static final String RELATIONS = "relations";

    static final String ENTITIES = "entities";

    private PostTrials() {}

    static Trial<HmnetExample> hmnet(Tongue tongue) {
        HmnetConfig whole =
                HmnetConfig.tiny(HmnetTask.RELATIONS, new Vocabulary(tongue).size(), MadePosts.RELATIONS.size());
        MadePosts posts = MadePosts.of(tongue, whole.pictureSize(), whole.objects());
        return new Trial<>(
                "hmnet",
                Trial.rows(whole, whole.textOnly(), whole.ablations(), c -> new HmnetNetwork(c, Device.cpu())),
                Optional.of(Eyes.of(whole.image(), whole.pictureSize())),
                8,
                2e-3,
                Map.of(),
                MadeWorld::relationPosts,
                item -> HmnetExample.relation(posts.marked(item), MadePosts.relation(item)),
                e -> e.post().length(),
                (network, test) -> relations(network, test, e -> e.relation().orElseThrow()));
    }

    static Trial<HmnetExample> hmnetEntities(Tongue tongue) {
        HmnetConfig whole = HmnetConfig.tiny(HmnetTask.ENTITIES, new Vocabulary(tongue).size(), MadePosts.TAGS);
        MadePosts posts = MadePosts.of(tongue, whole.pictureSize(), whole.objects());
        return new Trial<>(
                "hmnet-entities",
                Trial.rows(whole, whole.textOnly(), whole.ablations(), c -> new HmnetNetwork(c, Device.cpu())),
                Optional.of(Eyes.of(whole.image(), whole.pictureSize())),
                8,
                2e-3,
                Map.of(),
                MadeWorld::entityPosts,
                item -> HmnetExample.entities(posts.plain(item), MadePosts.tags(item)),
                e -> e.post().length(),
                PostTrials::entities);
    }

    static HvformerConfig hvformerConfig(Tongue tongue) {
        return HvformerConfig.tiny(new Vocabulary(tongue).size(), MadePosts.RELATIONS.size());
    }

    static Trial<HvformerExample> hvformer(Tongue tongue) {
        HvformerConfig whole = hvformerConfig(tongue);
        MadePosts posts = MadePosts.of(tongue, whole.image().imageSize(), whole.objects());
        return new Trial<>(
                "hvformer",
                Trial.rows(whole, whole.textOnly(), whole.ablations(), c -> new HvformerNetwork(c, Device.cpu())),
                Optional.of(Eyes.of(whole.image())),
                14,
                5e-4,
                Map.of(),
                MadeWorld::relationPosts,
                item -> HvformerExample.of(posts.marked(item), MadePosts.relation(item)),
                e -> e.post().length(),
                (network, test) -> relations(network, test, e -> e.relation().orElseThrow()));
    }

    /** Micro F1 of a network that gives every example one relation. */
    static <E> Map<String, Double> relations(TrainableNetwork<E> trained, List<E> test, ToIntFunction<E> gold) {
        RelationClassifier<E> network = (RelationClassifier<E>) trained;
        List<float[]> rows = new ArrayList<>();
        Chunks.of(test).forEach(chunk -> rows.addAll(List.of(network.scores(chunk))));
        return Map.of(
                RELATIONS,
                MadePosts.relationF1(test.stream().map(gold::applyAsInt).toList(), rows));
    }

    private static Map<String, Double> entities(TrainableNetwork<HmnetExample> trained, List<HmnetExample> test) {
        @SuppressWarnings("unchecked")
        EntityTagger<HmnetExample> network = (EntityTagger<HmnetExample>) trained;
        List<int[]> found = new ArrayList<>();
        Chunks.of(test).forEach(chunk -> found.addAll(List.of(network.tags(chunk))));
        List<int[]> gold = test.stream().map(e -> e.tags().orElseThrow()).toList();
        return Map.of(ENTITIES, MadePosts.entityF1(gold, found));
    }
}
