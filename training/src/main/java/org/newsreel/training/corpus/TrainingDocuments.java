package org.newsreel.training.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.WikidataRelations;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextNetworkConfig;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.training.corpus.RelationTask.Labelled;

/** Turns gold documents into what the trainer takes. A text that is too long for the encoder is cut between sentences. */
public final class TrainingDocuments {
    private static final Set<String> PRONOUNS = Set.of(
            ("i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us"
                            + " our ours ourselves they them their theirs themselves who whom whose which that this"
                            + " these those one what there here")
                    .split(" "));

    private final TextTokenizer tokenizer;
    private final TextNetworkConfig config;
    private final int room;

    /** For a network of this configuration. */
    public TrainingDocuments(TextTokenizer tokenizer, TextNetworkConfig config) {
        this.tokenizer = tokenizer;
        this.config = config;
        this.room = config.encoder().maxPositions() - 2;
    }

    /**
     * The document in one piece or several.
     *
     * <p>Mentions of types that the label space lacks are left out, with what needs them; so are chains' mentions and
     * relations that a cut parts.
     */
    public List<TrainingDocument> of(GoldDocument gold, Annotation annotation) {
        Words words = tokenizer.tokenize(gold.item().text());
        LabelSpace space = config.space(annotation.space());
        Map<String, String> chainOfMention = new HashMap<>();
        for (EntityChain chain : gold.chains()) {
            chain.mentions().forEach(m -> chainOfMention.put(m, chain.id()));
        }
        List<MentionSpan> spans = new ArrayList<>();
        List<String> chainIds = new ArrayList<>();
        int end = 0;
        for (Mention mention : ordered(gold.mentions(), annotation)) {
            int[] range = words.covering(mention.start(), mention.end());
            if (space.types().contains(mention.type()) && range.length == 2 && range[0] >= end) {
                spans.add(new MentionSpan(mention.type(), range[0], range[1]));
                chainIds.add(chainOfMention.getOrDefault(mention.id(), "only " + mention.id()));
                end = range[1];
            }
        }
        List<TrainingDocument> documents = new ArrayList<>();
        int from = 0;
        for (int to : cuts(words, spans)) {
            boolean whole = from == 0 && to == words.count();
            Words piece = whole ? words : tokenizer.tokenize(words.slice(from, to));
            // A piece that is cut into other words than the whole, because of what stood beside it, is of no use.
            if (piece.count() == to - from && piece.pieceCount() <= room) {
                documents.add(piece(piece, spans, chainIds, from, to, gold.relations(), annotation));
            }
            from = to;
        }
        return documents;
    }

    private static List<Mention> ordered(List<Mention> mentions, Annotation annotation) {
        Comparator<Mention> byEnd = Comparator.comparingInt(Mention::end);
        return mentions.stream()
                .filter(m -> !annotation.nested() || !PRONOUNS.contains(m.text().toLowerCase(java.util.Locale.ROOT)))
                .sorted(Comparator.comparingInt(Mention::start)
                        .thenComparing(annotation.nested() ? byEnd.reversed() : byEnd))
                .toList();
    }

    /** Ends of pieces of about equal length, each at the end of a sentence where there is one, never in a mention. */
    private List<Integer> cuts(Words words, List<MentionSpan> spans) {
        int count = (words.pieceCount() + room - 1) / room;
        if (count <= 1) {
            return List.of(words.count());
        }
        // A little shorter than would just fit, because sentences do not end where they should.
        int length = Math.max(1, words.count() / (count + 1) + 1);
        Set<Integer> inside = new HashSet<>();
        spans.forEach(s -> {
            for (int w = s.from() + 1; w < s.to(); w++) {
                inside.add(w);
            }
        });
        List<Integer> cuts = new ArrayList<>();
        int from = 0;
        while (words.count() - from > length) {
            int cut = from + length;
            while (cut > from + length / 2
                    && (inside.contains(cut) || words.sentence(cut) == words.sentence(cut - 1))) {
                cut--;
            }
            if (cut == from + length / 2) {
                cut = from + length;
                while (cut < words.count() && inside.contains(cut)) {
                    cut++;
                }
            }
            cuts.add(cut);
            from = cut;
        }
        if (from < words.count()) {
            cuts.add(words.count());
        }
        return cuts;
    }

    private TrainingDocument piece(
            Words words,
            List<MentionSpan> all,
            List<String> chainIds,
            int from,
            int to,
            List<Relation> relations,
            Annotation annotation) {
        List<MentionSpan> spans = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<List<Integer>> chains = new ArrayList<>();
        List<Integer> chainOf = new ArrayList<>();
        for (int m = 0; m < all.size(); m++) {
            MentionSpan span = all.get(m);
            if (span.from() < from || span.to() > to) {
                continue;
            }
            int chain = numbers.computeIfAbsent(chainIds.get(m), id -> {
                chains.add(new ArrayList<>());
                return chains.size() - 1;
            });
            chains.get(chain).add(spans.size());
            chainOf.add(chain);
            spans.add(new MentionSpan(span.type(), span.from() - from, span.to() - from));
        }
        TrainingDocument bare = new TrainingDocument(
                words,
                List.copyOf(spans),
                chainOf.stream().mapToInt(Integer::intValue).toArray(),
                List.copyOf(chains),
                annotation,
                List.of());
        return new TrainingDocument(
                words, bare.spans(), bare.chainOf(), bare.chains(), annotation, tasks(bare, numbers, relations));
    }

    private List<RelationTask> tasks(TrainingDocument document, Map<String, Integer> chains, List<Relation> relations) {
        return switch (document.annotation()) {
            case M3D -> List.of(task("m3d", document, chains, relations));
            case DOCRED ->
                List.of(task("wikidata", document, chains, relations), task("m3d", document, chains, relations));
            default -> List.of();
        };
    }

    private RelationTask task(
            String space, TrainingDocument document, Map<String, Integer> chains, List<Relation> relations) {
        RelationLabels labels = new RelationLabels(config.space(space).relations());
        Set<Labelled> holds = new LinkedHashSet<>();
        Set<ChainPair> unsure = new HashSet<>();
        for (Relation relation : relations) {
            Integer subject = chains.get(relation.subject());
            Integer object = chains.get(relation.object());
            if (subject == null || object == null || subject.equals(object)) {
                continue;
            }
            String name = relation.type();
            boolean turned = false;
            if (document.annotation() == Annotation.DOCRED && space.equals("m3d")) {
                Optional<WikidataRelations.Meaning> meaning =
                        WikidataRelations.meaning(name, document.type(subject), document.type(object));
                name = meaning.map(WikidataRelations.Meaning::type).orElse(name);
                turned = meaning.map(WikidataRelations.Meaning::turned).orElse(false);
            }
            int type = labels.indexOf(name);
            ChainPair pair = turned ? new ChainPair(object, subject) : new ChainPair(subject, object);
            ChainPair back = new ChainPair(pair.object(), pair.subject());
            if (type < 0) {
                unsure.add(pair);
                unsure.add(back);
                continue;
            }
            holds.add(new Labelled(pair, type));
            if (labels.symmetric(type)) {
                holds.add(new Labelled(back, type));
            }
        }
        Set<Integer> complete = new HashSet<>();
        for (int type = 0; type < labels.size(); type++) {
            if (space.equals("wikidata") || document.annotation().complete(labels.name(type))) {
                complete.add(type);
            }
        }
        return new RelationTask(space, List.copyOf(holds), complete, unsure);
    }
}
