package org.newsreel.extraction.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.newsreel.extraction.encoder.Tensor;

/**
 * A safetensors file that someone else published, of any size and with any element types: the header is read, the values
 * stay in the file until they are asked for. {@link SafeTensors} is for our own files.
 */
final class TensorFile {
    /** Longer headers are no headers; the format's own library draws the line there too. */
    private static final long LONGEST_HEADER = 100_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Where a tensor lies in the file. */
    private record Entry(String type, long[] shape, long from, long to) {
        private long size() {
            long size = 1;
            for (long dimension : shape) {
                size *= dimension;
            }
            return size;
        }
    }

    private final Path file;
    private final Map<String, Entry> entries;

    private TensorFile(Path file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Reads a file's header.
     *
     * @throws IllegalArgumentException in one sentence when the file is missing, no safetensors file, or shorter than its
     *     header says
     */
    static TensorFile open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size() < Long.BYTES
                    ? -1
                    : read(channel, 0, Long.BYTES).getLong();
            if (length < 2 || length > Math.min(LONGEST_HEADER, channel.size() - Long.BYTES)) {
                throw new IllegalArgumentException("The file " + file + " is truncated or no safetensors file.");
            }
            JsonNode header;
            try {
                header = MAPPER.readTree(read(channel, Long.BYTES, length).array());
            } catch (IOException e) {
                throw new IllegalArgumentException("The file " + file + " has a header that is not valid JSON.", e);
            }
            Map<String, Entry> entries = new LinkedHashMap<>();
            header.fields().forEachRemaining(field -> {
                if (!field.getKey().equals("__metadata__")) {
                    entries.put(field.getKey(), entry(field.getValue(), Long.BYTES + length));
                }
            });
            long size = channel.size();
            entries.forEach((name, entry) -> {
                if (entry.from() < Long.BYTES + length || entry.to() < entry.from() || entry.to() > size) {
                    throw new IllegalArgumentException("The file " + file + " ends before the tensor " + name + ".");
                }
            });
            return new TensorFile(file, entries);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("The file " + file + " is missing.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    private static Entry entry(JsonNode json, long base) {
        long[] shape = new long[json.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = json.path("shape").get(i).asLong();
        }
        JsonNode offsets = json.path("data_offsets");
        // Without offsets the entry starts before the values do, which is found out like a truncated file.
        return new Entry(
                json.path("dtype").asText(),
                shape,
                base + offsets.path(0).asLong(Long.MIN_VALUE / 2),
                base + offsets.path(1).asLong(-1));
    }

    private static ByteBuffer read(FileChannel channel, long from, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return bytes.flip();
    }

    /** The tensors' shapes by name, in the order of the file. */
    Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        entries.forEach((name, entry) -> shapes.put(name, entry.shape().clone()));
        return Collections.unmodifiableMap(shapes);
    }

    /**
     * A tensor's values. Those of 32 bits are mapped, so that a large checkpoint is read as it is copied.
     *
     * @throws IllegalArgumentException in one sentence when they are no floats of 32 or 16 bits or too few for the shape
     */
    Tensor tensor(String name) {
        Entry entry = entries.get(name);
        int width = entry.type().equals("F32") ? Float.BYTES : Short.BYTES;
        boolean known = entry.type().equals("F32")
                || entry.type().equals("F16")
                || entry.type().equals("BF16");
        if (!known || entry.to() - entry.from() != width * entry.size()) {
            throw new IllegalArgumentException(
                    "The file " + file + " has the tensor " + name + " in a form that can't be read.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, entry.from(), entry.to() - entry.from())
                    .order(ByteOrder.LITTLE_ENDIAN);
            FloatBuffer values = width == Float.BYTES ? bytes.asFloatBuffer() : widen(entry.type(), bytes);
            return new Tensor(name, entry.shape(), values, false);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    private static FloatBuffer widen(String type, ByteBuffer bytes) {
        if (type.equals("BF16")) {
            return FloatBuffer.wrap(BrainFloats.decode(bytes));
        }
        float[] values = new float[bytes.remaining() / Short.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = ofHalf(bytes.getShort(Short.BYTES * i));
        }
        return FloatBuffer.wrap(values);
    }

    /** IEEE 754 binary16. */
    static float ofHalf(short half) {
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        float sign = half < 0 ? -1 : 1;
        if (exponent == 0x1f) {
            return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        }
        float mantissa = exponent == 0 ? fraction / 1024f : 1 + fraction / 1024f;
        return sign * Math.scalb(mantissa, Math.max(1, exponent) - 15);
    }
}
