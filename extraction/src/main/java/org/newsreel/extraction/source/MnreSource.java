package org.newsreel.extraction.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/**
 * MNRE as documents: the post with its two marked names, each a chain of its own, and the relation from head to tail. The
 * corpus gives no types; a relation implies those of its arguments, and the names of pairs without one are
 * {@link EntityType#MISC}, which then means "unknown". {@link MnreExamples} keeps which name is the head.
 */
final class MnreSource extends LineSource {
    private static final Map<String, RelationType> TYPES = types();

    MnreSource(Path file) {
        super(file);
    }

    private static Map<String, RelationType> types() {
        Map<String, RelationType> types = new HashMap<>();
        for (RelationType type : RelationSchema.standard().types(RelationInventory.MNRE)) {
            if (type.property().isPresent()) {
                types.put(type.name(), type);
            }
        }
        return Map.copyOf(types);
    }

    @Override
    GoldDocument convert(String line, String id) {
        MnreExample example = MnreExample.parse(line);
        RelationType type = TYPES.get(example.relation());
        if (type == null && !example.relation().equals(MnreExample.NONE)) {
            throw new IllegalArgumentException("MNRE has no relation " + example.relation());
        }
        JoinedTokens tokens = new JoinedTokens();
        example.tokens().forEach(tokens::add);
        GoldBuilder gold = new GoldBuilder(tokens.text());
        int head = gold.chain(type == null ? EntityType.MISC : type.domain());
        int tail = gold.chain(type == null ? EntityType.MISC : type.range());
        gold.mention(head, tokens.start(example.headFrom()), tokens.end(example.headTo() - 1));
        gold.mention(tail, tokens.start(example.tailFrom()), tokens.end(example.tailTo() - 1));
        if (type != null) {
            gold.relation(head, tail, type.name());
        }
        String picture = example.pictureId();
        int dot = picture.lastIndexOf('.');
        String name = dot > 0 ? picture.substring(0, dot) : picture;
        return gold.build(CorpusSource.item(name.isBlank() ? id : name, "en", "", tokens.text()));
    }
}
