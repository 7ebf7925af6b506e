package org.newsreel.kg.merge;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsreel.kg.identity.EntityKey;

/** What a {@link Judge} has to go by: read from a store, or told by whoever gathered it. */
interface Acquaintance {
    /** The name of an entity; empty when no item names it. */
    Optional<EntityKey> key(Node entity);

    /** How many items name an entity, at most {@link org.newsreel.kg.identity.IdentityPolicy#KNOWN}. */
    int support(Node entity);

    /** The shared entities that are named with one, and how much each says, above 0. */
    Map<Node, Double> company(Node entity);

    /** The highest confidence with which an item says that one is also known as the other and nobody rejects it. */
    double alsoKnownAs(Node one, Node other);

    /** Whether an item or a person gives an entity another name. */
    boolean hasAlias(Node entity);

    /** Whether a person decided that two are one, or that they are two. */
    Optional<Boolean> decided(Node a, Node b);
}
