package org.newsreel.extraction.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.ontology.claim.EntityType;

/**
 * CrossRE's JSON lines (Bassignana and Plank 2022), whose token ranges include their end. Every mention is a chain of its
 * own. Relations keep their names, with {@link #PREFIX} before them, because the relation schema has no such types.
 */
final class CrossReSource extends LineSource {
    static final String PREFIX = "crossre:";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    CrossReSource(Path file) {
        super(file);
    }

    @Override
    GoldDocument convert(String line, String id) {
        JsonNode document;
        try {
            document = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "it is not valid JSON at column " + e.getLocation().getColumnNr(), e);
        }
        JoinedTokens tokens = new JoinedTokens();
        field(document, "sentence").forEach(token -> tokens.add(token.asText()));
        GoldBuilder gold = new GoldBuilder(tokens.text());
        Map<List<Integer>, Integer> chains = new HashMap<>();
        for (JsonNode entity : field(document, "ner")) {
            int from = entity.path(0).asInt(-1);
            int last = entity.path(1).asInt(-1);
            if (from < 0 || last < from || last >= tokens.size()) {
                throw new IllegalArgumentException(
                        "a mention is at the tokens " + from + " to " + last + " of " + tokens.size());
            }
            EntityType type = CrossTypes.TYPES.get(entity.path(2).asText());
            if (type == null) {
                throw new IllegalArgumentException(
                        "a mention has the unknown type " + entity.path(2).asText());
            }
            chains.computeIfAbsent(List.of(from, last), span -> {
                int chain = gold.chain(type);
                gold.mention(chain, tokens.start(from), tokens.end(last));
                return chain;
            });
        }
        for (JsonNode relation : document.path("relations")) {
            Integer head = chains.get(
                    List.of(relation.path(0).asInt(-1), relation.path(1).asInt(-1)));
            Integer tail = chains.get(
                    List.of(relation.path(2).asInt(-1), relation.path(3).asInt(-1)));
            String type = relation.path(4).asText();
            if (head == null || tail == null || type.isBlank()) {
                throw new IllegalArgumentException("a relation names a mention that is not there, or no type");
            }
            gold.relation(head, tail, PREFIX + type);
        }
        String key = document.path("doc_key").asText("");
        return gold.build(CorpusSource.item(key.isBlank() ? id : key, "en", "", tokens.text()));
    }
}
