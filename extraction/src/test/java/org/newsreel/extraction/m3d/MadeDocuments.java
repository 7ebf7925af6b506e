package org.newsreel.extraction.m3d;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.newsreel.extraction.network.Pixels;

/** Small documents in which words tell types, chains and relations, and colours tell regions. */
final class MadeDocuments {
    static final int VOCABULARY = 40;
    static final int SIDE = 32;

    private MadeDocuments() {}

    static M3dConfig config() {
        return M3dConfig.tiny(VOCABULARY, 2, 3, 2);
    }

    /** {@code words} from 8 on; three chains, two of which have two mentions; frames with one or no region. */
    static M3dExample document(long id, int words, int frames) {
        Random random = new Random(id);
        long[] pieces = new long[words + 2];
        int[] at = new int[words];
        pieces[0] = 1;
        pieces[words + 1] = 2;
        for (int i = 0; i < words; i++) {
            at[i] = i + 1;
            pieces[i + 1] = 20 + random.nextInt(20);
        }
        int type = random.nextInt(2);
        pieces[1] = 3 + type;
        pieces[2] = 5;
        pieces[5] = 3 + type;
        pieces[6] = 6;
        pieces[8] = 7 + type;
        List<M3dExample.Mention> mentions = List.of(
                new M3dExample.Mention(0, 2, type, 0),
                new M3dExample.Mention(4, 5, type, 0),
                new M3dExample.Mention(5, 6, 1 - type, 1),
                new M3dExample.Mention(7, 8, type, 2));
        List<M3dExample.ChainRelation> relations = List.of(
                new M3dExample.ChainRelation(0, 1, 1 + type),
                new M3dExample.ChainRelation(0, 2, 3),
                new M3dExample.ChainRelation(0, 2, 1));
        List<M3dExample.Frame> film = new ArrayList<>();
        for (int f = 0; f < frames; f++) {
            film.add(frame(random, f % 3 < 2));
        }
        return new M3dExample(id, pieces, at, mentions, 3, relations, film);
    }

    private static M3dExample.Frame frame(Random random, boolean shows) {
        float[] values = new float[3 * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 0.1f;
        }
        if (!shows) {
            return new M3dExample.Frame(new Pixels(SIDE, SIDE, values), List.of());
        }
        int type = random.nextInt(2);
        boolean left = random.nextBoolean();
        for (int y = 8; y < 24; y++) {
            for (int x = left ? 0 : 16; x < (left ? 16 : 32); x++) {
                values[type * SIDE * SIDE + y * SIDE + x] = 2;
            }
        }
        return new M3dExample.Frame(
                new Pixels(SIDE, SIDE, values),
                List.of(new M3dExample.Region(1 + type, left ? 0.25 : 0.75, 0.5, 0.5, 0.5, 0)));
    }

    static List<M3dExample> documents(int count) {
        List<M3dExample> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(document(i, 8 + i % 4, 1 + i % 2));
        }
        return all;
    }
}
