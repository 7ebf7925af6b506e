package org.newsreel.extraction.chinese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.ontology.claim.EntityType;

/** Pairs of chains of one text, and what speaks for a relation between them. Not for several threads. */
public final class ChinesePairs {
    /** How many pairs of mentions stand for a pair of chains. */
    private static final int NEAREST = 3;

    /** Chains that never come nearer than this many characters are not asked for relations. */
    private static final int FAR = 400;

    /** A mention of the subject, one of the object, and the characters between them. */
    record Pair(int subject, int object, int gap) {}

    private final ChineseText text;
    private final Cilin cilin;
    private final List<MentionView> mentions;
    private final List<List<Integer>> chains;
    private final Features f = new Features();

    ChinesePairs(ChineseMentions mentions, List<List<Integer>> chains) {
        this.text = mentions.text();
        this.cilin = text.cilin();
        this.mentions = mentions.views();
        this.chains = chains;
    }

    /** The ordered pairs of chains, near enough, that some relation type admits. */
    public List<ChainPair> candidates(RelationLabels labels) {
        List<ChainPair> pairs = new ArrayList<>();
        for (int s = 0; s < chains.size(); s++) {
            for (int o = 0; o < chains.size(); o++) {
                if (s != o
                        && labels.admit(type(s), type(o))
                        && nearest(s, o).get(0).gap() <= FAR) {
                    pairs.add(new ChainPair(s, o));
                }
            }
        }
        return pairs;
    }

    /**
     * Whether a type is to be scored for a pair: the schema admits it, and of a symmetric type's two directions only the
     * one from the chain that comes first.
     */
    public boolean asks(RelationLabels labels, int type, ChainPair pair) {
        EntityType subject = type(pair.subject());
        EntityType object = type(pair.object());
        boolean turned = labels.symmetric(type) && subject == object && pair.subject() > pair.object();
        return labels.admits(type, subject, object) && !turned;
    }

    private EntityType type(int chain) {
        return mentions.get(chains.get(chain).get(0)).type();
    }

    /** The nearest pairs of mentions, nearest first. */
    private List<Pair> nearest(int s, int o) {
        List<Pair> pairs = new ArrayList<>();
        for (int i : chains.get(s)) {
            for (int j : chains.get(o)) {
                MentionView a = mentions.get(i);
                MentionView b = mentions.get(j);
                pairs.add(new Pair(i, j, Math.max(0, Math.max(b.start() - a.end(), a.start() - b.end()))));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::gap)
                .thenComparingInt(Pair::subject)
                .thenComparingInt(Pair::object));
        return pairs.subList(0, Math.min(NEAREST, pairs.size()));
    }

    private String code(String word, int length) {
        return Cilin.first(cilin.ofEnding(word), length);
    }

    /** The nearest mentions of a pair of chains. */
    List<Pair> nearest(ChainPair pair) {
        return nearest(pair.subject(), pair.object());
    }

