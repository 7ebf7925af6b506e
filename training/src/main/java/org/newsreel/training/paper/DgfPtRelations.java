package org.newsreel.training.paper;

import ai.djl.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.newsreel.extraction.dgfpt.Admission;
import org.newsreel.extraction.dgfpt.DgfPtConfig;
import org.newsreel.extraction.dgfpt.DgfPtExample;
import org.newsreel.extraction.dgfpt.DgfPtNetwork;
import org.newsreel.extraction.dgfpt.MarkedSentence;
import org.newsreel.extraction.dgfpt.Pattern;
import org.newsreel.extraction.dgfpt.Stage;
import org.newsreel.extraction.encoder.Gpt2Config;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.extraction.pair.PairTypes;
import org.newsreel.extraction.source.MnreExample;

/**
 * DGF-PT's relations of posts. Its GPT-2 keeps its weights when it comes from a checkpoint, and so must its image encoder
 * then; from random weights both learn. It sees whole pictures alone: nobody has cut objects out or written captions.
 */
final class DgfPtRelations implements Recipe<DgfPtConfig, DgfPtExample> {
    private static final int FEATURES = 128;
    private static final double DROPOUT_FROM_THE_START = 0.1;

    @Override
    public String network() {
        return "dgfpt";
    }

    @Override
    public Set<String> corpora() {
        return Set.of(MarkedPosts.CORPUS);
    }

    @Override
    public Class<DgfPtConfig> sizes() {
        return DgfPtConfig.class;
    }

    @Override
    public boolean bert() {
        return false;
    }

    @Override
    public List<String> labels(String corpus) {
        return MarkedPosts.labels(corpus);
    }

    @Override
    public DgfPtConfig sizes(Encoders encoders, List<String> labels, boolean seeing) {
        Gpt2Config text = encoders.gpt2();
        boolean frozen =
                encoders.text().isPresent() && (!seeing || encoders.image().isPresent());
        Pattern pattern;
        try (TextTokenizer tokenizer = TextTokenizer.of(encoders.tokenizer())) {
            pattern = Pattern.of(words -> pieces(tokenizer.tokenize(words)));
        }
        PairTypes types = new PairTypes(labels);
        List<Admission> admissions = new ArrayList<>();
        for (int r = 0; r < labels.size(); r++) {
            admissions.add(
                    types.domain(r).isEmpty() || types.range(r).isEmpty()
                            ? Admission.ANY
                            : Admission.of(types.domain(r).get(), types.range(r).get()));
        }
        DgfPtConfig full = DgfPtConfig.full(pattern, PairTypes.COUNT, admissions);
        DgfPtConfig whole = new DgfPtConfig(
                text,
                encoders.vgg(FEATURES),
                frozen,
                full.order(),
                full.imageBlocks(),
                full.maxObjects(),
                full.maxPieces(),
                full.prefixes(),
                full.fusion(),
                full.types(),
                full.relations(),
                full.restricted(),
                text.heads(),
                full.losses(),
                frozen ? full.dropout() : DROPOUT_FROM_THE_START);
        return seeing ? whole : whole.textOnly();
    }

    private static int[] pieces(Words words) {
        int[] pieces = new int[words.pieceCount()];
        for (int p = 0; p < pieces.length; p++) {
            pieces[p] = words.piece(p);
        }
        return pieces;
    }

    @Override
    public boolean sees(DgfPtConfig sizes) {
        return sizes.order().contains(Stage.IMAGE);
    }

    @Override
    public TrainableNetwork<DgfPtExample> random(DgfPtConfig sizes, Device device) {
        return new DgfPtNetwork(sizes, device);
    }

    @Override
    public TrainableNetwork<DgfPtExample> unfilled(DgfPtConfig sizes, Device device) {
        return new DgfPtNetwork(sizes, device);
    }

    @Override
    public Examples<DgfPtExample> read(Reading<DgfPtConfig> reading) throws IOException {
        PairTypes types = new PairTypes(reading.labels());
        return MarkedPosts.read(
                reading,
                (line, pictures) -> new Gold<>(
                        line.split(), line.example().tokens().size(), () -> example(reading, line, types, pictures)));
    }

    private static DgfPtExample example(
            Reading<DgfPtConfig> reading, MarkedPosts.Line line, PairTypes types, PictureFiles pictures) {
        MnreExample example = line.example();
        String text = String.join(" ", example.tokens());
        Words words = reading.tokenizer().tokenize(text);
        int[] all = pieces(words);
        int[] head = span(example, words, example.headFrom(), example.headTo());
        int[] tail = span(example, words, example.tailFrom(), example.tailTo());
        MarkedSentence sentence =
                MarkedSentence.of(all, head, tail, reading.sizes().maxPieces(), 0);
        return new DgfPtExample(
                sentence.pieces(),
                sentence.head(),
                sentence.tail(),
                types.domain(line.relation()).orElse(-1),
                types.range(line.relation()).orElse(-1),
                line.picture().flatMap(pictures::picture),
                List.of(),
                new int[0],
                line.relation());
    }

    /** The pieces of tokens; the nearest piece before them where the vocabulary has nothing for them. */
    private static int[] span(MnreExample example, Words words, int fromToken, int toToken) {
        int from = points(example.tokens().subList(0, fromToken));
        int to = points(example.tokens().subList(0, toToken)) - 1;
        int[] covering = words.covering(from, to);
        if (covering.length == 2) {
            return new int[] {words.firstPiece(covering[0]), words.firstPiece(covering[1])};
        }
        int[] before = words.covering(0, to);
        int at = before.length == 0 ? 0 : words.firstPiece(before[1]) - 1;
        return new int[] {at, at + 1};
    }

    /** Code points of tokens with a space after each. */
    private static int points(List<String> tokens) {
        return tokens.stream()
                .mapToInt(t -> t.codePointCount(0, t.length()) + 1)
                .sum();
    }

    @Override
    public Figures measure(TrainableNetwork<DgfPtExample> network, List<Gold<DgfPtExample>> examples) {
        DgfPtNetwork classifier = (DgfPtNetwork) network;
        return Measuring.labels(
                classifier,
                examples,
                DgfPtExample::relation,
                MarkedPosts.none(classifier.config().relations().size()));
    }
}
