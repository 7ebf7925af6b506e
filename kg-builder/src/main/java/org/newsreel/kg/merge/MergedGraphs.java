package org.newsreel.kg.merge;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.graph.FactNodes;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.IdentityPolicy;

/**
 * Keeps a dataset's default graph, identity graph and name index what they would be had they been made at once from the
 * item graphs and reviews that are in it. Puts and removes items and reviews; {@link #settle} then brings everything
 * that follows up to date. All calls need one write transaction around them, and a transaction must not end between a
 * change and its {@code settle}. Not thread safe.
 */
public final class MergedGraphs {
    private final Quads quads;
    private final ItemGraphs items;
    private final NameIndex names;
    private final Company company;
    private final ReviewBook reviews;
    private final Links links;
    private final OwnLinks linked;
    private final Resolution resolution;
    private final Facts facts;

    /** Entities whose items or reviews have changed. */
    private final Set<Node> touched = new LinkedHashSet<>();
    /** Statements to be read anew. */
    private final Set<Stated> unread = new LinkedHashSet<>();
    /** Facts that may no longer hold. */
    private final Set<Triple> doubtful = new HashSet<>();

    /** With the usual policy. */
    public MergedGraphs(DatasetGraph graphs) {
        this(graphs, IdentityPolicy.STANDARD);
    }

    /** Over a dataset that nobody else writes to. */
    public MergedGraphs(DatasetGraph graphs, IdentityPolicy policy) {
        this.quads = new Quads(graphs);
        this.items = new ItemGraphs(quads);
        this.names = new NameIndex(quads, policy.crowded());
        this.company = new Company(quads, items, policy.common());
        this.reviews = new ReviewBook(quads);
        this.links = new Links(quads);
        this.linked = new OwnLinks(quads);
        StoredAcquaintance known = new StoredAcquaintance(quads, items, names, company, reviews);
        this.resolution = new Resolution(items, names, company, links, known, policy);
        this.facts = new Facts(quads, reviews, links);
    }

    /** Adds an item's graph; another version of the item must have been removed. */
    public void put(ItemGraph item) {
        Set<Node> entities = new HashSet<>();
        item.facts().forEach(fact -> entities.add(fact.getSubject()));
        entities.forEach(company::beforeChange);
        item.graph().find().forEach(triple -> quads.add(new Quad(item.name(), triple)));
        touched.addAll(entities);
        item.facts().forEach(fact -> unread.add(new Stated(item.name(), FactNodes.statement(item.name(), fact), fact)));
    }

    /** Takes a graph out; what only it supported goes when {@link #settle} is called. */
    public void remove(Node graph) {
        List<Stated> statements = items.statements(graph);
        Set<Node> entities = items.entities(graph);
        entities.forEach(company::beforeChange);
        for (Stated stated : statements) {
            facts.reading(stated).ifPresent(doubtful::add);
            facts.unwrite(stated);
            unread.remove(stated);
        }
        quads.deleteAll(graph, Node.ANY, Node.ANY, Node.ANY);
        touched.addAll(entities);
    }

    /**
     * Writes a review down, in place of an earlier one on the same target.
     *
     * @throws IllegalArgumentException when what it says could never hold, such as two types' being one
     */
    public void review(Review review) {
        ReviewRules.check(review);
        before(review);
        reviews.write(review);
    }

    /**
     * As {@link #review}, for a person who is asked to say what is wrong: what the review speaks of must be here now.
     *
     * @throws IllegalArgumentException also when it isn't
     */
    public void reviewPresent(Review review) {
        ReviewRules.check(review);
        for (String target : review.targets()) {
            boolean here = review.targets().size() == 1
                    ? items.find(Quads.iri(target)).isPresent()
                    : items.key(Quads.iri(target)).isPresent();
            if (!here) {
                throw new IllegalArgumentException("no item here "
                        + (review.targets().size() == 1 ? "makes the statement " : "names the entity ") + target
                        + ": check its IRI");
            }
        }
        review.instead().ifPresent(fact -> {
            for (Node end : List.of(fact.getSubject(), fact.getObject())) {
                if (ItemGraphs.isEntity(end) && items.key(end).isEmpty()) {
                    throw new IllegalArgumentException("no item here names the entity " + end + ": check its IRI");
                }
            }
        });
        review(review);
    }