    /** The features of a pair. */
    public int[] features(ChainPair chainPair) {
        int s = chainPair.subject();
        int o = chainPair.object();
        List<Pair> pairs = nearest(s, o);
        f.of(0).add();
        int rank = 0;
        for (Pair pair : pairs) {
            pair(pair, rank++);
        }
        Pair near = pairs.get(0);
        int order = mentions.get(near.subject()).start()
                        < mentions.get(near.object()).start()
                ? 0
                : 1;
        boolean namedS = false;
        boolean namedO = false;
        boolean shared = false;
        boolean surname = false;
        for (int i : chains.get(s)) {
            MentionView a = mentions.get(i);
            namedS |= a.named();
            f.of(1).and(a.head()).add();
            f.of(2).and(a.code(4)).add();
        }
        for (int j : chains.get(o)) {
            MentionView b = mentions.get(j);
            namedO |= b.named();
            f.of(3).and(b.head()).add();
            f.of(4).and(b.code(4)).add();
            for (int i : chains.get(s)) {
                MentionView a = mentions.get(i);
                if (a.named() && b.named()) {
                    shared |= LinkFeatures.common(a.name(), b.name()) >= 2;
                    surname |= a.name().charAt(0) == b.name().charAt(0)
                            && a.name().length() <= 3
                            && b.name().length() <= 3
                            && !a.name().equals(b.name());
                }
            }
        }
        for (int i : chains.get(s)) {
            for (int j : chains.get(o)) {
                MentionView a = mentions.get(i);
                MentionView b = mentions.get(j);
                if (!a.named() || !b.named()) {
                    f.of(5)
                            .and(a.named() ? "名" : a.code(4))
                            .and(b.named() ? "名" : b.code(4))
                            .add();
                    f.of(6)
                            .and(a.named() ? "名" : a.head())
                            .and(b.named() ? "名" : b.head())
                            .add();
                }
                owner(a, b, 10);
                owner(b, a, 20);
            }
        }
        pronoun(s, o, 30);
        pronoun(o, s, 40);
        f.of(50).and(namedS ? 1 : 0).and(namedO ? 1 : 0).add();
        f.of(51).and(LinkFeatures.bucket(chains.get(s).size())).add();
        f.of(52).and(LinkFeatures.bucket(chains.get(o).size())).add();
        f.of(53).and(LinkFeatures.bucket(near.gap())).and(order).add();
        f.of(54).and(shared ? 1 : 0).and(surname ? 1 : 0).add();
        f.of(55).and(order).and(sentences(near)).add();
        int together = 0;
        for (int i : chains.get(s)) {
            for (int j : chains.get(o)) {
                if (mentions.get(i).sentence() == mentions.get(j).sentence()) {
                    together++;
                }
            }
        }
        f.of(56).and(Math.min(4, together)).add();
        f.of(57)
                .and(Math.min(4, together))
                .and(namedS ? 1 : 0)
                .and(namedO ? 1 : 0)
                .and(LinkFeatures.bucket(near.gap()))
                .add();
        f.of(58).and(rank(s)).and(rank(o)).add();
        f.of(59).and(LinkFeatures.bucket(chains.size())).add();
        return f.take();
    }

    private int rank(int c) {
        int bigger = 0;
        for (int k = 0; k < chains.size(); k++) {
            if (mentions.get(chains.get(k).get(0)).type()
                            == mentions.get(chains.get(c).get(0)).type()
                    && (chains.get(k).size() > chains.get(c).size()
                            || chains.get(k).size() == chains.get(c).size() && k < c)) {
                bigger++;
            }
        }
        return Math.min(3, bigger);
    }

    private int sentences(Pair p) {
        return Math.min(
                3,
                Math.abs(mentions.get(p.subject()).sentence()
                        - mentions.get(p.object()).sentence()));
    }

    private void owner(MentionView a, MentionView b, int t) {
        if (b.owner().length() > 1 && (a.text().endsWith(b.owner()) || b.owner().endsWith(a.text()))) {
            f.of(t).and(b.head()).add();
            f.of(t + 1).and(b.code(4)).add();
            f.of(t + 2).add();
        }
        if (b.start() - a.end() <= 1 && b.start() >= a.end() && (b.start() == a.end() || text.at(a.end()) == '的')) {
            f.of(t + 3).and(b.start() - a.end()).and(b.head()).add();
            f.of(t + 4)
                    .and(b.start() - a.end())
                    .and(b.code(4))
                    .and(b.named() ? 1 : 0)
                    .add();
            f.of(t + 5)
                    .and(b.start() - a.end())
                    .and(a.head())
                    .and(b.named() ? 1 : 0)
                    .add();
            f.of(t + 6)
                    .and(b.start() - a.end())
                    .and(a.code(4))
                    .and(b.named() ? 1 : 0)
                    .add();
        }
    }

