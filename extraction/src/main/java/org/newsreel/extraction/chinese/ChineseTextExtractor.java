package org.newsreel.extraction.chinese;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.newsreel.extraction.text.GoldTextExtractor;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;

/** Chinese text by linear models over characters and HanLP's words. May be shared by threads. */
public final class ChineseTextExtractor implements GoldTextExtractor {
    private final RelationLabels labels;
    private final PieceReader reader;
    private final ChineseConfig config;
    private final List<ModelUse> models;

    private ChineseTextExtractor(ChineseAnalyzer analyzer, ChineseModel model) {
        this.config = model.config();
        this.labels = new RelationLabels(config.space().relations());
        this.reader = new PieceReader(analyzer, model, labels);
        this.models = model.sha256().isEmpty()
                ? List.of()
                : List.of(
                        use("entities", model, OptionalDouble.empty()),
                        use("chains", model, OptionalDouble.of(config.chainThreshold())),
                        use(
                                "relations",
                                model,
                                OptionalDouble.of(config.space().calibration().threshold())));
    }

    /**
     * Loads a model directory and HanLP's dictionaries.
     *
     * @throws IllegalArgumentException in one sentence naming what is missing or damaged
     */
    public static ChineseTextExtractor load(Path modelDirectory) {
        return new ChineseTextExtractor(ChineseAnalyzer.load(), ChineseModel.open(modelDirectory));
    }

    /** Reads with a model in memory. */
    public static ChineseTextExtractor of(ChineseAnalyzer analyzer, ChineseModel model) {
        return new ChineseTextExtractor(analyzer, model);
    }

    private static ModelUse use(String role, ChineseModel model, OptionalDouble threshold) {
        return new ModelUse(role, model.name(), model.sha256(), Optional.of("cpu"), threshold);
    }

    @Override
    public TextClaims extract(String text) {
        CodePoints points = new CodePoints(text);
        DocumentClaims claims = new DocumentClaims(labels);
        for (Piece piece : Piece.of(ChineseText.normal(text))) {
            String part = points.slice(piece.from(), piece.to());
            claims.add(points, piece.from(), reader.read(part, Optional.empty(), Optional.empty()));
        }
        return claims.build();
    }

    /**
     * Finds chains and relations over given mentions, in a text of at most {@value Piece#LONGEST} characters.
     *
     * @param mentions with offsets into {@code text}
     */
    @Override
    public TextClaims extractWithGold(String text, List<Mention> mentions) {
        return overGiven(text, mentions, Optional.empty());
    }

    /** Finds relations over given chains of given mentions, in a text of the same length at most. */
    @Override
    public TextClaims extractWithGold(String text, List<Mention> mentions, List<EntityChain> chains) {
        return overGiven(text, mentions, Optional.of(chains));
    }

    private TextClaims overGiven(String text, List<Mention> given, Optional<List<EntityChain>> chains) {
        List<Mention> kept = given.stream()
                .filter(m -> config.space().types().contains(m.type()))
                .sorted(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end))
                .toList();
        Map<String, Integer> indexes = new HashMap<>();
        List<MentionSpan> spans = new ArrayList<>();
        for (Mention mention : kept) {
            indexes.put(mention.id(), spans.size());
            spans.add(new MentionSpan(mention.type(), mention.start(), mention.end()));
        }
        Optional<List<List<Integer>>> members = chains.map(list -> list.stream()
                .map(c -> c.mentions().stream()
                        .filter(indexes::containsKey)
                        .map(indexes::get)
                        .sorted()
                        .toList())
                .filter(c -> !c.isEmpty())
                .sorted(Comparator.comparingInt((List<Integer> c) -> c.get(0)))
                .toList());
        DocumentClaims claims = new DocumentClaims(labels);
        claims.add(new CodePoints(text), 0, reader.read(text, Optional.of(spans), members));
        return claims.build();
    }

    @Override
    public List<ModelUse> models() {
        return models;
    }

    @Override
    public void close() {
        // HanLP keeps its dictionaries for the life of the process.
    }
}
