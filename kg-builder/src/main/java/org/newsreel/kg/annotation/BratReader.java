package org.newsreel.kg.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityType;

/**
 * Reads what an annotator left in one {@code .ann} file. Spans of several pieces count from the first to the last; events,
 * attributes, normalisations and notes are passed over.
 */
final class BratReader {
    private static final Pattern MENTION = Pattern.compile("(T\\d+)\t(\\S+) (\\d+(?: \\d+;\\d+)* \\d+)(?:\t.*)?");
    private static final Pattern RELATION = Pattern.compile("R\\d+\t(\\S+) Arg1:(T\\d+) Arg2:(T\\d+)\\s*");
    private static final Pattern SYMMETRIC = Pattern.compile("\\*\t(\\S+) (T\\d+(?: T\\d+)+)\\s*");

    private final Path file;
    private final CodePoints text;
    private final Map<String, Annotations.Span> spans = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final List<String[]> links = new ArrayList<>();

    private BratReader(Path file, String text) {
        this.file = file;
        this.text = new CodePoints(text);
    }

    /**
     * What a file says of a text.
     *
     * @throws IllegalArgumentException with file and line, when a line can't be read or points outside the text
     */
    static Annotations read(Path file, String text) throws IOException {
        BratReader reader = new BratReader(file, text);
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            reader.line(lines.get(i), i + 1);
        }
        return reader.annotations();
    }

    private void line(String line, int number) {
        Matcher mention = MENTION.matcher(line);
        Matcher relation = RELATION.matcher(line);
        Matcher symmetric = SYMMETRIC.matcher(line);
        if (mention.matches()) {
            mention(mention, number);
        } else if (relation.matches()) {
            link(relation.group(1), relation.group(2), relation.group(3), number);
        } else if (symmetric.matches()) {
            String[] ids = symmetric.group(2).split(" ");
            for (int i = 1; i < ids.length; i++) {
                link(Brat.SAME, ids[i], ids[0], number);
            }
        } else if (!line.isBlank() && (line.startsWith("T") || line.startsWith("R"))) {
            throw wrong(number, "is neither a text-bound annotation nor a relation");
        }
    }

    private void mention(Matcher mention, int number) {
        String[] offsets = mention.group(3).split("[ ;]");
        int start = offset(offsets[0]);
        int end = offset(offsets[offsets.length - 1]);
        if (start >= end || end > text.length()) {
            throw wrong(
                    number,
                    "has the span " + offsets[0] + "-" + offsets[offsets.length - 1] + " in a text of " + text.length()
                            + " code points");
        }
        spans.put(mention.group(1), new Annotations.Span(type(mention.group(2), number), start, end));
        parents.put(mention.group(1), mention.group(1));
    }

    /** More digits than an int holds are behind the end of every text. */
    private static int offset(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private void link(String type, String subject, String object, int number) {
        if (!spans.containsKey(subject) || !spans.containsKey(object)) {
            throw wrong(number, "names " + (spans.containsKey(subject) ? object : subject) + ", which is not above it");
        }
        if (type.equals(Brat.SAME)) {
            parents.put(root(subject), root(object));
        } else {
            links.add(new String[] {type, subject, object});
        }
    }

    private Annotations annotations() {
        Map<String, Set<Annotations.Span>> chains = new LinkedHashMap<>();
        spans.forEach((id, span) ->
                chains.computeIfAbsent(root(id), key -> new LinkedHashSet<>()).add(span));
        List<String> order = List.copyOf(chains.keySet());
        Set<Annotations.Link> relations = new LinkedHashSet<>();
        for (String[] link : links) {
            int subject = order.indexOf(root(link[1]));
            int object = order.indexOf(root(link[2]));
            if (subject != object) {
                relations.add(new Annotations.Link(link[0], subject, object));
            }
        }
        return new Annotations(chains.values().stream().map(List::copyOf).toList(), List.copyOf(relations));
    }

    private String root(String id) {
        String above = parents.get(id);
        return above.equals(id) ? id : root(above);
    }

    private EntityType type(String name, int number) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "PER", "PERSON" -> EntityType.PER;
            case "LOC", "LOCATION", "PLACE" -> EntityType.LOC;
            case "ORG", "ORGANIZATION" -> EntityType.ORG;
            case "TIME" -> EntityType.TIME;
            case "MISC", "OBJECT" -> EntityType.MISC;
            default -> throw wrong(number, "has the type " + name + ": use PER, LOC, ORG, TIME or MISC");
        };
    }

    private IllegalArgumentException wrong(int number, String what) {
        return new IllegalArgumentException(file + ", line " + number + " " + what);
    }
}
