package org.newsreel.extraction.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.newsreel.extraction.encoder.Words;

/**
 * Reads a text of any length section by section and joins what the sections hold. Chains of different sections are
 * joined by the mean link score of up to three mentions of each, where they share a word; a relation must be told inside
 * one section, and one that several sections tell keeps the evidence of the surest.
 */
final class DocumentReader {
    /** Chains of other sections that share a word with a chain and are compared with it. */
    private static final int COMPARED = 16;

    private final TextNetwork network;
    private final RelationLabels labels;
    private final SectionReader sections;

    DocumentReader(TextNetwork network, LabelSpace space) {
        this.network = network;
        this.labels = new RelationLabels(space.relations());
        this.sections = new SectionReader(network, space);
    }

    /** All claims of a text, as one section. */
    SectionClaims read(Words text) {
        return join(Section.of(text).stream()
                .map(s -> sections.read(text, s, Optional.empty(), Optional.empty()))
                .toList());
    }

    /**
     * Chains and relations over given mentions.
     *
     * @param chains taken as they are when present; then the text must fit into one section
     */
    SectionClaims read(Words text, List<FoundMention> mentions, Optional<List<List<Integer>>> chains) {
        List<Section> cuts = Section.of(text);
        if (chains.isPresent() && cuts.size() > 1) {
            throw new IllegalArgumentException(
                    "given chains need a text of at most " + Section.LONGEST + " words, not " + text.count());
        }
        List<SectionClaims> read = new ArrayList<>();
        for (Section cut : cuts) {
            List<FoundMention> inside = mentions.stream()
                    .filter(m -> m.span().from() >= cut.from() && m.span().from() < cut.to())
                    .map(m -> new FoundMention(
                            new MentionSpan(
                                    m.span().type(),
                                    m.span().from(),
                                    Math.min(cut.to(), m.span().to())),
                            m.confidence()))
                    .toList();
            read.add(sections.read(text, cut, Optional.of(inside), chains));
        }
        return join(read);
    }

    private SectionClaims join(List<SectionClaims> read) {
        if (read.size() == 1) {
            return read.get(0);
        }
        List<FoundMention> mentions = new ArrayList<>();
        List<Surface> surfaces = new ArrayList<>();
        List<List<Integer>> parts = new ArrayList<>();
        List<List<SectionClaims.Sample>> samples = new ArrayList<>();
        List<FoundRelation> told = new ArrayList<>();
        for (SectionClaims section : read) {
            int firstMention = mentions.size();
            int firstChain = parts.size();
            mentions.addAll(section.mentions());
            surfaces.addAll(section.surfaces());
            section.chains()
                    .forEach(
                            c -> parts.add(c.stream().map(m -> m + firstMention).toList()));
            section.samples()
                    .forEach(s -> samples.add(s.stream()
                            .map(one -> new SectionClaims.Sample(one.mention() + firstMention, one.vector()))
                            .toList()));
            section.relations().forEach(r -> told.add(shifted(r, firstChain, firstMention)));
        }
        List<List<Integer>> groups = Clustering.of(
                parts.size(), links(surfaces, samples, read), network.config().chainThreshold());
        int[] groupOf = new int[parts.size()];
        List<List<Integer>> chains = new ArrayList<>();
        for (List<Integer> group : groups) {
            group.forEach(part -> groupOf[part] = chains.size());
            chains.add(
                    group.stream().flatMap(p -> parts.get(p).stream()).sorted().toList());
        }
        return new SectionClaims(mentions, surfaces, chains, merged(told, groupOf), List.of());
    }

    private static FoundRelation shifted(FoundRelation relation, int firstChain, int firstMention) {
        Map<Integer, Double> weights = new TreeMap<>();
        relation.weights().forEach((m, w) -> weights.put(m + firstMention, w));
        ChainPair pair = new ChainPair(
                relation.pair().subject() + firstChain, relation.pair().object() + firstChain);
        return new FoundRelation(pair, relation.type(), relation.confidence(), weights);
    }

    private List<FoundRelation> merged(List<FoundRelation> told, int[] groupOf) {
        record Key(int subject, int object, int type) {}
        Map<Key, FoundRelation> best = new TreeMap<>(java.util.Comparator.comparingInt(Key::subject)
                .thenComparingInt(Key::object)
                .thenComparingInt(Key::type));
        for (FoundRelation relation : told) {
            int subject = groupOf[relation.pair().subject()];
            int object = groupOf[relation.pair().object()];
            boolean turn = labels.symmetric(relation.type()) && subject > object;
            ChainPair pair = turn ? new ChainPair(object, subject) : new ChainPair(subject, object);
            if (subject != object) {
                best.merge(
                        new Key(pair.subject(), pair.object(), relation.type()),
                        new FoundRelation(pair, relation.type(), relation.confidence(), relation.weights()),
                        (a, b) -> a.confidence() >= b.confidence() ? a : b);
            }
        }
        return List.copyOf(best.values());
    }

    /** Scores between chains of different sections. */
    private List<Clustering.Link> links(
            List<Surface> surfaces, List<List<SectionClaims.Sample>> samples, List<SectionClaims> read) {
        int[] sectionOf = new int[samples.size()];
        int chain = 0;
        for (int s = 0; s < read.size(); s++) {
            for (int c = 0; c < read.get(s).chains().size(); c++) {
                sectionOf[chain++] = s;
            }
        }
        Map<String, List<Integer>> byWord = new HashMap<>();
        List<Clustering.Link> links = new ArrayList<>();
        for (int later = 0; later < samples.size(); later++) {
            TreeSet<Integer> earlier = new TreeSet<>();
            TreeSet<String> words = new TreeSet<>();
            for (SectionClaims.Sample sample : samples.get(later)) {
                Surface surface = surfaces.get(sample.mention());
                if (surface.named()) {
                    surface.words().forEach(w -> words.add(surface.type() + " " + w));
                }
            }
            for (String word : words) {
                List<Integer> sharing = byWord.computeIfAbsent(word, k -> new ArrayList<>());
                earlier.addAll(sharing.subList(Math.max(0, sharing.size() - COMPARED), sharing.size()));
                sharing.add(later);
            }
            for (int first : earlier) {
                if (sectionOf[first] != sectionOf[later]) {
                    links.add(
                            new Clustering.Link(first, later, score(surfaces, samples.get(first), samples.get(later))));
                }
            }
        }
        return links;
    }

    private double score(List<Surface> surfaces, List<SectionClaims.Sample> earlier, List<SectionClaims.Sample> later) {
        List<Surface> both = new ArrayList<>();
        float[] vectors =
                new float[(earlier.size() + later.size()) * network.config().mentionSize()];
        int at = 0;
        for (SectionClaims.Sample sample :
                java.util.stream.Stream.concat(earlier.stream(), later.stream()).toList()) {
            both.add(surfaces.get(sample.mention()));
            System.arraycopy(sample.vector(), 0, vectors, at, sample.vector().length);
            at += sample.vector().length;
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            for (int j = 0; j < later.size(); j++) {
                pairs.add(new int[] {i, earlier.size() + j});
            }
        }
        try (NDManager scratch = network.manager().newSubManager()) {
            NDArray array = scratch.create(
                    vectors, new Shape(both.size(), network.config().mentionSize()));
            double sum = 0;
            for (float logit : network.links(scratch, array, LinkCandidates.batch(both, pairs, 0), false)
                    .toFloatArray()) {
                sum += 1 / (1 + Math.exp(-logit));
            }
            return sum / pairs.size();
        }
    }
}
