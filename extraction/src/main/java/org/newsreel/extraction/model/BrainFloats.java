package org.newsreel.extraction.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** 16-bit brain floats: the upper half of a 32-bit float. */
final class BrainFloats {
    private static final int LOWER = 16;

    private BrainFloats() {}

    /** The nearest brain float, ties to even; for finite values. */
    static float round(float value) {
        int bits = Float.floatToIntBits(value);
        int even = bits >>> LOWER & 1;
        return Float.intBitsToFloat(bits + 0x7FFF + even & 0xFFFF0000);
    }

    /** Little-endian bytes of the nearest brain floats. */
    static ByteBuffer encode(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort((short) (Float.floatToIntBits(round(value)) >>> LOWER));
        }
        return bytes.flip();
    }

    /** 32-bit floats of little-endian bytes. */
    static float[] decode(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[in.remaining() / Short.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(in.getShort() << LOWER);
        }
        return values;
    }
}
