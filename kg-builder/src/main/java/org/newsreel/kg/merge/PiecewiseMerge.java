package org.newsreel.kg.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.IdentityPolicy;

/**
 * What {@link MergedGraphs#rebuild} does for a dataset without reviews, in pieces that an engine can spread over many
 * machines: each is a function of its arguments, scored and grouped by the same code. An engine reads {@link ItemSketch}es,
 * adds up {@link Portrait}s, finds pairs that see each other in blocks that are not crowded, has them judged, groups what
 * joining ties lead to, and merges item by item. All quads together are those that a store would hold.
 */
public final class PiecewiseMerge {
    private final IdentityPolicy policy;

    public PiecewiseMerge(IdentityPolicy policy) {
        this.policy = policy;
    }

    /**
     * Whether two may be one.
     *
     * @param one with its company
     * @param other with its company
     * @return a tie where that is likely enough to be kept
     */
    public Optional<Tie> judge(Portrait one, Portrait other) {
        return new Judge(new ToldAcquaintance(List.of(one, other)), policy)
                .link(one.key(), other.key())
                .map(Tie::of);
    }

    /**
     * What a group of entities came to.
     *
     * @param representatives those for whom somebody else stands, with who does
     * @param quads links and who stands for whom, of the identity graph
     */
    public record Grouped(Map<String, String> representatives, List<Quad> quads) {}

    /**
     * Groups entities.
     *
     * @param members everything that joining ties lead to from any of them
     * @param ties all ties of the members
     * @param portraits of the members and of those to whom ties lead; company is not needed
     */
    public Grouped group(Set<String> members, Collection<Tie> ties, Collection<Portrait> portraits) {
        ToldAcquaintance known = new ToldAcquaintance(portraits);
        Set<Node> nodes = new LinkedHashSet<>();
        members.forEach(member -> nodes.add(Quads.iri(member)));
        Set<Link> every = new LinkedHashSet<>();
        ties.forEach(tie -> every.add(tie.link()));
        Groups.Outcome outcome = new Groups(known, new Judge(known, policy), policy).of(nodes, every);
        DatasetGraph graphs = DatasetGraphFactory.create();
        Links links = new Links(new Quads(graphs));
        outcome.statuses().forEach((link, status) -> {
            links.write(link);
            links.status(link, status);
        });
        Map<String, String> representatives = new HashMap<>();
        outcome.representatives().forEach((member, representative) -> {
            links.represent(member, representative);
            if (!member.equals(representative)) {
                representatives.put(member.getURI(), representative.getURI());
            }
        });
        return new Grouped(representatives, all(graphs));
    }

    /** The name index of an entity. */
    public List<Quad> names(Portrait portrait) {
        DatasetGraph graphs = DatasetGraphFactory.create();
        new NameIndex(new Quads(graphs), policy.crowded()).add(portrait.key());
        return all(graphs);
    }

    /**
     * What an item adds to the graphs that all share.
     *
     * @param item its quads, all of one graph
     * @param representatives who stands for its entities, where that is somebody else
     * @return facts of the default graph, and restated statements of the identity graph
     */
    public List<Quad> merge(Collection<Quad> item, Map<String, String> representatives) {
        DatasetGraph graphs = DatasetGraphFactory.create();
        Set<Node> names = new HashSet<>();
        for (Quad quad : item) {
            graphs.add(quad);
            names.add(quad.getGraph());
        }
        Quads quads = new Quads(graphs);
        Links links = new Links(quads);
        representatives.forEach(
                (entity, representative) -> links.represent(Quads.iri(entity), Quads.iri(representative)));
        Facts facts = new Facts(quads, new ReviewBook(quads), links);
        ItemGraphs items = new ItemGraphs(quads);
        for (Node graph : names) {
            for (Stated stated : items.statements(graph)) {
                facts.write(stated).ifPresent(quads::addFact);
            }
        }
        List<Quad> added = new ArrayList<>();
        for (Quad quad : all(graphs)) {
            if (!names.contains(quad.getGraph())) {
                added.add(quad);
            }
        }
        return added;
    }

    private static List<Quad> all(DatasetGraph graphs) {
        List<Quad> quads = new ArrayList<>();
        graphs.find().forEachRemaining(quads::add);
        return quads;
    }
}