    /**
     * Takes a decision back.
     *
     * @return whether there was one on this target: a statement, or two entities
     */
    public boolean withdraw(List<String> targets) {
        Optional<Review> review = reviews.of(targets);
        review.ifPresent(r -> {
            before(r);
            reviews.delete(r);
        });
        return review.isPresent();
    }

    private void before(Review review) {
        if (review.targets().size() == 2) {
            review.targets().forEach(target -> touched.add(Quads.iri(target)));
            return;
        }
        items.find(Quads.iri(review.targets().get(0))).ifPresent(stated -> {
            facts.reading(stated).ifPresent(doubtful::add);
            unread.add(stated);
            // A statement that one is also known as the other counts for their identity.
            for (Node end : List.of(stated.fact().getSubject(), stated.fact().getObject())) {
                if (ItemGraphs.isEntity(end)) {
                    touched.add(end);
                }
            }
        });
    }

    /** Links of a status ({@code merged}, {@code apart}, {@code possible}), the likeliest first. */
    public List<IdentityLink> links(String status) {
        return new Decided(quads).links(status);
    }

    /** All reviews. */
    public List<Review> reviews() {
        return reviews.all();
    }

    /** As {@link #settle}, and tells what became of the default graph. */
    public FactChanges settleAndTell() {
        return quads.watch(this::settle);
    }

    /** Brings links, representatives and the default graph up to date. */
    public void settle() {
        company.changed();
        touched.forEach(items::forget);
        Set<Node> present = new HashSet<>();
        for (Node entity : touched) {
            Optional<EntityKey> key = items.key(entity);
            if (key.isEmpty()) {
                names.remove(entity);
                linked.forget(entity);
            } else {
                present.add(entity);
                if (!names.has(entity)) {
                    names.add(key.get());
                }
            }
        }
        Resolution.Outcome outcome = resolution.resolve(touched);
        Set<Stated> affected = new LinkedHashSet<>(unread);
        for (Node entity : outcome.represented().keySet()) {
            affected.addAll(items.involving(entity));
            for (Node statement : reviews.correctedTo(entity)) {
                items.find(statement).ifPresent(affected::add);
            }
        }
        for (Stated stated : affected) {
            if (!unread.contains(stated)) {
                facts.reading(stated).ifPresent(doubtful::add);
            }
        }
        outcome.represented().forEach(links::represent);
        facts.forget();
        Set<Triple> holding = new HashSet<>();
        for (Stated stated : affected) {
            facts.write(stated).ifPresent(holding::add);
        }
        holding.forEach(quads::addFact);
        for (Triple fact : doubtful) {
            if (!holding.contains(fact) && !facts.holds(fact)) {
                quads.deleteFact(fact);
            }
        }
        touched.clear();
        unread.clear();
        doubtful.clear();
        names.settled();
        company.settled();
        resolution.settled();
        facts.forget();
    }

    /** The fact that an item's statement supports once identities and reviews count; empty when it supports none. */
    public Optional<Triple> reading(Node graph, Node statement, Triple fact) {
        facts.forget();
        return facts.reading(new Stated(graph, statement, fact));
    }

    /** Makes everything anew that follows from the item graphs of these names and from the reviews. */
    public void rebuild(List<Node> graphs) {
        names.clear();
        quads.deleteAll(Links.GRAPH, Node.ANY, Node.ANY, Node.ANY);
        quads.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY).forEach(quad -> doubtful.add(quad.asTriple()));
        items.forgetAll();
        facts.forget();
        for (Node graph : graphs) {
            touched.addAll(items.entities(graph));
            unread.addAll(items.statements(graph));
        }
        settle();
    }

    /** What is wrong with the identity graph and the name index, one sentence for each fault. */
    public List<String> faults() {
        return new MergeCheck(quads, items, names, facts).run();
    }

    /** Forgets what was under way: its transaction was rolled back. */
    public void abandon() {
        touched.clear();
        unread.clear();
        doubtful.clear();
        names.settled();
        company.settled();
        resolution.settled();
        facts.forget();
        items.forgetAll();
    }
}
