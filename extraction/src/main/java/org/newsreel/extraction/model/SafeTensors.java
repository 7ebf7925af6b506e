package org.newsreel.extraction.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The safetensors file format: eight bytes of header length, a JSON header of names, element types, shapes and byte
 * ranges, then the values, little-endian and row-major.
 */
public final class SafeTensors {
    /** Element types that Newsreel stores, named as in the format. */
    public enum ElementType {
        F32(4),
        F16(2),
        BF16(2),
        I32(4),
        I8(1),
        U8(1);

        private final int bytes;

        ElementType(int bytes) {
            this.bytes = bytes;
        }
    }

    /** One array as stored; {@code bytes} is little-endian. */
    public record Stored(ElementType type, long[] shape, ByteBuffer bytes) {
        public Stored {
            long size = type.bytes;
            for (long dimension : shape) {
                size *= dimension;
            }
            if (bytes.remaining() != size) {
                throw new IllegalArgumentException(bytes.remaining() + " bytes for an array of " + size);
            }
        }

        /** 32-bit floats. */
        public static Stored of(float[] values, long... shape) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            return new Stored(ElementType.F32, shape, bytes);
        }

        /** The nearest 16-bit brain floats. */
        public static Stored ofBrainFloats(float[] values, long... shape) {
            return new Stored(ElementType.BF16, shape, BrainFloats.encode(values));
        }

        /** The values of an array of 32-bit floats or 16-bit brain floats. */
        public float[] floats() {
            if (type == ElementType.BF16) {
                return BrainFloats.decode(bytes);
            }
            if (type != ElementType.F32) {
                throw new IllegalStateException("an array of " + type + " holds no floats of 32 bits or 16 brain bits");
            }
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            return values;
        }
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int ALIGNMENT = 8;

    private SafeTensors() {}

    /** Writes arrays in the order of the map. */
    public static void write(Path file, Map<String, Stored> arrays) {
        ObjectNode header = MAPPER.createObjectNode();
        long offset = 0;
        for (Map.Entry<String, Stored> entry : arrays.entrySet()) {
            Stored stored = entry.getValue();
            ObjectNode one = header.putObject(entry.getKey());
            one.put("dtype", stored.type().name());
            var shape = one.putArray("shape");
            for (long dimension : stored.shape()) {
                shape.add(dimension);
            }
            one.putArray("data_offsets").add(offset).add(offset + stored.bytes().remaining());
            offset += stored.bytes().remaining();
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            String json = MAPPER.writeValueAsString(header);
            json += " ".repeat((ALIGNMENT - json.getBytes(StandardCharsets.UTF_8).length % ALIGNMENT) % ALIGNMENT);
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(bytes.length)
                    .array());
            out.write(bytes);
            byte[] block = new byte[1 << 16];
            for (Stored stored : arrays.values()) {
                ByteBuffer values = stored.bytes().duplicate();
                while (values.hasRemaining()) {
                    int count = Math.min(block.length, values.remaining());
                    values.get(block, 0, count);
                    out.write(block, 0, count);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be written: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws IllegalArgumentException in one sentence when it is no safetensors file or shorter than its header says
     */
    public static Map<String, Stored> read(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be read: " + e.getMessage() + ".", e);
        }
        ByteBuffer all = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        long headerLength = content.length < Long.BYTES ? -1 : all.getLong(0);
        if (headerLength < 2 || headerLength > content.length - Long.BYTES) {
            throw new IllegalArgumentException("The file " + file + " is truncated or no safetensors file.");
        }
        Map<String, Stored> arrays = new LinkedHashMap<>();
        int base = Long.BYTES + (int) headerLength;
        JsonNode header;
        try {
            header = MAPPER.readTree(content, Long.BYTES, (int) headerLength);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " has a header that is not valid JSON.", e);
        }
        header.fields().forEachRemaining(entry -> {
            if (!entry.getKey().equals("__metadata__")) {
                arrays.put(entry.getKey(), stored(file, all, base, entry.getKey(), entry.getValue()));
            }
        });
        return arrays;
    }

    private static Stored stored(Path file, ByteBuffer all, int base, String name, JsonNode entry) {
        long from = base + entry.path("data_offsets").path(0).asLong(-1);
        long to = base + entry.path("data_offsets").path(1).asLong(-1);
        if (from < base || to < from || to > all.limit()) {
            throw new IllegalArgumentException("The file " + file + " ends before the tensor " + name + ".");
        }
        long[] shape = new long[entry.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = entry.path("shape").get(i).asLong();
        }
        try {
            ElementType type = ElementType.valueOf(entry.path("dtype").asText());
            return new Stored(type, shape, all.slice((int) from, (int) (to - from)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The file " + file + " has the tensor " + name + " in a form that can't be read.", e);
        }
    }
}
