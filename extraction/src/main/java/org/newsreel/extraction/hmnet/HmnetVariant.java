package org.newsreel.extraction.hmnet;

/** The network and the variants of the paper's section 4.2, by what of the pictures reaches which layer of the text. */
public enum HmnetVariant {
    /** All scales reach all layers, weighed by gates. */
    FULL,
    /** The last scale reaches the last layer. */
    SINGLE,
    /** The last scale reaches all layers. */
    FLAT,
    /** Each scale reaches its own run of layers, the first scale the lowest; three of twelve for four scales. */
    ONE_TO_THREE,
    /** As {@link #FULL}, without the whole picture. */
    ONLY_OBJECTS,
    /** Nothing does. */
    TEXT_ONLY;

    boolean sees() {
        return this != TEXT_ONLY;
    }

    boolean gated() {
        return this == FULL || this == ONLY_OBJECTS;
    }

    /** Whether scales before the last are read. */
    boolean pyramid() {
        return gated() || this == ONE_TO_THREE;
    }

    boolean wholePicture() {
        return sees() && this != ONLY_OBJECTS;
    }

    /** Whether a layer, from 0, has a prefix. */
    boolean reaches(int layer, int layers) {
        return sees() && (this != SINGLE || layer == layers - 1);
    }
}
