package org.newsreel.extraction.m3d;

import java.util.ArrayList;
import java.util.List;

/** BIO tags: 0 is O; type {@code k} has B at {@code 1 + 2k} and I at {@code 2 + 2k}. */
final class Tags {
    private Tags() {}

    /** The tags of {@code words} words. */
    static int[] of(List<M3dExample.Mention> mentions, int words) {
        int[] tags = new int[words];
        for (M3dExample.Mention mention : mentions) {
            for (int w = mention.from(); w < mention.to(); w++) {
                tags[w] = 2 + 2 * mention.type();
            }
            tags[mention.from()]--;
        }
        return tags;
    }

    /** The mentions of tags, each in a chain of its own; an I that continues nothing begins a mention. */
    static List<M3dExample.Mention> mentions(int[] tags) {
        List<M3dExample.Mention> mentions = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= tags.length; i++) {
            boolean continues = from >= 0 && i < tags.length && tags[i] == inside(tags[i - 1]);
            if (from >= 0 && !continues) {
                mentions.add(new M3dExample.Mention(from, i, (tags[from] - 1) / 2, mentions.size()));
                from = -1;
            }
            if (from < 0 && i < tags.length && tags[i] > 0) {
                from = i;
            }
        }
        return mentions;
    }

    private static int inside(int tag) {
        return tag + tag % 2;
    }
}
