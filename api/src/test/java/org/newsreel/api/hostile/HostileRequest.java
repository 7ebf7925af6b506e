package org.newsreel.api.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * One block of {@code hostile/requests.http}.
 *
 * @param what it tries
 * @param expected statuses that are right answers
 * @param bare whether the answer needs no problem details
 * @param head request line and headers, without the empty line behind them
 * @param body what comes behind it
 */
record HostileRequest(String what, List<Integer> expected, boolean bare, String head, String body) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z-]+)(?::([^}]*\\}?))?}");

    static List<HostileRequest> all() {
        try (InputStream in = HostileRequest.class.getResourceAsStream("/hostile/requests.http")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<HostileRequest> all = new ArrayList<>();
            for (String block : text.substring(text.indexOf("\n### ") + 1).split("(?m)^### ")) {
                if (!block.isBlank()) {
                    all.add(parse(block));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostileRequest parse(String block) {
        String[] lines = block.split("\n", 3);
        List<String> answers = List.of(lines[1].substring(1).strip().split(" "));
        int gap = lines[2].indexOf("\n\n");
        String head = gap < 0 ? lines[2].strip() : lines[2].substring(0, gap);
        String body = gap < 0 ? "" : lines[2].substring(gap + 2).replaceFirst("\n+$", "");
        return new HostileRequest(
                lines[0].strip(),
                answers.stream()
                        .filter(a -> !a.equals("bare"))
                        .map(Integer::valueOf)
                        .toList(),
                answers.contains("bare"),
                head,
                body);
    }

    /** The bytes that go over the wire. */
    byte[] bytes(String host, Map<String, String> values) {
        byte[] content = filled(body.startsWith("--") ? body.replace("\n", "\r\n") + "\r\n" : body, values);
        List<String> lines = new ArrayList<>(
                Arrays.asList(new String(filled(head, values), StandardCharsets.ISO_8859_1).split("\n")));
        lines.set(0, lines.get(0) + " HTTP/1.1");
        if (!has("Host")) {
            lines.add("Host: " + host);
        }
        if (!has("Content-Length") && (content.length > 0 || !lines.get(0).matches("(GET|HEAD|OPTIONS|TRACE) .*"))) {
            lines.add("Content-Length: " + content.length);
        }
        lines.add("Connection: close");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(content);
        return out.toByteArray();
    }

    private boolean has(String header) {
        return Pattern.compile("(?mi)^" + header + ":").matcher(head).find();
    }

    private static byte[] filled(String text, Map<String, String> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.writeBytes(text.substring(from, matcher.start()).getBytes(StandardCharsets.UTF_8));
            out.writeBytes(value(matcher.group(1), matcher.group(2), values));
            from = matcher.end();
        }
        out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] value(String name, String argument, Map<String, String> values) {
        return switch (name) {
            case "x" -> "x".repeat(Integer.parseInt(argument)).getBytes(StandardCharsets.US_ASCII);
            case "nested" -> "[".repeat(Integer.parseInt(argument)).getBytes(StandardCharsets.US_ASCII);
            case "braces" ->
                ("{".repeat(Integer.parseInt(argument)) + "}".repeat(Integer.parseInt(argument)))
                        .getBytes(StandardCharsets.US_ASCII);
            case "parentheses" ->
                ("(".repeat(Integer.parseInt(argument)) + "1" + ")".repeat(Integer.parseInt(argument)))
                        .getBytes(StandardCharsets.US_ASCII);
            case "bytes" -> HexFormat.of().parseHex(argument);
            case "gzip" -> gzipped("\n".repeat(Integer.parseInt(argument)).getBytes(StandardCharsets.US_ASCII));
            case "gzip-text" -> gzipped(argument.getBytes(StandardCharsets.UTF_8));
            default -> values.get(name).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public String toString() {
        return what;
    }
}
