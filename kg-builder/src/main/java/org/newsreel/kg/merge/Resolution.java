package org.newsreel.kg.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.IdentityPolicy;

/**
 * Brings links and clusters up to date after a change. A link depends on its two entities' names and company alone, and
 * a cluster on the links that hang together with it; so only the neighbourhood of what changed is looked at, and the
 * result is what looking at everything would give.
 */
final class Resolution {
    private final ItemGraphs items;
    private final NameIndex names;
    private final Company company;
    private final Links links;
    private final StoredAcquaintance known;
    private final Judge judge;
    private final Groups groups;
    private final IdentityPolicy policy;

    Resolution(
            ItemGraphs items,
            NameIndex names,
            Company company,
            Links links,
            StoredAcquaintance known,
            IdentityPolicy policy) {
        this.items = items;
        this.names = names;
        this.company = company;
        this.links = links;
        this.known = known;
        this.judge = new Judge(known, policy);
        this.groups = new Groups(known, judge, policy);
        this.policy = policy;
    }

    /**
     * What a change came to.
     *
     * @param represented entities that somebody else stands for now, or nobody any more, with whoever does
     */
    record Outcome(Map<Node, Node> represented) {}

    void settled() {
        judge.settled();
        known.settled();
    }

    Outcome resolve(Set<Node> touched) {
        Set<Node> dirty = new LinkedHashSet<>(touched);
        dirty.addAll(names.inChangedBlocks());
        for (Node entity : touched) {
            if (company.changedWeight(entity)) {
                dirty.addAll(company.neighbours(entity));
            }
        }
        Set<Node> unsettled = new LinkedHashSet<>(dirty);
        for (Node entity : dirty) {
            relink(entity, unsettled);
        }
        Map<Node, Node> represented = new LinkedHashMap<>();
        Set<Node> done = new HashSet<>();
        for (Node entity : unsettled) {
            if (!done.contains(entity)) {
                cluster(entity, done, represented);
            }
        }
        return new Outcome(represented);
    }

    /** Replaces the links of an entity, and notes those whose link has changed. */
    private void relink(Node entity, Set<Node> unsettled) {
        Map<Node, Link> old = new HashMap<>();
        links.of(entity).forEach(link -> old.put(link.opposite(entity), link));
        for (Link link : linksNow(entity)) {
            Link before = old.remove(link.opposite(entity));
            if (!link.equals(before)) {
                if (before != null) {
                    links.delete(before);
                }
                links.write(link);
            }
            // Also where the link is the same: whom an entity excludes may have changed with its aliases.
            unsettled.add(link.opposite(entity));
        }
        old.forEach((other, link) -> {
            links.delete(link);
            unsettled.add(other);
        });
    }

    /** All links of an entity worth keeping. Empty for one that no item names. */
    private List<Link> linksNow(Node entity) {
        Optional<EntityKey> key = items.key(entity);
        if (key.isEmpty()) {
            return List.of();
        }
        List<Link> found = new ArrayList<>();
        for (Node other : known.candidates(key.get())) {
            items.key(other).flatMap(o -> judge.link(key.get(), o)).ifPresent(found::add);
        }
        return found;
    }

    private void cluster(Node start, Set<Node> done, Map<Node, Node> represented) {
        Map<Node, List<Link>> component = component(start);
        done.addAll(component.keySet());
        Set<Link> every = new LinkedHashSet<>();
        component.values().forEach(every::addAll);
        Groups.Outcome now = groups.of(component.keySet(), every);
        now.representatives().forEach((member, representative) -> {
            if (!links.representative(member).equals(representative)) {
                represented.put(member, representative);
            }
        });
        now.statuses().forEach(links::status);
    }

    /** Everything that joining links lead to, with all links of each. */
    private Map<Node, List<Link>> component(Node start) {
        Map<Node, List<Link>> found = new LinkedHashMap<>();
        Deque<Node> open = new ArrayDeque<>();
        open.add(start);
        found.put(start, List.of());
        while (!open.isEmpty()) {
            Node node = open.remove();
            List<Link> kept = links.of(node);
            found.put(node, kept);
            for (Link link : kept) {
                Node other = link.opposite(node);
                if (link.joins(policy.merge()) && !found.containsKey(other)) {
                    found.put(other, List.of());
                    open.add(other);
                }
            }
        }
        return found;
    }
}
