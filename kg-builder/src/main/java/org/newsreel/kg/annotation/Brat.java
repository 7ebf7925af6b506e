package org.newsreel.kg.annotation;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/**
 * brat's stand-off format (brat.nlplab.org/standoff.html), as MDocRE uses it: mentions as text-bound annotations, a
 * {@code same_mention} relation from every further mention of a chain to its first, relations between first mentions by
 * the property's name in {@code nr:}, and the confidence as a note.
 */
final class Brat {
    static final String SAME = "same_mention";

    private Brat() {}

    static void write(AnnotatedItem item, Path directory) throws IOException {
        ExtractionDocument document = item.document();
        String name = fileName(document.id());
        Files.writeString(directory.resolve(name + ".txt"), document.text());
        Files.writeString(directory.resolve(name + ".ann"), annotations(document));
    }

    /** The tool's configuration: which types there are, and between what they hold. */
    static void writeConfiguration(Path directory) throws IOException {
        StringBuilder out = new StringBuilder("[entities]\n");
        for (EntityType type : EntityType.values()) {
            out.append(type).append('\n');
        }
        out.append("\n[relations]\n").append(SAME).append("\tArg1:<ENTITY>, Arg2:<ENTITY>\n");
        TreeSet<String> lines = new TreeSet<>();
        for (RelationType type : RelationSchema.standard().types()) {
            type.property()
                    .ifPresent(property -> lines.add(property + "\tArg1:" + type.domain() + ", Arg2:" + type.range()));
        }
        lines.forEach(line -> out.append(line).append('\n'));
        out.append("\n[events]\n\n[attributes]\n");
        Files.writeString(directory.resolve("annotation.conf"), out);
    }

    static String fileName(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("*", "%2A");
    }

    private static String annotations(ExtractionDocument document) {
        StringBuilder out = new StringBuilder();
        Map<String, String> names = new HashMap<>();
        Map<String, Mention> mentions = new HashMap<>();
        List<Mention> ordered = new ArrayList<>(document.mentions());
        ordered.sort(java.util.Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end));
        for (Mention mention : ordered) {
            String name = "T" + (names.size() + 1);
            names.put(mention.id(), name);
            mentions.put(mention.id(), mention);
            out.append(name)
                    .append('\t')
                    .append(mention.type())
                    .append(' ')
                    .append(spans(mention))
                    .append('\t');
            out.append(mention.text().replace('\n', ' ')).append('\n');
        }
        int relations = 0;
        Map<String, String> first = new HashMap<>();
        for (EntityChain chain : document.chains()) {
            for (int i = 0; i < chain.mentions().size(); i++) {
                String name = names.get(chain.mentions().get(i));
                if (i == 0) {
                    first.put(chain.id(), name);
                } else {
                    out.append('R')
                            .append(++relations)
                            .append('\t')
                            .append(SAME)
                            .append(" Arg1:")
                            .append(name);
                    out.append(" Arg2:").append(first.get(chain.id())).append('\n');
                }
            }
        }
        int notes = 0;
        for (Relation relation : document.relations()) {
            String subject = first.get(relation.subject());
            String object = first.get(relation.object());
            String property = property(document, relation);
            if (subject != null && object != null && property != null) {
                String name = "R" + ++relations;
                out.append(name).append('\t').append(property).append(" Arg1:").append(subject);
                out.append(" Arg2:").append(object).append('\n');
                out.append('#')
                        .append(++notes)
                        .append("\tAnnotatorNotes ")
                        .append(name)
                        .append('\t');
                out.append(String.format(Locale.ROOT, "confidence %.2f", relation.confidence()))
                        .append('\n');
            }
        }
        return out.toString();
    }

    /** brat wants a span of several lines as one for each line. */
    private static String spans(Mention mention) {
        StringBuilder spans = new StringBuilder();
        CodePoints points = new CodePoints(mention.text());
        int from = 0;
        for (int i = 0; i <= points.length(); i++) {
            if (i == points.length() || points.slice(i, i + 1).equals("\n")) {
                if (i > from) {
                    spans.append(spans.isEmpty() ? "" : ";");
                    spans.append(mention.start() + from).append(' ').append(mention.start() + i);
                }
                from = i + 1;
            }
        }
        return spans.toString();
    }

    static String property(ExtractionDocument document, Relation relation) {
        return RelationSchema.standard()
                .find(relation.type(), type(document, relation.subject()), type(document, relation.object()))
                .flatMap(RelationType::property)
                .orElse(null);
    }

    static EntityType type(ExtractionDocument document, String chain) {
        return document.chains().stream()
                .filter(c -> c.id().equals(chain))
                .findFirst()
                .orElseThrow()
                .type();
    }
}
