package org.newsreel.extraction.chinese;

import java.util.List;
import org.newsreel.extraction.chinese.MentionView.Gender;

/** Features of a pair of mentions of one type, the earlier first. */
final class LinkFeatures {
    private LinkFeatures() {}

    static int bucket(int value) {
        return value <= 3
                ? value
                : value <= 5 ? 4 : value <= 8 ? 5 : value <= 14 ? 6 : value <= 25 ? 7 : value <= 60 ? 8 : 9;
    }

    static int common(String a, String b) {
        int best = 0;
        int[] row = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= b.length(); j++) {
                int old = row[j];
                row[j] = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal + 1 : 0;
                best = Math.max(best, row[j]);
                diagonal = old;
            }
        }
        return best;
    }

    static int[] of(ChineseText text, List<MentionView> all, int i, int j, Features f) {
        MentionView a = all.get(i);
        MentionView b = all.get(j);
        int ty = a.type().ordinal();
        int kind = (a.named() ? 2 : 0) + (b.named() ? 1 : 0);
        boolean same = a.text().equals(b.text());
        int lcs = common(a.text(), b.text());
        int shorter = Math.min(a.text().length(), b.text().length());
        int overlap = lcs < 2 ? 0 : lcs == shorter ? 3 : 2 * lcs >= shorter ? 2 : 1;
        int relation = same ? 4 : overlap;
        boolean names = a.named() && b.named();
        int nameLcs = names ? common(a.name(), b.name()) : 0;
        int nameShorter = names ? Math.min(a.name().length(), b.name().length()) : 0;
        int nameRelation = !names
                ? 0
                : a.name().equals(b.name())
                        ? 5
                        : nameLcs == nameShorter && nameLcs > 1 ? 4 : nameLcs == nameShorter ? 3 : nameLcs >= 2 ? 2 : 1;
        int between = 0;
        int sameBetween = 0;
        int namesBetween = 0;
        for (int k = i + 1; k < j; k++) {
            MentionView m = all.get(k);
            if (m.type() == a.type()) {
                between++;
                if (m.text().equals(b.text())) {
                    sameBetween++;
                }
                if (m.named()) {
                    namesBetween++;
                }
            }
        }
        int countA = 0;
        int countB = 0;
        boolean firstOfB = true;
        for (int k = 0; k < all.size(); k++) {
            if (all.get(k).text().equals(a.text())) {
                countA++;
            }
            if (all.get(k).text().equals(b.text())) {
                countB++;
                if (k < j) {
                    firstOfB = false;
                }
            }
        }
        int gap = Math.max(0, b.start() - a.end());
        int sentences = Math.min(4, b.sentence() - a.sentence());
        int genders =
                a.gender() == Gender.UNKNOWN || b.gender() == Gender.UNKNOWN ? 0 : a.gender() == b.gender() ? 1 : 2;
        boolean sameHead = a.head().equals(b.head());
        int distance = bucket(between);
        f.of(0).and(ty).and(kind).add();
        f.of(1).and(ty).and(kind).and(relation).add();
        f.of(2).and(ty).and(relation).and(Math.min(5, shorter)).add();
        f.of(3).and(ty).and(kind).and(nameRelation).and(relation).add();
        f.of(4).and(kind).and(distance).add();
        f.of(5).and(ty).and(kind).and(relation).and(distance).add();
        f.of(6).and(ty).and(kind).and(sentences).add();
        f.of(7)
                .and(relation)
                .and(a.article().ordinal())
                .and(b.article().ordinal())
                .add();
        f.of(8).and(kind).and(genders).and(relation).add();
        f.of(9)
                .and(kind)
                .and(a.plural() ? 1 : 0)
                .and(b.plural() ? 1 : 0)
                .and(relation)
                .add();
        f.of(10).and(ty).and(kind).and(sameHead ? 1 : 0).and(relation).add();
        f.of(11).and(ty).and(kind).and(a.code(2)).and(b.code(2)).add();
        f.of(12).and(a.code(4)).and(b.code(4)).and(relation == 0 ? 0 : 1).add();
        f.of(13)
                .and(kind)
                .and(Math.min(4, countA))
                .and(Math.min(4, countB))
                .and(relation)
                .add();
        f.of(14).and(kind).and(firstOfB ? 1 : 0).and(relation).add();
        f.of(15).and(Math.min(3, sameBetween)).and(relation).add();
        f.of(16).and(kind).and(Math.min(3, namesBetween)).and(relation).add();
        if (gap <= 4) {
            String middle = text.text().substring(Math.min(a.end(), b.start()), b.start());
            f.of(17).and(kind).and(middle).add();
            f.of(18).and(middle).and(relation == 0 ? 0 : 1).add();
            f.of(19).and(ty).and(kind).and(gap).and(relation).add();
        }
        f.of(20).and(kind).and(bucket(gap)).and(relation).add();
        int owners = a.owner().isEmpty() || b.owner().isEmpty()
                ? (a.owner().isEmpty() ? 0 : 1) + (b.owner().isEmpty() ? 0 : 2)
                : a.owner().equals(b.owner()) ? 4 : 5;
        f.of(21).and(owners).and(relation).add();
        f.of(22).and(owners).and(kind).and(sameHead ? 1 : 0).add();
        if (relation == 0 && !(a.named() && b.named())) {
            f.of(23)
                    .and(a.named() ? "名" : a.head())
                    .and(b.named() ? "名" : b.head())
                    .add();
        }
        if (same) {
            f.of(24).and(a.head()).add();
            f.of(25).and(ty).and(a.code(4)).add();
            f.of(26).and(kind).and(bucket(gap)).and(b.article().ordinal()).add();
        }
        f.of(27).and(kind).and(text.at(b.end())).and(relation == 0 ? 0 : 1).add();
        f.of(28)
                .and(kind)
                .and(text.at(b.start() - 1))
                .and(relation == 0 ? 0 : 1)
                .add();
        f.of(29).and(kind).and(text.at(a.end())).and(relation == 0 ? 0 : 1).add();
        f.of(30)
                .and(kind)
                .and(text.at(a.start() - 1))
                .and(relation == 0 ? 0 : 1)
                .add();
        f.of(31)
                .and(kind)
                .and(lcs == 0 ? 0 : 1)
                .and(relation)
                .and(nameRelation)
                .and(Math.min(6, a.text().length()))
                .and(Math.min(6, b.text().length()))
                .add();
        if (i == 0) {
            f.of(32).and(kind).and(relation).add();
        }
        if (names && nameRelation == 1) {
            f.of(33).and(ty).add();
        }
        if (lcs >= 2) {
            f.of(34)
                    .and(ty)
                    .and(a.text().startsWith(b.text()) ? 1 : 0)
                    .and(a.text().endsWith(b.text()) ? 1 : 0)
                    .and(b.text().startsWith(a.text()) ? 1 : 0)
                    .and(b.text().endsWith(a.text()) ? 1 : 0)
                    .add();
        }
        return f.take();
    }
}
