package org.newsreel.kg.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.IdentityPolicy;

/** What portraits say of entities; nobody has reviewed anything. */
final class ToldAcquaintance implements Acquaintance {
    private final Map<String, Portrait> portraits = new HashMap<>();

    ToldAcquaintance(Collection<Portrait> portraits) {
        portraits.forEach(portrait -> this.portraits.put(portrait.iri(), portrait));
    }

    private Optional<Portrait> of(Node entity) {
        return Optional.ofNullable(portraits.get(entity.getURI()));
    }

    @Override
    public Optional<EntityKey> key(Node entity) {
        return of(entity).map(Portrait::key);
    }

    @Override
    public int support(Node entity) {
        return of(entity)
                .map(portrait -> Math.min(portrait.support(), IdentityPolicy.KNOWN))
                .orElse(0);
    }

    @Override
    public Map<Node, Double> company(Node entity) {
        Map<Node, Double> company = new HashMap<>();
        of(entity).ifPresent(portrait -> portrait.company()
                .forEach((other, weight) -> company.put(Quads.iri(other), weight)));
        return company;
    }

    @Override
    public double alsoKnownAs(Node one, Node other) {
        return of(one).stream()
                .flatMap(portrait -> portrait.aliases().stream())
                .filter(alias -> alias.ties(one.getURI(), other.getURI()))
                .mapToDouble(Alias::confidence)
                .max()
                .orElse(0);
    }

    @Override
    public boolean hasAlias(Node entity) {
        return of(entity).filter(portrait -> !portrait.aliases().isEmpty()).isPresent();
    }

    @Override
    public Optional<Boolean> decided(Node a, Node b) {
        return Optional.empty();
    }
}
