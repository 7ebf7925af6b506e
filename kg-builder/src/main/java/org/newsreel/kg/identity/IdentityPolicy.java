package org.newsreel.kg.identity;

/**
 * When two entities are one. All counts are bounds that keep the cost of an item independent of the graph; what lies
 * beyond them is passed over, whatever the order of ingest was.
 *
 * @param merge score from which two entities are one, in (0, 1]
 * @param possible score from which a pair is kept for review, at most {@code merge}
 * @param margin by how much the better of two candidates that exclude each other must lead
 * @param crowded names in one block beyond which it finds nothing
 * @param common items beyond which an entity says nothing about those it occurs with, at most {@link #KNOWN}
 */
public record IdentityPolicy(double merge, double possible, double margin, int crowded, int common) {
    /** Items beyond which nobody counts how well known an entity is. */
    public static final int KNOWN = 64;

    /** What stores use: set on made news of other seeds than those measured (decisions/0012). */
    public static final IdentityPolicy STANDARD = new IdentityPolicy(0.70, 0.50, 0.08, 120, 40);

    public IdentityPolicy {
        if (!(merge > 0 && merge <= 1 && possible > 0 && possible <= merge && margin >= 0)) {
            throw new IllegalArgumentException(
                    "scores must obey 0 < possible <= merge <= 1 but are " + possible + " and " + merge);
        }
        if (crowded < 1 || common < 1 || common > KNOWN) {
            throw new IllegalArgumentException(
                    "crowded must be at least 1 and common from 1 to " + KNOWN + ": " + crowded + ", " + common);
        }
    }
}
