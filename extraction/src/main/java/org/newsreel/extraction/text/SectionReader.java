package org.newsreel.extraction.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.encoder.WordStates;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.ontology.claim.EntityType;

/** Runs the network over one section and decodes what its heads say. */
final class SectionReader {
    /** Vectors that are kept of each chain. */
    static final int SAMPLES = 3;

    /** In a section longer than this, chains that never come near each other are not asked for relations. */
    private static final int SHORT = 600;

    private static final int FAR = 100;
    private static final int PAIRS_AT_ONCE = 256;
    private static final int LINKS_AT_ONCE = 16_384;

    private final TextNetwork network;
    private final LabelSpace space;
    private final RelationLabels labels;
    private final MentionDecoder mentionDecoder;
    private final RelationDecoder relationDecoder;

    SectionReader(TextNetwork network, LabelSpace space) {
        this.network = network;
        this.space = space;
        this.labels = new RelationLabels(space.relations());
        this.mentionDecoder = new MentionDecoder(network.tags(space.name()), network.crfScores(space.name()));
        this.relationDecoder = new RelationDecoder(labels, space.calibration());
    }

    /**
     * Reads one section.
     *
     * @param givenMentions mentions to take instead of finding them
     * @param givenChains chains of those mentions to take instead of finding them
     */
    SectionClaims read(
            Words text,
            Section section,
            Optional<List<FoundMention>> givenMentions,
            Optional<List<List<Integer>>> givenChains) {
        try (NDManager manager = network.manager().newSubManager()) {
            WordStates states = network.states(manager, text, section.from(), section.to());
            List<FoundMention> mentions = givenMentions.orElseGet(() -> find(manager, states.last(), section));
            if (mentions.isEmpty()) {
                return new SectionClaims(List.of(), List.of(), List.of(), List.of(), List.of());
            }
            List<MentionSpan> spans = mentions.stream().map(FoundMention::span).toList();
            List<Surface> surfaces =
                    spans.stream().map(span -> Surface.of(text, span)).toList();
            MentionBatch batch = MentionBatch.of(spans, -section.from());
            NDArray vectors = network.mentions(manager, states.last(), batch, false);
            List<List<Integer>> chains = givenChains.orElseGet(() -> cluster(manager, vectors, surfaces));
            List<FoundRelation> relations = relate(manager, text, section, states, vectors, batch, spans, chains);
            return new SectionClaims(mentions, surfaces, chains, relations, samples(vectors, surfaces, chains));
        }
    }

    private List<FoundMention> find(NDManager manager, NDArray states, Section section) {
        float[] flat = network.emissions(manager, space.name(), states, false).toFloatArray();
        int width = network.tags(space.name()).size();
        float[][] emissions = new float[section.to() - section.from()][];
        for (int w = 0; w < emissions.length; w++) {
            emissions[w] = Arrays.copyOfRange(flat, w * width, (w + 1) * width);
        }
        return mentionDecoder.decode(emissions, section.from());
    }

    private List<List<Integer>> cluster(NDManager manager, NDArray vectors, List<Surface> surfaces) {
        List<int[]> pairs = LinkCandidates.pairs(surfaces);
        List<Clustering.Link> links = new ArrayList<>();
        for (int at = 0; at < pairs.size(); at += LINKS_AT_ONCE) {
            List<int[]> some = pairs.subList(at, Math.min(pairs.size(), at + LINKS_AT_ONCE));
            try (NDManager scratch = manager.newSubManager()) {
                float[] logits = network.links(scratch, vectors, LinkCandidates.batch(surfaces, some, 0), false)
                        .toFloatArray();
                for (int p = 0; p < logits.length; p++) {
                    links.add(new Clustering.Link(some.get(p)[0], some.get(p)[1], 1 / (1 + Math.exp(-logits[p]))));
                }
            }
        }
        return Clustering.of(surfaces.size(), links, network.config().chainThreshold());
    }

    private List<FoundRelation> relate(
            NDManager manager,
            Words text,
            Section section,
            WordStates states,
            NDArray vectors,
            MentionBatch mentions,
            List<MentionSpan> spans,
            List<List<Integer>> chains) {
        if (labels.size() == 0) {
            return List.of();
        }
        List<EntityType> types =
                chains.stream().map(c -> spans.get(c.get(0)).type()).toList();
        List<ChainPair> pairs = new ArrayList<>();
        boolean all = section.to() - section.from() <= SHORT;
        for (int s = 0; s < chains.size(); s++) {
            for (int o = 0; o < chains.size(); o++) {
                if (s != o
                        && labels.admit(types.get(s), types.get(o))
                        && (all || RelationCandidates.gap(spans, chains.get(s), chains.get(o)) <= FAR)) {
                    pairs.add(new ChainPair(s, o));
                }
            }
        }
        List<RelationDecoder.Scored> scored = new ArrayList<>();
        int width = network.config().mentionPairs();
        for (int at = 0; at < pairs.size(); at += PAIRS_AT_ONCE) {
            List<ChainPair> some = pairs.subList(at, Math.min(pairs.size(), at + PAIRS_AT_ONCE));
            RelationBatch batch = RelationCandidates.batch(
                    text, spans, chains, some, width, 0, -section.from(), section.from(), section.to());
            try (NDManager scratch = manager.newSubManager()) {
                NDArray gate = network.gate(scratch, vectors, batch, false);
                TextPart part = new TextPart(0, section.to() - section.from(), 0, spans.size(), 0, some.size());
                NDArray products = network.pairs(scratch, vectors, states, mentions, batch, List.of(part), gate, false);
                float[] logits = network.relations(scratch, space.name(), products, false)
                        .toFloatArray();
                int scores = labels.size() + 1;
                float[] alpha = gate.toFloatArray();
                for (int p = 0; p < some.size(); p++) {
                    scored.add(new RelationDecoder.Scored(
                            some.get(p),
                            Arrays.copyOfRange(logits, p * scores, (p + 1) * scores),
                            weights(batch, alpha, p)));
                }
            }
        }
        return relationDecoder.decode(types, scored);
    }

    private static Map<Integer, Double> weights(RelationBatch batch, float[] alpha, int row) {
        int from = row * batch.width();
        int slots = 0;
        while (slots < batch.width() && batch.mask()[from + slots] > 0) {
            slots++;
        }
        int[] subjects = new int[slots];
        int[] objects = new int[slots];
        for (int k = 0; k < slots; k++) {
            subjects[k] = (int) batch.subjects()[from + k];
            objects[k] = (int) batch.objects()[from + k];
        }
        return RelationDecoder.weights(subjects, objects, Arrays.copyOfRange(alpha, from, from + slots));
    }

    /** The vectors of the mentions that say most: names before descriptions, long before short. */
    private List<List<SectionClaims.Sample>> samples(
            NDArray vectors, List<Surface> surfaces, List<List<Integer>> chains) {
        float[] flat = vectors.toFloatArray();
        int size = network.config().mentionSize();
        Comparator<Integer> order = Comparator.comparing(
                        (Integer m) -> !surfaces.get(m).named())
                .thenComparing(m -> -surfaces.get(m).words().size())
                .thenComparing(m -> m);
        return chains.stream()
                .map(chain -> chain.stream()
                        .sorted(order)
                        .limit(SAMPLES)
                        .map(m -> new SectionClaims.Sample(m, Arrays.copyOfRange(flat, m * size, (m + 1) * size)))
                        .toList())
                .toList();
    }
}
