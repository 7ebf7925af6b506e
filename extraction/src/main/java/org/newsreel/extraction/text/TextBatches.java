package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.encoder.Words;

/**
 * Collects the mentions, links and chain pairs of several texts whose states lie one after the other, so that each head
 * runs once for all of them.
 */
public final class TextBatches {
    private final TextNetworkConfig config;
    private final List<MentionBatch> mentions = new ArrayList<>();
    private final List<LinkBatch> links = new ArrayList<>();
    private final List<RelationBatch> relations = new ArrayList<>();
    private final List<TextPart> parts = new ArrayList<>();
    private int pairOffset;
    private int mentionOffset;
    private Words text;
    private List<MentionSpan> spans;
    private int textOffset;
    private int row;

    public TextBatches(TextNetworkConfig config) {
        this.config = config;
    }

    /**
     * Adds a text with its mentions.
     *
     * @param stateRow row of the state of its first word
     * @return the pairs of its mentions whose links will be scored, by index among its mentions
     */
    public List<int[]> addText(Words words, List<MentionSpan> found, int stateRow) {
        text = words;
        spans = found;
        row = stateRow;
        textOffset = mentionOffset;
        mentions.add(MentionBatch.of(found, stateRow));
        List<Surface> surfaces =
                found.stream().map(span -> Surface.of(words, span)).toList();
        List<int[]> pairs = LinkCandidates.pairs(surfaces);
        links.add(LinkCandidates.batch(surfaces, pairs, textOffset));
        mentionOffset += found.size();
        return pairs;
    }

    /** Adds pairs of chains of the text that was added last. Chains hold indexes among its mentions. */
    public void addRelations(List<List<Integer>> chains, List<ChainPair> pairs) {
        relations.add(RelationCandidates.batch(
                text, spans, chains, pairs, config.mentionPairs(), textOffset, row, 0, text.count()));
        parts.add(new TextPart(row, text.count(), textOffset, spans.size(), pairOffset, pairs.size()));
        pairOffset += pairs.size();
    }

    /** Where the texts with chain pairs lie. */
    public List<TextPart> parts() {
        return List.copyOf(parts);
    }

    public MentionBatch mentions() {
        return new MentionBatch(
                join(mentions.stream().map(MentionBatch::starts).toList()),
                join(mentions.stream().map(MentionBatch::ends).toList()),
                join(mentions.stream().map(MentionBatch::types).toList()));
    }

    public LinkBatch links() {
        return new LinkBatch(
                join(links.stream().map(LinkBatch::first).toList()),
                join(links.stream().map(LinkBatch::second).toList()),
                joinFloats(links.stream().map(LinkBatch::features).toList()));
    }

    public RelationBatch relations() {
        return new RelationBatch(
                relations.stream().mapToInt(RelationBatch::size).sum(),
                config.mentionPairs(),
                join(relations.stream().map(RelationBatch::subjects).toList()),
                join(relations.stream().map(RelationBatch::objects).toList()),
                join(relations.stream().map(RelationBatch::steps).toList()),
                joinFloats(relations.stream().map(RelationBatch::mask).toList()),
                join(relations.stream().map(RelationBatch::from).toList()),
                join(relations.stream().map(RelationBatch::to).toList()),
                joinFloats(relations.stream().map(RelationBatch::near).toList()));
    }

    private static long[] join(List<long[]> parts) {
        long[] all = new long[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (long[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static float[] joinFloats(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
