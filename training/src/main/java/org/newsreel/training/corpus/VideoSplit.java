package org.newsreel.training.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The fixed division of M3D's English development set, by video, so that no video is in two parts. A document is called
 * {@code video_<video>_<part>}; the first byte of the SHA-256 of {@code video_<video>} decides.
 */
public enum VideoSplit {
    /** Trained on. */
    TRAIN,
    /** Thresholds are chosen on it. */
    TUNE,
    /** Never looked at in training; reported figures come from it. */
    HELD_BACK;

    private static final int HELD_BACK_BELOW = 76;
    private static final int TUNE_BELOW = 96;

    /** The part that a document belongs to. */
    public static VideoSplit of(String documentId) {
        int cut = documentId.lastIndexOf('_');
        String video = cut < 0 ? documentId : documentId.substring(0, cut);
        int first = firstByte(video);
        return first < HELD_BACK_BELOW ? HELD_BACK : first < TUNE_BELOW ? TUNE : TRAIN;
    }

    private static int firstByte(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))[0] & 0xff;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
