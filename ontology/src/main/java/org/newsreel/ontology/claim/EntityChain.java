package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * All mentions of one entity in one document.
 *
 * @param id unique among the document's chains
 * @param type the entity's type
 * @param name the mention that names the entity best, as it stands in the text or on screen
 * @param mentions ids of its mentions, without repetition; empty only for an entity that is seen and never written of
 * @param embedding the chain's context vector: little-endian 16-bit floats in base64
 */
public record EntityChain(
        String id,
        EntityType type,
        String name,
        List<String> mentions,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> embedding) {
    public EntityChain {
        Claims.named(id, "chain id");
        Claims.require(type != null, "chain %s has no type", id);
        Claims.named(name, "name of chain " + id);
        mentions = Claims.copy(mentions);
        Claims.require(
                new HashSet<>(mentions).size() == mentions.size(), "chain %s names a mention twice: %s", id, mentions);
        embedding = embedding == null ? Optional.empty() : embedding;
    }

    public EntityChain(String id, EntityType type, String name, List<String> mentions) {
        this(id, type, name, mentions, Optional.empty());
    }
}
