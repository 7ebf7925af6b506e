package org.newsreel.extraction.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.ontology.claim.EntityType;

/**
 * DocRED's JSON (Yao et al. 2019) as Re-DocRED (Tan et al. 2022) keeps it: documents as lists of tokenized sentences.
 * The text is all tokens joined by single spaces. Numbers are no entities here and are left out with their relations.
 * Relations are called by their Wikidata properties, of which the relation schema knows none; {@link WikidataRelations}
 * says which of them mean what a type of M3D's inventory means.
 */
final class DocredSource extends JsonArraySource {
    DocredSource(Path file) {
        super(file);
    }

    @Override
    GoldDocument convert(JsonNode element, String id) {
        StringBuilder text = new StringBuilder();
        List<int[][]> sentences = new ArrayList<>();
        int point = 0;
        for (JsonNode sentence : field(element, "sents")) {
            int[][] tokens = new int[sentence.size()][];
            for (int i = 0; i < tokens.length; i++) {
                if (text.length() > 0) {
                    text.append(' ');
                    point++;
                }
                String token = sentence.get(i).asText();
                int length = token.codePointCount(0, token.length());
                tokens[i] = new int[] {point, point + length};
                text.append(token);
                point += length;
            }
            sentences.add(tokens);
        }
        GoldBuilder gold = new GoldBuilder(text.toString());
        List<Integer> chains = new ArrayList<>();
        for (JsonNode vertex : field(element, "vertexSet")) {
            EntityType type = type(vertex);
            int chain = type == null ? -1 : gold.chain(type);
            chains.add(chain);
            if (chain < 0) {
                continue;
            }
            for (JsonNode mention : vertex) {
                int sentence = field(mention, "sent_id").asInt();
                int start = field(mention, "pos").path(0).asInt(-1);
                int end = mention.path("pos").path(1).asInt(-1);
                if (sentence < 0
                        || sentence >= sentences.size()
                        || start < 0
                        || end <= start
                        || end > sentences.get(sentence).length) {
                    throw new IllegalArgumentException(
                            "a mention has the tokens [" + start + ", " + end + ") of sentence " + sentence);
                }
                int[][] tokens = sentences.get(sentence);
                if (tokens[end - 1][1] > tokens[start][0]) {
                    gold.mention(chain, tokens[start][0], tokens[end - 1][1]);
                }
            }
        }
        for (JsonNode label : element.path("labels")) {
            int head = field(label, "h").asInt(-1);
            int tail = field(label, "t").asInt(-1);
            if (head < 0 || tail < 0 || head >= chains.size() || tail >= chains.size()) {
                throw new IllegalArgumentException("a relation names an entity that is not there");
            }
            int subject = chains.get(head);
            int object = chains.get(tail);
            if (subject >= 0 && object >= 0) {
                gold.relation(subject, object, field(label, "r").asText());
            }
        }
        String title = element.path("title").asText("");
        return gold.build(item(title.isBlank() ? id : title, "en", title, text.toString()));
    }

    /** The type of a chain, taken from its first mention; null for numbers. */
    private static EntityType type(JsonNode vertex) {
        String name = vertex.path(0).path("type").asText();
        return switch (name) {
            case "PER" -> EntityType.PER;
            case "LOC" -> EntityType.LOC;
            case "ORG" -> EntityType.ORG;
            case "TIME" -> EntityType.TIME;
            case "MISC" -> EntityType.MISC;
            case "NUM" -> null;
            default -> throw new IllegalArgumentException("it has an entity of the unknown type " + name);
        };
    }
}
