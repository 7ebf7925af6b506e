package org.newsreel.extraction.source;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsreel.ontology.claim.EntityType;

/**
 * Collects the rows of one WebAnno TSV 3.2 file with GUM's layers: a span layer with the feature {@code entity} and a
 * relation layer over it with the feature {@code type}. The text is all tokens joined by single spaces.
 *
 * <p>People, places, organisations and times are kept, nested ones too. They are in one chain when links of identity
 * connect them ({@code coref}, {@code ana}, {@code cata}, {@code appos}, {@code pred}, {@code disc}), through mentions of
 * other types as well; {@code bridge} links two different things. Should connected mentions differ in type, each type
 * gets a chain of its own.
 */
final class WebAnnoDocument {
    private static final Map<String, EntityType> TYPES = Map.of(
            "person", EntityType.PER,
            "place", EntityType.LOC,
            "organization", EntityType.ORG,
            "time", EntityType.TIME);

    private static final String FORMAT = "#FORMAT=WebAnno TSV 3";
    private static final Pattern VALUE = Pattern.compile("([^\\[\\]]+)(?:\\[(\\d+)])?");
    private static final Pattern TARGET = Pattern.compile("(\\d+-\\d+)(?:\\[(\\d+)_(\\d+)])?");
    private static final Pattern UNESCAPED_BAR = Pattern.compile("(?<!\\\\)\\|");

    /** Sentence, token, offsets and the token itself come before the layers. */
    private static final int FIRST_LAYER = 3;

    private record Span(String type, int first, int last) {}

    private record ChainKey(String root, EntityType type) {}

    private final JoinedTokens tokens = new JoinedTokens();
    private final Map<String, Span> spans = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private int columns = FIRST_LAYER;
    private int entityColumn = -1;
    private int linkColumn = -1;
    private int targetColumn = -1;
    private boolean recognised;

    /** @throws IllegalArgumentException when the line is not what it should be */
    void add(String line, int number) {
        if (line.startsWith("#")) {
            recognised |= line.startsWith(FORMAT);
            layer(line);
        } else if (!line.isBlank()) {
            try {
                row(line.split("\t", -1));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + " " + e.getMessage(), e);
            }
        }
    }

    private void layer(String line) {
        boolean relation = line.startsWith("#T_RL=");
        if (!relation && !line.startsWith("#T_SP=")) {
            return;
        }
        String[] parts = line.split("\\|");
        for (int i = 1; i < parts.length; i++) {
            if (!relation && parts[i].equals("entity")) {
                entityColumn = columns;
            } else if (relation && parts[i].equals("type")) {
                linkColumn = columns;
            } else if (relation && parts[i].startsWith("BT_")) {
                targetColumn = columns;
            }
            columns++;
        }
    }

    private void row(String[] cells) {
        if (!recognised || entityColumn < 0) {
            throw new IllegalArgumentException("comes before a header of WebAnno TSV 3 with an entity layer");
        }
        if (cells.length <= entityColumn) {
            throw new IllegalArgumentException("has " + cells.length + " columns");
        }
        tokens.add(unescape(cells[2]));
        int token = tokens.size() - 1;
        for (String cell : values(cells, entityColumn)) {
            Matcher value = VALUE.matcher(cell);
            if (!value.matches()) {
                throw new IllegalArgumentException("has the entity " + cell);
            }
            String key = key(value.group(2), cells[0]);
            Span span = spans.get(key);
            if (span != null && (span.last() != token - 1 || !span.type().equals(value.group(1)))) {
                throw new IllegalArgumentException("goes on with the entity " + cell + ", which has ended");
            }
            spans.put(key, new Span(value.group(1), span == null ? token : span.first(), token));
        }
        if (linkColumn >= 0 && targetColumn >= 0) {
            links(cells);
        }
    }

    private void links(String[] cells) {
        List<String> links = values(cells, linkColumn);
        List<String> targets = values(cells, targetColumn);
        if (links.size() != targets.size()) {
            throw new IllegalArgumentException("has " + links.size() + " links to " + targets.size() + " mentions");
        }
        for (int i = 0; i < links.size(); i++) {
            Matcher target = TARGET.matcher(targets.get(i));
            if (!target.matches()) {
                throw new IllegalArgumentException("has a link to " + targets.get(i));
            }
            if (!links.get(i).startsWith("bridge")) {
                String there = root(key(target.group(2), target.group(1)));
                String here = root(key(target.group(3), cells[0]));
                parents.put(there, here);
            }
        }
    }

    private static List<String> values(String[] cells, int column) {
        if (column >= cells.length || cells[column].isEmpty() || cells[column].equals("_")) {
            return List.of();
        }
        return List.of(UNESCAPED_BAR.split(cells[column]));
    }

    /** Spans of one token have no number, or zero in links, unless others share the token. */
    private static String key(String id, String token) {
        return id == null || id.equals("0") ? "token " + token : id;
    }

    private static String unescape(String token) {
        return token.indexOf('\\') < 0 ? token : token.replaceAll("\\\\(->|.)", "$1");
    }

    private String root(String key) {
        String root = key;
        for (String parent = parents.get(root); parent != null && !parent.equals(root); parent = parents.get(root)) {
            root = parent;
        }
        return root;
    }

    /** @throws IllegalArgumentException when it has no tokens */
    GoldDocument gold(String id) {
        if (tokens.size() == 0) {
            throw new IllegalArgumentException("it has no tokens");
        }
        GoldBuilder gold = new GoldBuilder(tokens.text());
        Map<ChainKey, Integer> chains = new HashMap<>();
        spans.forEach((key, span) -> {
            EntityType type = TYPES.get(span.type());
            if (type != null) {
                int chain = chains.computeIfAbsent(new ChainKey(root(key), type), k -> gold.chain(type));
                gold.mention(chain, tokens.start(span.first()), tokens.end(span.last()));
            }
        });
        return gold.build(CorpusSource.item(id, "en", "", tokens.text()));
    }
}
