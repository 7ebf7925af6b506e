package org.newsreel.extraction.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SubRip ({@code .srt}) and WebVTT (W3C, {@code .vtt}) leniently: whatever has a line of two times is a cue, which
 * goes on to the next blank line; anything else is passed over. The Java libraries for this stop at the first mistake,
 * and subtitles written by hand have many.
 */
public final class Subtitles {
    private static final long LARGEST = 16L << 20;

    /** {@code 1:02:03,450}, {@code 02:03.450} or without a fraction. */
    private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,9}))?";

    private static final Pattern TIMES = Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");
    /** HTML-like tags of both formats, times inside WebVTT cues, and the braces of other programs. */
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]*>|<[\\d:.]+>|\\{\\\\[^{}]*\\}");

    private Subtitles() {}

    /**
     * The cues in the order of their start.
     *
     * @throws MediaException with one sentence when the file can't be read or has no cue
     */
    public static List<Cue> read(Path file) {
        String content;
        try {
            if (Files.size(file) > LARGEST) {
                throw new MediaException(file + " has more than " + (LARGEST >> 20) + " MB, more than any subtitles.");
            }
            // A byte that is not UTF-8 costs its character, not the cue.
            content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MediaException(file + " can't be read: " + e.getMessage() + ".", e);
        }
        List<Cue> cues = parse(content);
        if (cues.isEmpty()) {
            throw new MediaException(
                    file + " has no subtitles in it: save them as SubRip (.srt) or WebVTT (.vtt) in UTF-8.");
        }
        return cues;
    }

    /**
     * The cues of a text track inside a video, in the order of their start; none when the video has no such track.
     *
     * @throws MediaException with one sentence when the file is no video that can be read
     */
    public static List<Cue> inside(Path video) {
        FrameReader.checkReadable(video);
        return EmbeddedSubtitles.read(video);
    }

    static List<Cue> parse(String content) {
        List<String> lines = content.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .lines()
                .toList();
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher times = TIMES.matcher(lines.get(i));
            if (!times.matches()) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            while (i + 1 < lines.size() && !lines.get(i + 1).isBlank() && !beginsCue(lines, i + 1)) {
                text.append(text.length() == 0 ? "" : "\n").append(lines.get(++i));
            }
            cue(times, text.toString()).ifPresent(cues::add);
        }
        cues.sort(Comparator.comparingDouble(Cue::start));
        return List.copyOf(cues);
    }

    /** Some files have no blank line between cues: a line of times, or a number with times under it, begins the next. */
    private static boolean beginsCue(List<String> lines, int i) {
        boolean numbered = lines.get(i).strip().matches("\\d+")
                && i + 1 < lines.size()
                && TIMES.matcher(lines.get(i + 1)).matches();
        return numbered || TIMES.matcher(lines.get(i)).matches();
    }

    private static Optional<Cue> cue(Matcher times, String raw) {
        double start = seconds(times, 1);
        double end = seconds(times, 5);
        String text = plain(raw);
        return end > start && !text.isEmpty() ? Optional.of(new Cue(start, end, text)) : Optional.empty();
    }

    /** Words without markup. */
    static String plain(String raw) {
        return unescaped(MARKUP.matcher(raw).replaceAll("")).strip();
    }

    private static double seconds(Matcher times, int group) {
        long hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        long seconds =
                (hours * 60 + Long.parseLong(times.group(group + 1))) * 60 + Long.parseLong(times.group(group + 2));
        String fraction = times.group(group + 3);
        return fraction == null ? seconds : Double.parseDouble(seconds + "." + fraction);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00a0")
                .replace("&lrm;", "\u200e")
                .replace("&rlm;", "\u200f")
                .replace("&amp;", "&");
    }
}
