package org.newsreel.training.paper;

import ai.djl.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.mdocre.MdocreConfig;
import org.newsreel.extraction.mdocre.MdocreExample;
import org.newsreel.extraction.mdocre.MdocreNetwork;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.WikidataRelations;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;
import org.newsreel.training.metric.NetworkFit;
import org.newsreel.training.metric.Tally;

/**
 * MDocRE's relations between all gold chains of a document, in two stages: first with the text encoder as it is, then
 * whole. The corpora do not say which box shows which chain, so frames reach the words and no chain is seen itself.
 */
final class MdocreRecipe implements Recipe<MdocreConfig, MdocreExample> {
    private static final int SIDE = 64;
    private static final int PATCH = 8;

    @Override
    public String network() {
        return "mdocre";
    }

    @Override
    public Set<String> corpora() {
        return Set.of(Documents.M3D, Documents.DOCRED, Documents.MDOCRE);
    }

    @Override
    public Class<MdocreConfig> sizes() {
        return MdocreConfig.class;
    }

    @Override
    public boolean imageEncoder() {
        return false;
    }

    @Override
    public int batch() {
        return 4;
    }

    @Override
    public int stages() {
        return 2;
    }

    @Override
    public void stage(TrainableNetwork<MdocreExample> network, int number) {
        MdocreNetwork mdocre = (MdocreNetwork) network;
        mdocre.stage(number);
        mdocre.byName().forEach((name, parameter) -> parameter.freeze(mdocre.frozen(name)));
    }

    @Override
    public List<String> labels(String corpus) {
        return switch (corpus) {
            case Documents.DOCRED -> WikidataRelations.PROPERTIES;
            case Documents.MDOCRE ->
                RelationSchema.standard().types(RelationInventory.MDOCRE).stream()
                        .map(RelationType::name)
                        .distinct()
                        .toList();
            default -> LabelSpace.m3d().relations();
        };
    }

    @Override
    public MdocreConfig sizes(Encoders encoders, List<String> labels, boolean seeing) {
        BertConfig text = encoders.bert();
        MdocreConfig full = MdocreConfig.full(text.vocabSize(), labels.size());
        MdocreConfig whole = new MdocreConfig(
                text,
                encoders.layout(),
                SIDE,
                PATCH,
                full.localLayers(),
                full.globalLayers(),
                text.heads(),
                labels.size(),
                Math.min(full.maxTokens(), text.maxPositions()),
                full.maxFrames(),
                full.maxMentions(),
                full.dropout(),
                full.parts());
        return seeing ? whole : whole.textOnly();
    }

    @Override
    public boolean sees(MdocreConfig sizes) {
        return sizes.parts().pictures();
    }

    @Override
    public TrainableNetwork<MdocreExample> random(MdocreConfig sizes, Device device) {
        return new MdocreNetwork(sizes, device);
    }

    @Override
    public TrainableNetwork<MdocreExample> unfilled(MdocreConfig sizes, Device device) {
        return MdocreNetwork.unfilled(sizes, device);
    }

    @Override
    public Examples<MdocreExample> read(Reading<MdocreConfig> reading) throws IOException {
        int[] around = reading.tokenizer().around();
        List<EntityType> types = List.of(EntityType.values());
        return Documents.read(reading, (document, pictures) -> {
            DocumentWords words =
                    DocumentWords.of(document, reading.tokenizer(), around, types, false, reading.labels());
            if (words.chains() < 2) {
                return Optional.empty();
            }
            return Optional.of(new Gold<>(
                    Documents.split(reading.corpus(), document),
                    words.pieces().length,
                    () -> example(document, words, pictures)));
        });
    }

    private static MdocreExample example(GoldDocument document, DocumentWords words, PictureFiles pictures) {
        List<List<MdocreExample.TextMention>> texts = new ArrayList<>();
        for (int chain = 0; chain < words.chains(); chain++) {
            texts.add(new ArrayList<>());
        }
        words.mentions().forEach(m -> texts.get(m.chain()).add(new MdocreExample.TextMention(m.from(), m.to())));
        return new MdocreExample(
                words.pieces(),
                words.firsts(),
                pictures.frames(document.item().media()),
                texts.stream().map(t -> new MdocreExample.Entity(t, List.of())).toList(),
                pairs(words));
    }

    /** Every two chains in both directions, a pair with several relations as often. */
    private static List<MdocreExample.Pair> pairs(DocumentWords words) {
        Map<List<Integer>, List<Integer>> types = new LinkedHashMap<>();
        words.relations().forEach(r -> types.computeIfAbsent(List.of(r.subject(), r.object()), p -> new ArrayList<>())
                .add(r.type() + 1));
        List<MdocreExample.Pair> pairs = new ArrayList<>();
        for (int subject = 0; subject < words.chains(); subject++) {
            for (int object = 0; object < words.chains(); object++) {
                if (subject != object) {
                    for (int type : types.getOrDefault(List.of(subject, object), List.of(MdocreNetwork.NONE))) {
                        pairs.add(new MdocreExample.Pair(subject, object, type));
                    }
                }
            }
        }
        return pairs;
    }

    @Override
    public Figures measure(TrainableNetwork<MdocreExample> trained, List<Gold<MdocreExample>> examples) {
        MdocreNetwork network = (MdocreNetwork) trained;
        Tally tally = new Tally();
        List<float[]> logits = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        Measuring.chunks(examples, (some, read) -> {
            for (MdocreExample example : read) {
                float[][] rows = network.scores(List.of(example));
                Set<MdocreExample.Pair> gold = new HashSet<>();
                Set<MdocreExample.Pair> found = new HashSet<>();
                for (int p = 0; p < rows.length; p++) {
                    MdocreExample.Pair pair = example.pairs().get(p);
                    int best = Measuring.best(rows[p]);
                    logits.add(rows[p]);
                    labels.add(pair.relation());
                    if (pair.relation() != MdocreNetwork.NONE) {
                        gold.add(pair);
                    }
                    if (best != MdocreNetwork.NONE) {
                        found.add(new MdocreExample.Pair(pair.subject(), pair.object(), best));
                    }
                }
                long right = found.stream().filter(gold::contains).count();
                tally.precision(right, found.size());
                tally.recall(right, gold.size());
            }
        });
        return Figures.of(Measuring.RELATION, tally.score(), OptionalDouble.empty())
                .with(NetworkFit.of(logits, labels, MdocreNetwork.NONE));
    }
}
