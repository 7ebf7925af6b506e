package org.newsreel.kg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/** Writes an item that names given entities, each once, and states given relations of them. */
public final class NamedNews {
    private final String id;
    private final StringBuilder text = new StringBuilder();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<EntityChain> chains = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final Map<String, String> chainOf = new LinkedHashMap<>();

    public NamedNews(String id) {
        this.id = id;
    }

    /** Names an entity; the same name and type again is the same chain. */
    public NamedNews names(EntityType type, String name) {
        if (!chainOf.containsKey(name)) {
            int start = text.codePointCount(0, text.length());
            text.append(name);
            int end = text.codePointCount(0, text.length());
            text.append(" came. ");
            String mention = "m" + mentions.size();
            mentions.add(new Mention(mention, type, start, end, name, 0.9));
            String chain = "c" + chains.size();
            chains.add(new EntityChain(chain, type, name, List.of(mention)));
            chainOf.put(name, chain);
        }
        return this;
    }

    public NamedNews people(String... names) {
        for (String name : names) {
            names(EntityType.PER, name);
        }
        return this;
    }

    public NamedNews groups(String... names) {
        for (String name : names) {
            names(EntityType.ORG, name);
        }
        return this;
    }

    public NamedNews places(String... names) {
        for (String name : names) {
            names(EntityType.LOC, name);
        }
        return this;
    }

    /** States a relation, by its name in the schema, between names that were given before. */
    public NamedNews states(String subject, String relation, String object) {
        String s = chainOf.get(subject);
        String o = chainOf.get(object);
        relations.add(new Relation(
                "r" + relations.size(),
                relation,
                s,
                o,
                0.8,
                List.of(
                        EvidenceRef.ofMention("m" + s.substring(1), 0.5),
                        EvidenceRef.ofMention("m" + o.substring(1), 0.5))));
        return this;
    }

    /** The document; its version follows from what it says. */
    public ExtractionDocument done() {
        return new ExtractionDocument(
                id,
                Documents.version((text + relations.toString()).hashCode() & 0xffffffffL),
                "en",
                Optional.of("News " + id),
                Optional.of("2024-05-06"),
                Optional.empty(),
                Optional.empty(),
                text.toString(),
                List.of(),
                mentions,
                chains,
                relations,
                List.of(),
                List.of());
    }
}
