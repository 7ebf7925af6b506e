package org.newsreel.api.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a file's media type from its first bytes, since the store keeps files by hash and not by name. */
final class MediaTypes {
    private MediaTypes() {}

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(64));
        }
    }

    static String of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (text.startsWith("\u0089PNG")) {
            return "image/png";
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        if (text.startsWith("GIF8")) {
            return "image/gif";
        }
        if (text.startsWith("ftyp", 4)) {
            return text.startsWith("qt", 8) ? "video/quicktime" : "video/mp4";
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return text.contains("webm") ? "video/webm" : "video/x-matroska";
        }
        return "application/octet-stream";
    }
}
