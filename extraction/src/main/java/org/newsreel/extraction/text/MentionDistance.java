package org.newsreel.extraction.text;

/** How far apart two mentions stand, in steps that the mention gate can weigh. */
final class MentionDistance {
    /** Eight logarithmic steps in either order, apart for pairs within a sentence and across. */
    static final int STEPS = 32;

    private MentionDistance() {}

    /** Words between two spans; 0 when they touch. */
    static int gap(MentionSpan a, MentionSpan b) {
        return Math.max(0, Math.max(a.from(), b.from()) - Math.min(a.to(), b.to()));
    }

    /** The step of a pair: doubling distances, plus 8 when the object comes first, plus 16 in another sentence. */
    static int step(MentionSpan subject, MentionSpan object, boolean sameSentence) {
        int log = Integer.SIZE - Integer.numberOfLeadingZeros(gap(subject, object));
        return Math.min(log, 7) + (object.from() < subject.from() ? 8 : 0) + (sameSentence ? 0 : 16);
    }
}
