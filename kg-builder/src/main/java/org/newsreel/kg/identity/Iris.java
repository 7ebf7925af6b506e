package org.newsreel.kg.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IRIs of items, versions, media, statements and evidence. All are plain ASCII: ids are percent-encoded UTF-8, so
 * an id may hold anything.
 */
public final class Iris {
    /** Where all individuals live. */
    public static final String BASE = "https://w3id.org/newsreel/id/";

    /** The graph of everything that follows from resolving identities: links, representatives, restated statements. */
    public static final String IDENTITY_GRAPH = BASE + "graph/identity";

    /** The graph of what people decided. */
    public static final String REVIEW_GRAPH = BASE + "graph/reviews";

    /** The graph of what ties entities to an enterprise's own. */
    public static final String LINKED_GRAPH = BASE + "graph/linked";

    /** The graph that finds names: an index, made from the item graphs. */
    public static final String NAME_GRAPH = BASE + "graph/names";

    private static final String ITEM = BASE + "item/";
    private static final String VERSION = BASE + "version/";
    private static final Pattern VERSION_IRI = Pattern.compile(Pattern.quote(VERSION) + "([^/]+)/([0-9a-f]{64})");
    private static final int NODE_DIGITS = 24;
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~";

    private Iris() {}

    /** The item, whatever its version. */
    public static String item(String id) {
        return ITEM + encode(id);
    }

    /** One version of an item: the name of its graph. {@code version} is {@code sha256:} and 64 digits. */
    public static String version(String id, String version) {
        return VERSION + encode(id) + "/" + version.substring("sha256:".length());
    }

    /** The article text of one version. */
    public static String text(String id, String version) {
        return BASE + "text/" + encode(id) + "/" + version.substring("sha256:".length());
    }

    /** A video or picture, by the hash of its bytes. */
    public static String media(String sha256) {
        return BASE + "media/" + sha256;
    }

    /** What an item states: the same for all its versions, so that a judgement on it outlives a re-ingest. */
    public static String statement(String item, String subject, String predicate, String object) {
        return BASE + "statement/" + Hashes.of(NODE_DIGITS, item, subject, predicate, object);
    }

    /** A node that belongs to one graph: evidence, selector or activity. {@code key} tells it from its kin. */
    public static String part(String kind, String graph, String... key) {
        String[] parts = new String[key.length + 2];
        parts[0] = kind;
        parts[1] = graph;
        System.arraycopy(key, 0, parts, 2, key.length);
        return BASE + kind + "/" + Hashes.of(NODE_DIGITS, parts);
    }

    /** What stands for two entities' being one or not; the order of the two does not matter. */
    public static String link(String one, String other) {
        boolean ordered = one.compareTo(other) <= 0;
        return BASE + "link/" + Hashes.of(NODE_DIGITS, ordered ? one : other, ordered ? other : one);
    }

    /** A statement as it reads after identities and reviews; one for each statement that reads otherwise. */
    public static String restated(String statement) {
        return BASE + "restated/" + Hashes.of(NODE_DIGITS, statement);
    }

    /** A fact, however many statements restate it. */
    public static String fact(String subject, String predicate, String object) {
        return BASE + "fact/" + Hashes.of(NODE_DIGITS, subject, predicate, object);
    }

    /** The decision on a statement, or on a pair of entities. */
    public static String review(String target) {
        return BASE + "review/" + Hashes.of(NODE_DIGITS, target);
    }

    /** Where links to an enterprise's entities come from. */
    public static String linkSource(String name) {
        return BASE + "linksource/" + encode(name);
    }

    /** Who reviews. */
    public static String reviewer(String name) {
        return BASE + "reviewer/" + encode(name);
    }

    /** The item whose version a graph is. */
    public static Optional<String> itemOf(String graph) {
        Matcher matcher = VERSION_IRI.matcher(graph);
        return matcher.matches() ? Optional.of(ITEM + matcher.group(1)) : Optional.empty();
    }

    /** Whether a graph of this name is one of Newsreel's item versions. */
    public static boolean isVersion(String iri) {
        return VERSION_IRI.matcher(iri).matches();
    }

    /** The version ({@code sha256:…}) that a graph's name tells. */
    public static Optional<String> versionIn(String graph) {
        Matcher matcher = VERSION_IRI.matcher(graph);
        return matcher.matches() ? Optional.of("sha256:" + matcher.group(2)) : Optional.empty();
    }

    /**
     * Percent-encodes everything but letters, digits, {@code -}, {@code _} and {@code ~}. The dot is encoded too,
     * because clients resolve {@code .} and {@code ..} as path steps.
     *
     * @throws IllegalArgumentException when half of a surrogate pair stands alone: it has no UTF-8
     */
    static String encode(String id) {
        StringBuilder out = new StringBuilder(id.length() + 16);
        wellFormed(id, "id");
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append(String.format("%%%02X", b & 0xff));
            }
        }
        return out.toString();
    }

    /** Rejects text that no UTF-8 file can hold. */
    public static void wellFormed(String text, String what) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException(what + " has half a surrogate pair at char " + i
                        + ", which is no Unicode text: remove that character");
            }
        }
    }
}
