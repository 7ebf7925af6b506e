package org.newsreel.extraction.m3d;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.network.Pixels;

/**
 * A document with its frames and what is true of it. Either may be missing: without pieces the words are missing, and
 * with them all mentions, chains and relations; without frames the pictures are.
 *
 * @param id distinguishes examples; decides which modality training takes away
 * @param pieces word pieces of the whole text, the encoder's first and last special token included; empty when missing
 * @param words where each word's first piece stands in {@code pieces}, ascending
 * @param mentions in the order of the text
 * @param chains how many chains the mentions form; every chain from 0 on has a mention
 * @param relations between chains; a pair may have several
 * @param frames in the order of time
 */
public record M3dExample(
        long id,
        long[] pieces,
        int[] words,
        List<Mention> mentions,
        int chains,
        List<ChainRelation> relations,
        List<Frame> frames) {
    /** A run of words {@code [from, to)} of a type from 0, in a chain from 0. */
    public record Mention(int from, int to, int type, int chain) {
        public Mention {
            if (from < 0 || to <= from || type < 0 || chain < 0) {
                throw new IllegalArgumentException(
                        "no mention: words " + from + " to " + to + ", type " + type + ", chain " + chain);
            }
        }
    }

    /** A relation of a type from 1; {@link M3dNetwork#NONE} stands for no relation. */
    public record ChainRelation(int subject, int object, int type) {}

    /** A picture and what is to be found in it. */
    public record Frame(Pixels pixels, List<Region> regions) {
        public Frame {
            regions = List.copyOf(regions);
        }
    }

    /**
     * A box in a frame.
     *
     * @param type from 1
     * @param x of the centre, in [0, 1] of the frame's width
     * @param y of the centre, in [0, 1] of the frame's height
     * @param width in [0, 1] of the frame's
     * @param height in [0, 1] of the frame's
     * @param chain the chain of the text that it shows, or -1
     */
    public record Region(int type, double x, double y, double width, double height, int chain) {
        public Region {
            for (double value : new double[] {x, y, width, height}) {
                if (!(value >= 0 && value <= 1)) {
                    throw new IllegalArgumentException("a box reaches out of its frame: " + value);
                }
            }
        }

        double[] box() {
            return new double[] {x, y, width, height};
        }
    }

    /** Two chains, in this order. */
    public record Pair(int subject, int object) {}

    public M3dExample {
        mentions = List.copyOf(mentions);
        relations = List.copyOf(relations);
        frames = List.copyOf(frames);
        if (pieces.length == 0 != (words.length == 0)) {
            throw new IllegalArgumentException(
                    "a text of " + pieces.length + " pieces can't have " + words.length + " words");
        }
        if (words.length == 0 && frames.isEmpty()) {
            throw new IllegalArgumentException("a document needs words or frames");
        }
        boolean[] seen = new boolean[chains];
        for (Mention mention : mentions) {
            if (mention.to() > words.length || mention.chain() >= chains) {
                throw new IllegalArgumentException(
                        mention + " does not fit a text of " + words.length + " words and " + chains + " chains");
            }
            seen[mention.chain()] = true;
        }
        for (int chain = 0; chain < chains; chain++) {
            if (!seen[chain]) {
                throw new IllegalArgumentException("chain " + chain + " has no mention");
            }
        }
        for (ChainRelation relation : relations) {
            if (relation.subject() < 0
                    || relation.subject() >= chains
                    || relation.object() < 0
                    || relation.object() >= chains
                    || relation.subject() == relation.object()
                    || relation.type() <= M3dNetwork.NONE) {
                throw new IllegalArgumentException(relation + " does not join two of " + chains + " chains");
            }
        }
    }

    /** All ordered pairs of different chains, by subject, then object: the rows of a network's scores. */
    public List<Pair> pairs() {
        return pairs(chains);
    }

    static List<Pair> pairs(int chains) {
        List<Pair> pairs = new ArrayList<>();
        for (int subject = 0; subject < chains; subject++) {
            for (int object = 0; object < chains; object++) {
                if (subject != object) {
                    pairs.add(new Pair(subject, object));
                }
            }
        }
        return pairs;
    }

    boolean hasText() {
        return words.length > 0;
    }

    boolean hasPictures() {
        return !frames.isEmpty();
    }

    /** The same document when its words are missing. */
    public M3dExample withoutText() {
        List<Frame> bare = frames.stream()
                .map(f -> new Frame(
                        f.pixels(),
                        f.regions().stream()
                                .map(r -> new Region(r.type(), r.x(), r.y(), r.width(), r.height(), -1))
                                .toList()))
                .toList();
        return new M3dExample(id, new long[0], new int[0], List.of(), 0, List.of(), bare);
    }

    /** The same document when its frames are missing. */
    public M3dExample withoutPictures() {
        return new M3dExample(id, pieces, words, mentions, chains, relations, List.of());
    }
}
