package org.newsreel.training.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fixed division of corpora that come in one file, and folds for cross-validation. M3D is divided by video, so that no
 * video is in two parts: a document is called {@code video_<video>_<part>}, and the SHA-256 of {@code video_<video>}
 * decides. DocRED is divided by title.
 */
public enum Split {
    /** Trained on. */
    TRAIN,
    /** Settings are chosen on it. */
    TUNE,
    /** Never looked at while choosing. */
    HELD_BACK;

    private static final int TUNE_SHARE = 20;

    /** The part that a document belongs to; corpora that have a file of their own for it are for training as they are. */
    public static Split of(Annotation annotation, String documentId) {
        return switch (annotation) {
            case M3D -> part(hash(video(documentId))[0] & 0xff, 76);
            case DOCRED -> part(hash(documentId)[0] & 0xff, 51);
            default -> TRAIN;
        };
    }

    /** The fold, from 0, of {@code folds} that an M3D document belongs to, by video. */
    public static int fold(String documentId, int folds) {
        byte[] hash = hash(video(documentId));
        return ((hash[1] & 0xff) << 8 | hash[2] & 0xff) % folds;
    }

    /** A key that mixes documents, the same way every time. */
    public static String order(String documentId) {
        return HexFormat.of().formatHex(hash(documentId));
    }

    private static Split part(int first, int heldBackBelow) {
        return first < heldBackBelow ? HELD_BACK : first < heldBackBelow + TUNE_SHARE ? TUNE : TRAIN;
    }

    private static String video(String documentId) {
        int cut = documentId.lastIndexOf('_');
        return cut < 0 ? documentId : documentId.substring(0, cut);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
