package org.newsreel.training.paper;

import ai.djl.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.hmnet.HmnetConfig;
import org.newsreel.extraction.hmnet.HmnetExample;
import org.newsreel.extraction.hmnet.HmnetNetwork;
import org.newsreel.extraction.hmnet.HmnetTask;
import org.newsreel.extraction.hmnet.HmnetVariant;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.network.Post;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.training.metric.TagMetric;

/**
 * HMNeT's entities of posts. Twitter-2015's OTHER and Twitter-2017's MISC are one type, so a network should learn from
 * one of them. Like {@link HmnetRelations} it sees whole pictures alone.
 */
final class HmnetEntities implements Recipe<HmnetConfig, HmnetExample> {
    private static final List<EntityType> TYPES =
            List.of(EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.MISC);

    @Override
    public String network() {
        return "hmnet-entities";
    }

    @Override
    public Set<String> corpora() {
        return Set.of(Documents.TWITTER);
    }

    @Override
    public Class<HmnetConfig> sizes() {
        return HmnetConfig.class;
    }

    @Override
    public List<String> labels(String corpus) {
        return TYPES.stream().map(EntityType::name).toList();
    }

    @Override
    public HmnetConfig sizes(Encoders encoders, List<String> labels, boolean seeing) {
        // O, then B and I of every type.
        return HmnetRelations.sizes(HmnetTask.ENTITIES, encoders, 1 + 2 * labels.size(), seeing);
    }

    @Override
    public boolean sees(HmnetConfig sizes) {
        return sizes.variant() != HmnetVariant.TEXT_ONLY;
    }

    @Override
    public TrainableNetwork<HmnetExample> random(HmnetConfig sizes, Device device) {
        return new HmnetNetwork(sizes, device);
    }

    @Override
    public TrainableNetwork<HmnetExample> unfilled(HmnetConfig sizes, Device device) {
        return HmnetNetwork.unfilled(sizes, device);
    }

    @Override
    public Examples<HmnetExample> read(Reading<HmnetConfig> reading) throws IOException {
        int[] around = reading.tokenizer().around();
        int longest = reading.sizes().text().maxPositions();
        return Documents.read(reading, (document, pictures) -> {
            Post bare =
                    post(reading.tokenizer(), around, longest, document.item().text());
            int[] tags = tags(document, bare.firstPieces().length);
            return Optional.of(new Gold<>(
                    Documents.split(reading.corpus(), document),
                    bare.length(),
                    () -> HmnetExample.entities(
                            seen(bare, pictures.frames(document.item().media())), tags)));
        });
    }

    private static Post seen(Post bare, List<Pixels> pictures) {
        return new Post(
                bare.pieces(), bare.tokens(), bare.markers(), pictures.stream().findFirst(), List.of());
    }

    /** The post's tokens, which stand between single spaces, as far as the encoder reads. */
    private static Post post(TextTokenizer tokenizer, int[] around, int longest, String text) {
        Words words = tokenizer.tokenize(text);
        List<Long> pieces = new ArrayList<>(List.of((long) around[0]));
        List<Integer> tokens = new ArrayList<>(List.of(-1));
        int at = 0;
        String[] split = text.split(" ");
        for (int t = 0; t < split.length; t++) {
            int end = at + split[t].codePointCount(0, split[t].length());
            int[] covering = words.covering(at, end);
            int from = covering.length == 0 ? 0 : words.firstPiece(covering[0]);
            int to = covering.length == 0 ? 0 : words.firstPiece(covering[1]);
            if (pieces.size() + Math.max(1, to - from) + 1 > longest) {
                break;
            }
            for (int p = from; p < to; p++) {
                pieces.add((long) words.piece(p));
                tokens.add(t);
            }
            if (from == to) {
                // The vocabulary's normaliser left nothing of it, but it has a tag.
                pieces.add((long) TextTokenizer.MASK);
                tokens.add(t);
            }
            at = end + 1;
        }
        pieces.add((long) around[1]);
        tokens.add(-1);
        return new Post(
                pieces.stream().mapToLong(p -> p).toArray(),
                tokens.stream().mapToInt(t -> t).toArray(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static int[] tags(GoldDocument document, int count) {
        int[] tags = new int[document.item().text().split(" ").length];
        for (Mention mention : document.mentions()) {
            int from = token(document, mention.start());
            int to = token(document, mention.end() - 1) + 1;
            int begin = 1 + 2 * TYPES.indexOf(mention.type());
            Arrays.fill(tags, from, to, begin + 1);
            tags[from] = begin;
        }
        return Arrays.copyOf(tags, count);
    }

    /** The token that a code point is in: as many as there are spaces before it. */
    private static int token(GoldDocument document, int point) {
        return (int) document.item()
                .text()
                .codePoints()
                .limit(point)
                .filter(c -> c == ' ')
                .count();
    }

    @Override
    public Figures measure(TrainableNetwork<HmnetExample> network, List<Gold<HmnetExample>> examples) {
        HmnetNetwork tagger = (HmnetNetwork) network;
        TagMetric metric = new TagMetric();
        Measuring.chunks(examples, (some, read) -> {
            int[][] found = tagger.tags(read);
            for (int i = 0; i < found.length; i++) {
                metric.add(read.get(i).tags().orElseThrow(), found[i]);
            }
        });
        return Figures.of(Measuring.ENTITY, metric.score(), OptionalDouble.empty());
    }
}
