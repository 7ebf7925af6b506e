package org.newsreel.extraction.encoder;

import java.util.Locale;

/** How the encoder multiplies matrices. Sums, norms and everything that leaves the encoder stay in 32 bits. */
public enum Precision {
    /** 32-bit floats: what shipped figures are measured with, the same on every machine of one kind. */
    FP32,
    /** 16-bit brain floats, about half the time where the processor has them and far slower where it has not. */
    BF16;

    /** What users may call them. */
    public static final String NAMES = "fp32|bf16";

    /**
     * The precision that a user names.
     *
     * @throws IllegalArgumentException in one sentence when there is no such
     */
    public static Precision named(String name) {
        for (Precision precision : values()) {
            if (precision.name().toLowerCase(Locale.ROOT).equals(name)) {
                return precision;
            }
        }
        throw new IllegalArgumentException("a precision is fp32 or bf16, not " + name + ".");
    }
}
