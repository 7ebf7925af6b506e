package org.newsreel.extraction.layer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive that holds methods and no parameters: an uncompressed zip with the pickled module, the
 * source of its class, an empty constants tuple and the format version. The archive names no device, so the same bytes
 * load on a CPU and on a GPU.
 */
public final class TorchArchive {
    private static final String PROTOCOL_2 = "\u0080\u0002";

    private TorchArchive() {}

    /** The archive for a module whose class body is {@code methods}, in TorchScript's serialised form. */
    public static byte[] of(String methods) {
        StringBuilder source =
                new StringBuilder("class Ops(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n");
        methods.stripTrailing()
                .lines()
                .forEach(line -> source.append("  ").append(line).append('\n'));
        // Pickle: push the class, an empty tuple, NEWOBJ, then BUILD it with {"training": True}.
        String module = PROTOCOL_2 + "c__torch__\nOps\n)\u0081}(" + unicode("training") + "\u0088ub.";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            put(zip, "ops/data.pkl", module.getBytes(StandardCharsets.ISO_8859_1));
            put(zip, "ops/code/__torch__.py", source.toString().getBytes(StandardCharsets.UTF_8));
            put(zip, "ops/constants.pkl", (PROTOCOL_2 + ").").getBytes(StandardCharsets.ISO_8859_1));
            put(zip, "ops/version", "10\n".getBytes(StandardCharsets.US_ASCII));
            put(zip, "ops/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("an archive in memory can't be written", e);
        }
        return bytes.toByteArray();
    }

    private static String unicode(String text) {
        return "X" + (char) text.length() + "\0\0\0" + text;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
