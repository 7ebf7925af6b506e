package org.newsreel.training.paper;

import ai.djl.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.newsreel.extraction.m3d.LossWeights;
import org.newsreel.extraction.m3d.M3dConfig;
import org.newsreel.extraction.m3d.M3dExample;
import org.newsreel.extraction.m3d.M3dNetwork;
import org.newsreel.extraction.m3d.M3dReading;
import org.newsreel.extraction.m3d.Missing;
import org.newsreel.extraction.m3d.TextSize;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.training.metric.ChainMetric;
import org.newsreel.training.metric.Score;
import org.newsreel.training.metric.Span;
import org.newsreel.training.metric.TagMetric;
import org.newsreel.training.metric.Tally;

/**
 * M3D on its corpus: entities, chains over given mentions, relations over given chains. With videos a third of the
 * documents misses its words in an epoch and a third its frames, another third each epoch. The corpus' file marks no
 * regions, so nothing is asked of them.
 */
final class M3dRecipe implements Recipe<M3dConfig, M3dExample> {
    private static final List<EntityType> TYPES = LabelSpace.m3d().types();

    @Override
    public String network() {
        return "m3d";
    }

    @Override
    public Set<String> corpora() {
        return Set.of(Documents.M3D);
    }

    @Override
    public Class<M3dConfig> sizes() {
        return M3dConfig.class;
    }

    @Override
    public int batch() {
        return 2;
    }

    @Override
    public List<String> labels(String corpus) {
        return LabelSpace.m3d().relations();
    }

    @Override
    public M3dConfig sizes(Encoders encoders, List<String> labels, boolean seeing) {
        TextSize text = encoders.textSize();
        M3dConfig full = M3dConfig.full(TextSize.english(), labels.size());
        LossWeights even = LossWeights.even();
        LossWeights losses = new LossWeights(
                even.entities(),
                even.chains(),
                even.relations(),
                0,
                0,
                even.reconstruction(),
                even.divergence(),
                even.emptySlot());
        M3dConfig whole = new M3dConfig(
                text,
                encoders.vit(text.hiddenSize(), full.heads()),
                TYPES.size(),
                labels.size(),
                full.regionTypes(),
                full.hidden(),
                full.latent(),
                full.heads(),
                full.promptLength(),
                full.kernel(),
                full.maxFrames(),
                full.maxRegions(),
                full.dropout(),
                full.linkThreshold(),
                losses,
                Missing.thirds(1),
                full.parts());
        return seeing ? whole : whole.textOnly();
    }

    @Override
    public boolean sees(M3dConfig sizes) {
        return sizes.parts().pictures();
    }

    @Override
    public TrainableNetwork<M3dExample> random(M3dConfig sizes, Device device) {
        return new M3dNetwork(sizes, device);
    }

    @Override
    public TrainableNetwork<M3dExample> unfilled(M3dConfig sizes, Device device) {
        return M3dNetwork.unfilled(sizes, device);
    }

    @Override
    public void epoch(TrainableNetwork<M3dExample> network, int number) {
        ((M3dNetwork) network).startEpoch(number);
    }

    @Override
    public Examples<M3dExample> read(Reading<M3dConfig> reading) throws IOException {
        int[] around = reading.tokenizer().around();
        return Documents.read(reading, (document, pictures) -> {
            DocumentWords words =
                    DocumentWords.of(document, reading.tokenizer(), around, TYPES, true, reading.labels());
            if (words.firsts().length == 0) {
                return Optional.empty();
            }
            return Optional.of(new Gold<>(
                    Documents.split(reading.corpus(), document),
                    words.pieces().length,
                    () -> example(document, words, pictures)));
        });
    }

    private static M3dExample example(GoldDocument document, DocumentWords words, PictureFiles pictures) {
        return new M3dExample(
                document.item().id().hashCode(),
                words.pieces(),
                words.firsts(),
                words.mentions().stream()
                        .map(m -> new M3dExample.Mention(m.from(), m.to(), TYPES.indexOf(m.type()), m.chain()))
                        .toList(),
                words.chains(),
                words.relations().stream()
                        .map(r -> new M3dExample.ChainRelation(r.subject(), r.object(), r.type() + 1))
                        .toList(),
                pictures.frames(document.item().media()).stream()
                        .map(p -> new M3dExample.Frame(p, List.of()))
                        .toList());
    }

    @Override
    public Figures measure(TrainableNetwork<M3dExample> trained, List<Gold<M3dExample>> examples) {
        M3dNetwork network = (M3dNetwork) trained;
        TagMetric entities = new TagMetric();
        ChainMetric chains = new ChainMetric();
        Tally relations = new Tally();
        Measuring.chunks(examples, (some, read) -> {
            for (M3dExample example : read) {
                List<M3dExample> one = List.of(example);
                entities.add(tags(example), network.tags(one)[0]);
                M3dReading reading = network.readGiven(one).get(0);
                chains.add(spans(example.mentions()), spans(reading.mentions()));
                add(relations, example, reading);
            }
        });
        Map<String, Score> scores = new LinkedHashMap<>();
        scores.put(Measuring.ENTITY, entities.score());
        scores.put("MUC", chains.muc());
        scores.put("B3", chains.bCubed());
        scores.put("CEAF-e", chains.ceaf());
        scores.put(Measuring.RELATION, relations.score());
        double mean = (entities.score().f1() + chains.f1() + relations.score().f1()) / 3;
        return new Figures(scores, OptionalDouble.empty(), mean);
    }

    private static void add(Tally tally, M3dExample example, M3dReading reading) {
        Set<M3dExample.ChainRelation> gold = new HashSet<>(example.relations());
        List<M3dExample.ChainRelation> found = new ArrayList<>();
        reading.relations().forEach(r -> found.add(new M3dExample.ChainRelation(r.subject(), r.object(), r.type())));
        long right = found.stream().filter(gold::contains).count();
        tally.precision(right, found.size());
        tally.recall(right, gold.size());
    }

    private static int[] tags(M3dExample example) {
        int[] tags = new int[example.words().length];
        for (M3dExample.Mention mention : example.mentions()) {
            for (int w = mention.from(); w < mention.to(); w++) {
                tags[w] = 2 + 2 * mention.type();
            }
            tags[mention.from()]--;
        }
        return tags;
    }

    private static Collection<Set<Span>> spans(List<M3dExample.Mention> mentions) {
        Map<Integer, Set<Span>> chains = new HashMap<>();
        mentions.forEach(
                m -> chains.computeIfAbsent(m.chain(), c -> new HashSet<>()).add(new Span(m.from(), m.to())));
        return chains.values();
    }
}
