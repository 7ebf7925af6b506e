package org.newsreel.ontology.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsreel.ontology.claim.Subtitle;

/** Subtitles as a WebVTT file (w3.org/TR/webvtt1), which browsers show over a video. */
public final class WebVtt {
    private static final String HEAD = "WEBVTT";
    private static final Pattern TIMES = Pattern.compile(
            "([0-9]{2,}):([0-9]{2}):([0-9]{2}[.][0-9]{3}) --> ([0-9]{2,}):([0-9]{2}):([0-9]{2}[.][0-9]{3})");

    private WebVtt() {}

    /** The file; times to the millisecond. */
    public static String write(List<Subtitle> subtitles) {
        StringBuilder file = new StringBuilder(HEAD).append('\n');
        for (Subtitle subtitle : subtitles) {
            long start = Math.round(subtitle.start() * 1000);
            // A subtitle shorter than a millisecond still has a length.
            long end = Math.max(start + 1, Math.round(subtitle.end() * 1000));
            file.append('\n')
                    .append(time(start))
                    .append(" --> ")
                    .append(time(end))
                    .append('\n')
                    .append(escaped(subtitle.text()))
                    .append('\n');
        }
        return file.toString();
    }

    private static String time(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    /** An empty line would end the subtitle, and so would a carriage return be one. */
    private static String escaped(String text) {
        return text.strip()
                .replaceAll("\\R(\\s*\\R)*", "\n")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** The subtitles of a file that {@link #write} wrote. */
    public static List<Subtitle> read(String file) {
        List<Subtitle> subtitles = new ArrayList<>();
        for (String block : file.split("\n\n")) {
            String[] lines = block.split("\n", 2);
            Matcher times = TIMES.matcher(lines[0]);
            if (lines.length == 2 && times.matches()) {
                subtitles.add(new Subtitle(
                        seconds(times.group(1), times.group(2), times.group(3)),
                        seconds(times.group(4), times.group(5), times.group(6)),
                        lines[1].strip()
                                .replace("&gt;", ">")
                                .replace("&lt;", "<")
                                .replace("&amp;", "&")));
            }
        }
        return subtitles;
    }

    private static double seconds(String hours, String minutes, String seconds) {
        long millis = Long.parseLong(hours) * 3_600_000
                + Long.parseLong(minutes) * 60_000
                + Long.parseLong(seconds.replace(".", ""));
        return millis / 1000.0;
    }
}
