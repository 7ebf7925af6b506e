package org.newsreel.extraction.encoder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Walks a protobuf message field by field without generated classes: all that reading weights out of an ONNX file
 * needs.
 */
final class ProtoReader {
    /** One field: a number for varints, a slice of the input for everything that has a length. */
    record Field(int number, int wireType, long value, ByteBuffer slice) {
        static final int LENGTH_DELIMITED = 2;

        String text() {
            byte[] bytes = new byte[slice.remaining()];
            slice.duplicate().get(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private ProtoReader() {}

    /**
     * Gives every field of a message to {@code sink}.
     *
     * @throws IllegalArgumentException when the bytes are no protobuf message
     */
    static void read(ByteBuffer message, Consumer<Field> sink) {
        ByteBuffer in = message.duplicate();
        try {
            while (in.hasRemaining()) {
                long key = varint(in);
                int number = (int) (key >>> 3);
                int wireType = (int) (key & 7);
                switch (wireType) {
                    case 0 -> sink.accept(new Field(number, wireType, varint(in), null));
                    case 1 -> in.position(in.position() + Long.BYTES);
                    case Field.LENGTH_DELIMITED -> {
                        int length = Math.toIntExact(varint(in));
                        sink.accept(new Field(number, wireType, 0, in.slice(in.position(), length)));
                        in.position(in.position() + length);
                    }
                    case 5 -> in.position(in.position() + Integer.BYTES);
                    default -> throw new IllegalArgumentException("wire type " + wireType);
                }
            }
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IllegalArgumentException("a field is longer than its message", e);
        }
    }

    static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has more than ten bytes");
    }
}
