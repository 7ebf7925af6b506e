package org.newsreel.extraction.encoder;

/** How the encoder multiplies matrices. Sums, norms and everything that leaves the encoder stay in 32 bits. */
public enum Precision {
    /** 32-bit floats: what shipped figures are measured with, the same on every machine of one kind. */
    FP32,
    /** 16-bit brain floats, about half the time where the processor has them and far slower where it has not. */
    BF16
}
