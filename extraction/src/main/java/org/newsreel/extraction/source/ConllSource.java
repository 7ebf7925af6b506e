package org.newsreel.extraction.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;

/**
 * CoNLL columns: a token a line, the tag last, an empty line after each text. The text is all tokens joined by single
 * spaces, and every mention is a chain of its own, because these corpora link none.
 *
 * <p>Tags are read as CoNLL's own scorer reads them (Tjong Kim Sang and Buchholz 2000): {@code I-X} continues a mention of
 * type X and begins one where none precedes, which Twitter-2015 has over two hundred times.
 */
final class ConllSource extends CorpusSource {
    private static final String PICTURE = "IMGID:";

    /** No text has as many tokens; without a limit, a file without empty lines would fill the memory. */
    private static final int LONGEST = 1 << 20;

    /** M3D's types for those of Twitter-2015 (Zhang et al. 2018) and Twitter-2017 (Lu et al. 2018). */
    static final Map<String, EntityType> TWITTER = Map.of(
            "PER", EntityType.PER,
            "LOC", EntityType.LOC,
            "ORG", EntityType.ORG,
            "OTHER", EntityType.MISC,
            "MISC", EntityType.MISC);

    private final Path file;
    private final Map<String, EntityType> types;
    private CorpusLines lines;
    private String name = "";
    private int number = -1;
    private int firstLine;

    ConllSource(Path file, Map<String, EntityType> types) {
        super(file);
        this.file = file;
        this.types = types;
    }

    @Override
    Optional<GoldDocument> read() throws IOException {
        if (lines == null) {
            lines = CorpusLines.open(file);
        }
        List<String> block = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        String id = name;
        name = "";
        while (true) {
            Optional<String> line;
            try {
                line = lines.next();
            } catch (IllegalArgumentException e) {
                failure = failure.or(() -> Optional.of(e.getMessage()));
                if (block.isEmpty()) {
                    firstLine = lines.number();
                }
                block.add("");
                continue;
            }
            boolean begins = line.isPresent() && line.get().startsWith(PICTURE);
            boolean ends = line.isEmpty() || line.get().isBlank() || begins;
            if (!ends) {
                if (block.isEmpty()) {
                    firstLine = lines.number();
                }
                if (block.size() < LONGEST) {
                    block.add(line.get());
                } else {
                    failure = failure.or(() -> Optional.of("it has more than " + LONGEST + " tokens"));
                }
            } else if (!block.isEmpty()) {
                name = begins ? nameOf(line.get()) : "";
                number++;
                if (failure.isPresent()) {
                    throw new IllegalArgumentException(failure.get());
                }
                return Optional.of(convert(block, id.isBlank() ? "document-" + number : id));
            } else if (line.isEmpty()) {
                return Optional.empty();
            } else if (begins) {
                id = nameOf(line.get());
            }
        }
    }

    private static String nameOf(String line) {
        return line.substring(PICTURE.length()).strip();
    }

    private GoldDocument convert(List<String> block, String id) {
        JoinedTokens tokens = new JoinedTokens();
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            String line = block.get(i);
            // White space inside a token is possible only where columns are divided by tabs.
            String[] columns =
                    line.indexOf('\t') >= 0 ? line.split("\t") : line.strip().split(" +");
            if (columns.length < 2 || columns[0].isEmpty()) {
                throw new IllegalArgumentException("line " + (firstLine + i) + " is not a token and a tag");
            }
            String tag = columns[columns.length - 1].strip();
            boolean known = tag.equals("O")
                    || (tag.startsWith("B-") || tag.startsWith("I-")) && types.containsKey(tag.substring(2));
            if (!known) {
                throw new IllegalArgumentException("line " + (firstLine + i) + " has the unknown tag " + tag);
            }
            tokens.add(columns[0]);
            tags.add(tag);
        }
        GoldBuilder gold = new GoldBuilder(tokens.text());
        int from = -1;
        for (int i = 0; i <= tags.size(); i++) {
            String tag = i < tags.size() ? tags.get(i) : "O";
            boolean continues =
                    from >= 0 && tag.startsWith("I-") && tag.substring(2).equals(typeOf(tags.get(from)));
            if (from >= 0 && !continues) {
                int chain = gold.chain(types.get(typeOf(tags.get(from))));
                gold.mention(chain, tokens.start(from), tokens.end(i - 1));
                from = -1;
            }
            if (from < 0 && !tag.equals("O")) {
                from = i;
            }
        }
        return gold.build(CorpusSource.item(id, "en", "", tokens.text()));
    }

    private static String typeOf(String tag) {
        return tag.substring(2);
    }

    @Override
    String place() {
        return "The text at line " + firstLine + " of " + file;
    }

    @Override
    void release() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