    /** A description such as 他的妻子 in one chain, whose owner may be the other. */
    private void pronoun(int s, int o, int t) {
        for (int j : chains.get(o)) {
            MentionView b = mentions.get(j);
            boolean kin = b.code(2).equals("Ah") || b.code(2).equals("Aj");
            boolean pronoun = b.owner().length() == 1;
            if (!kin && !pronoun) {
                continue;
            }
            // The nearest person before that is not this chain.
            int before = -1;
            for (int k = j - 1; k >= 0 && before < 0; k--) {
                if (mentions.get(k).type() == b.type() && !chains.get(o).contains(k)) {
                    before = k;
                }
            }
            boolean nearest = before >= 0 && chains.get(s).contains(before);
            f.of(t)
                    .and(kin ? 1 : 0)
                    .and(pronoun ? 1 : 0)
                    .and(nearest ? 1 : 0)
                    .and(rank(s))
                    .add();
            f.of(t + 1)
                    .and(b.head())
                    .and(nearest ? 1 : 0)
                    .and(Math.min(1, rank(s)))
                    .add();
            f.of(t + 2).and(b.code(4)).and(nearest ? 1 : 0).and(pronoun ? 1 : 0).add();
        }
    }

    private void pair(Pair p, int rank) {
        MentionView s = mentions.get(p.subject());
        MentionView o = mentions.get(p.object());
        int order = s.start() < o.start() ? 0 : 1;
        MentionView a = order == 0 ? s : o;
        MentionView b = order == 0 ? o : s;
        int t = rank == 0 ? 100 : 200;
        int from = Math.min(a.end(), b.start());
        int gap = b.start() - from;
        int same = sentences(p);
        f.of(t).and(order).and(LinkFeatures.bucket(gap)).and(same).add();
        f.of(t + 1).and(order).and(s.code(4)).and(o.code(4)).add();
        f.of(t + 2)
                .and(order)
                .and(s.named() ? 1 : 0)
                .and(o.named() ? 1 : 0)
                .and(LinkFeatures.bucket(gap))
                .add();
        if (gap <= 6) {
            String middle = text.text().substring(from, b.start());
            f.of(t + 3).and(order).and(middle).add();
            f.of(t + 4).and(order).and(middle).and(o.code(4)).add();
            f.of(t + 5).and(order).and(middle).and(s.code(4)).add();
            f.of(t + 6)
                    .and(order)
                    .and(middle)
                    .and(s.named() ? "名" : s.head())
                    .and(o.named() ? "名" : o.head())
                    .add();
        }
        if (same > 1 || gap > 60) {
            return;
        }
        Segmentation layer = text.words();
        int between = 0;
        for (int i = from; i < b.start(); ) {
            Segmentation.Word w = layer.wordAt(i);
            f.of(t + 7).and(order).and(w.text()).add();
            f.of(t + 8).and(order).and(code(w.text(), 4)).add();
            f.of(t + 9).and(w.text()).add();
            if (w.tag().startsWith("v") || w.tag().startsWith("p")) {
                f.of(t + 18)
                        .and(order)
                        .and(w.text())
                        .and(same)
                        .and(s.named() ? 1 : 0)
                        .and(o.named() ? 1 : 0)
                        .add();
            }
            i = w.end();
        }
        for (MentionView m : mentions) {
            if (m.start() >= a.end() && m.end() <= b.start()) {
                between++;
            }
        }
        f.of(t + 10).and(order).and(Math.min(4, between)).add();
        int wa = layer.indexAt(a.start());
        int wb = layer.indexAt(b.end() - 1);
        f.of(t + 11).and(order).and(layer.word(wa - 1).text()).add();
        f.of(t + 12).and(order).and(layer.word(wa - 2).text()).add();
        f.of(t + 13).and(order).and(layer.word(wb + 1).text()).add();
        f.of(t + 14).and(order).and(layer.word(wb + 2).text()).add();
        f.of(t + 15).and(order).and(code(layer.word(wb + 1).text(), 4)).add();
        int wl = layer.indexAt(b.start());
        f.of(t + 16).and(order).and(layer.word(wl - 1).text()).add();
        f.of(t + 17)
                .and(order)
                .and(layer.word(layer.indexAt(a.end() - 1) + 1).text())
                .add();
        // The words of the sentence after the later mention.
        for (int i = b.end(); i < text.length() && i < b.end() + 12 && text.sentence(i) == b.sentence(); ) {
            Segmentation.Word w = layer.wordAt(i);
            f.of(t + 19).and(order).and(w.text()).add();
            f.of(t + 20).and(order).and(code(w.text(), 4)).add();
            i = w.end();
        }
    }
}
