package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.dgfpt.DgfPtExample;
import org.newsreel.extraction.dgfpt.MarkedSentence;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.hmnet.HmnetExample;
import org.newsreel.extraction.hvformer.HvformerExample;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.pair.MarkedPost;
import org.newsreel.extraction.pair.PairReader;
import org.newsreel.extraction.pair.TokenRange;
import org.newsreel.extraction.voter.SentencePairs.Asked;

/**
 * How a network of posts reads a sentence with a pair.
 *
 * @param <E> what it reads
 */
interface PostForm<E> {
    /**
     * A pair in the network's form.
     *
     * @param words for each token that the network's evidence counts, which word of the text it is
     */
    record Formed<E>(E example, int[] words) {}

    Formed<E> of(Words words, Asked asked, Optional<Pixels> picture);

    /** HMNeT's. */
    static PostForm<HmnetExample> hmnet(PairReader reader) {
        return (words, asked, picture) -> {
            MarkedPost post = marked(reader, words, asked, picture);
            return new Formed<>(HmnetExample.of(post.post()), inText(post, asked));
        };
    }

    /** HVFormer's. */
    static PostForm<HvformerExample> hvformer(PairReader reader) {
        return (words, asked, picture) -> {
            MarkedPost post = marked(reader, words, asked, picture);
            return new Formed<>(HvformerExample.of(post.post()), inText(post, asked));
        };
    }

    /** DGF-PT's, without captions and objects, as it is trained. */
    static PostForm<DgfPtExample> dgfpt(int mostPieces) {
        return (words, asked, picture) -> {
            MarkedSentence sentence = MarkedSentence.of(
                    words, asked.from(), asked.to(), asked.headWords(), asked.tailWords(), mostPieces);
            int[] of = new int[sentence.pieces().length];
            int word = asked.from();
            for (int p = 0; p < of.length; p++) {
                while (words.firstPiece(word + 1) <= sentence.from() + p) {
                    word++;
                }
                of[p] = word;
            }
            DgfPtExample example = new DgfPtExample(
                    sentence.pieces(), sentence.head(), sentence.tail(), -1, -1, picture, List.of(), new int[0], 0);
            return new Formed<>(example, of);
        };
    }

    private static MarkedPost marked(PairReader reader, Words words, Asked asked, Optional<Pixels> picture) {
        List<String> tokens = new ArrayList<>();
        for (int w = asked.from(); w < asked.to(); w++) {
            tokens.add(words.word(w));
        }
        return MarkedPost.of(
                reader,
                tokens,
                range(asked.headWords(), asked.from()),
                range(asked.tailWords(), asked.from()),
                picture);
    }

    private static TokenRange range(int[] words, int from) {
        return new TokenRange(words[0] - from, words[1] - from);
    }

    private static int[] inText(MarkedPost post, Asked asked) {
        int[] words = post.tokens().clone();
        for (int t = 0; t < words.length; t++) {
            words[t] += asked.from();
        }
        return words;
    }
}
