package org.newsreel.training.metric;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

/**
 * Whether people in pictures get their right names: against a list of who alone is seen from when to when, which was read
 * off the pictures and holds hashes in place of names. Right is a chain whose name, or one of whose mentions, includes the
 * surname.
 */
public final class NameMetric {
    private static final int DIGITS = 16;
    private static final String NOBODY = "-";

    private record Span(String item, int from, int to, String name) {}

    private final List<Span> spans;
    private final Reliability reliability = new Reliability();
    private long named;
    private long right;
    private long seconds;
    private long found;

    private NameMetric(List<Span> spans) {
        this.spans = spans;
    }

    /** Over the list for MDocRE's samples. */
    public static NameMetric mdocre() {
        List<Span> spans = new ArrayList<>();
        try (InputStream list = NameMetric.class.getResourceAsStream("who-is-seen.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        String[] cells = line.split("\t");
                        spans.add(new Span(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("the list of who is seen can't be read", e);
        }
        return new NameMetric(spans);
    }

    /**
     * Adds an item with every sighting of its people.
     *
     * @param sample the directory of the sample, such as {@code 9009}
     * @param mentions of the chains that are named in the text
     */
    public void add(String sample, SeenRegions seen, List<Mention> mentions) {
        Map<String, EntityChain> chains = new HashMap<>();
        seen.chains().forEach(chain -> chains.put(chain.id(), chain));
        Map<String, String> words = new HashMap<>();
        mentions.forEach(mention -> words.put(mention.id(), mention.text()));
        for (Span span : spans) {
            if (!span.item().equals(sample)) {
                continue;
            }
            Set<Integer> rightSeconds = new HashSet<>();
            for (Region region : seen.regions()) {
                Optional<EntityChain> named = region.chain().map(chains::get).filter(NameMetric::hasName);
                boolean inside = region.t().isPresent()
                        && region.t().getAsDouble() >= span.from()
                        && region.t().getAsDouble() < span.to() + 1;
                if (region.type() != EntityType.PER || !inside || named.isEmpty()) {
                    continue;
                }
                EntityChain chain = named.get();
                boolean isRight = is(chain.name(), span.name())
                        || chain.mentions().stream().anyMatch(m -> is(words.getOrDefault(m, ""), span.name()));
                this.named++;
                right += isRight ? 1 : 0;
                reliability.add(region.confidence(), isRight);
                if (isRight) {
                    rightSeconds.add((int) region.t().getAsDouble());
                }
            }
            if (!span.name().equals(NOBODY)) {
                seconds += span.to() - span.from() + 1;
                found += rightSeconds.size();
            }
        }
    }

    private static boolean hasName(EntityChain chain) {
        return !chain.name().startsWith("Unidentified person ");
    }

    /** Whether one of the words of a name has a hash. */
    static boolean is(String name, String hash) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (hash(word).equals(hash)) {
                return true;
            }
        }
        return false;
    }

    static String hash(String word) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no SHA-256", e);
        }
    }

    /** Precision over named regions; recall over the seconds in which somebody with a name is seen. */
    public Score score() {
        return Score.of(right, named, found, seconds);
    }

    /** How many regions with a name were judged. */
    public long named() {
        return named;
    }

    /** Confidences of names against whether they are right. */
    public Reliability reliability() {
        return reliability;
    }
}
