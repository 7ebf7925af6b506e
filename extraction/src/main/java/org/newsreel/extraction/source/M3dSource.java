package org.newsreel.extraction.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/**
 * M3D's JSON: documents of one language each. English offsets index the tokens between white space, Chinese offsets
 * count characters (code points); both are end-exclusive. The text stays as it is in the file.
 *
 * <p>A relation's name gives the types of its arguments, but the file often lists them the other way round
 * ({@code PER-ORG_member} links an ORG to a PER in every document); such links are turned. A symmetric relation starts
 * from the chain that comes first in the text.
 */
final class M3dSource extends JsonArraySource {
    M3dSource(Path file) {
        super(file);
    }

    @Override
    GoldDocument convert(JsonNode element, String id) {
        String text = field(element, "doc").asText();
        String language = element.path("lang").asText("en");
        String name = element.path("video_id").asText("");
        int[][] tokens = language.equals("en") ? tokens(text) : null;
        GoldBuilder gold = new GoldBuilder(text);
        Map<String, Integer> chains = new HashMap<>();
        Map<Integer, Integer> firstOf = new HashMap<>();
        field(element, "entityLink").fields().forEachRemaining(link -> {
            JsonNode chain = link.getValue();
            int number = gold.chain(type(field(chain, "type").asText()));
            chains.put(link.getKey(), number);
            for (JsonNode mention : field(chain, "link")) {
                int start = field(mention, "start").asInt();
                int end = field(mention, "end").asInt();
                if (tokens != null) {
                    if (start < 0 || end <= start || end > tokens.length) {
                        throw new IllegalArgumentException("chain " + link.getKey() + " has a mention at tokens ["
                                + start + ", " + end + ") of " + tokens.length);
                    }
                    start = tokens[start][0];
                    end = tokens[end - 1][1];
                }
                gold.mention(number, start, end);
                firstOf.merge(number, start, Math::min);
            }
        });
        for (JsonNode relation : element.path("relation")) {
            String type = field(relation, "type").asText();
            Integer first = chains.get(field(relation, "link1").asText());
            Integer second = chains.get(field(relation, "link2").asText());
            if (first == null || second == null) {
                throw new IllegalArgumentException("a relation " + type + " names a chain that is not there");
            }
            add(gold, type, first, second, firstOf);
        }
        String title = element.path("video_title").asText("");
        return gold.build(item(name.isBlank() ? id : name, language, title, text));
    }

    private static void add(GoldBuilder gold, String type, int first, int second, Map<Integer, Integer> firstOf) {
        List<RelationType> known = RelationSchema.standard().types(RelationInventory.M3D).stream()
                .filter(t -> t.name().equals(type))
                .toList();
        boolean turned = !known.isEmpty()
                && !known.get(0).admits(gold.type(first), gold.type(second))
                && known.get(0).admits(gold.type(second), gold.type(first));
        boolean late = !known.isEmpty()
                && known.get(0).symmetric()
                && gold.type(first) == gold.type(second)
                && firstOf.getOrDefault(second, 0) < firstOf.getOrDefault(first, 0);
        if (turned || late) {
            gold.relation(second, first, type);
        } else {
            gold.relation(first, second, type);
        }
    }

    private static EntityType type(String name) {
        try {
            return EntityType.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it has a chain of the unknown type " + name, e);
        }
    }

    /** Code point spans of the runs between white space, as Python's {@code split()} finds them. */
    private static int[][] tokens(String text) {
        List<int[]> tokens = new ArrayList<>();
        int start = -1;
        int point = 0;
        for (int i = 0; i < text.length(); point++) {
            int c = text.codePointAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
            if (space && start >= 0) {
                tokens.add(new int[] {start, point});
                start = -1;
            } else if (!space && start < 0) {
                start = point;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            tokens.add(new int[] {start, point});
        }
        return tokens.toArray(int[][]::new);
    }
}
