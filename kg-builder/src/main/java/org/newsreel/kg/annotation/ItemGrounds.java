package org.newsreel.kg.annotation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Spoken;
import org.newsreel.ontology.codec.WebVtt;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Schema;

/** The media of an item, and the mentions and regions that its evidence points to, each once. */
final class ItemGrounds {
    private final NodeReader graph;
    private final Map<String, Mention> mentions = new LinkedHashMap<>();
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Map<Node, Medium> media = new LinkedHashMap<>();

    ItemGrounds(NodeReader graph) {
        this.graph = graph;
    }

    List<Mention> mentions() {
        return List.copyOf(mentions.values());
    }

    List<Region> regions() {
        return List.copyOf(regions.values());
    }

    List<Medium> media() {
        return media.values().stream().sorted(Comparator.comparing(Medium::id)).toList();
    }

    /** First code point of a mention that was read. */
    int startOf(String mention) {
        return mentions.get(mention).start();
    }

    void media(Node item, String property, MediaKind kind) {
        for (Node node : graph.objects(item, property)) {
            media.put(
                    node,
                    new Medium(
                            graph.text(node, Nr.MEDIA_ID).orElseThrow(),
                            kind,
                            graph.text(node, Nr.FILE).orElse("?"),
                            graph.text(node, Schema.SHA256).orElseThrow(),
                            (int) graph.number(node, Nr.WIDTH).orElseThrow(),
                            (int) graph.number(node, Nr.HEIGHT).orElseThrow(),
                            graph.text(node, Nr.FRAME_RATE),
                            graph.number(node, Nr.DURATION),
                            graph.text(node, Nr.SUBTITLES).map(WebVtt::read).orElse(List.of())));
        }
    }

    /** Id of the medium in which evidence lies. */
    String mediumOf(Node evidence) {
        return media.get(graph.one(evidence, Oa.HAS_SOURCE).orElseThrow()).id();
    }

    /** Whether evidence lies in a text. */
    boolean isOf(Node evidence, Node text) {
        return graph.one(evidence, Oa.HAS_SOURCE).filter(text::equals).isPresent();
    }

    /** First code point of text evidence. */
    int start(Node evidence) {
        return (int) graph.number(graph.one(evidence, Oa.HAS_SELECTOR).orElseThrow(), Oa.START)
                .orElseThrow();
    }

    /** Reads a mention, when it is new, and gives its id. */
    String mention(Node evidence, EntityType type, double confidence) {
        Node selector = graph.one(evidence, Oa.HAS_SELECTOR).orElseThrow();
        int start = (int) graph.number(selector, Oa.START).orElseThrow();
        int end = (int) graph.number(selector, Oa.END).orElseThrow();
        String id = "m" + start + "-" + end;
        mentions.computeIfAbsent(
                id,
                key -> new Mention(
                        id,
                        type,
                        start,
                        end,
                        graph.text(selector, Oa.EXACT).orElseThrow(),
                        confidence,
                        spoken(selector)));
        return id;
    }

    private Optional<Spoken> spoken(Node selector) {
        return graph.one(selector, Nr.SPOKEN_IN)
                .map(video -> new Spoken(
                        media.get(video).id(),
                        graph.number(selector, Nr.SPOKEN_FROM).orElseThrow(),
                        graph.number(selector, Nr.SPOKEN_UNTIL).orElseThrow()));
    }

    /** Reads a region, when it is new, and gives its id. */
    String region(Node evidence, Optional<String> chain, EntityType type, double confidence) {
        Node selector = graph.one(evidence, Oa.HAS_SELECTOR).orElseThrow();
        String id = "g" + selector.getURI().substring(selector.getURI().lastIndexOf('/') + 1);
        Node source = graph.one(evidence, Oa.HAS_SOURCE).orElseThrow();
        Medium medium = media.get(source);
        double wide = medium.width();
        double high = medium.height();
        regions.computeIfAbsent(
                id,
                key -> new Region(
                        id,
                        type,
                        medium.id(),
                        (int) graph.number(evidence, Nr.FRAME).orElse(0),
                        graph.number(evidence, Nr.TIME),
                        new Box(
                                graph.number(evidence, Nr.X).orElseThrow() / wide,
                                graph.number(evidence, Nr.Y).orElseThrow() / high,
                                graph.number(evidence, Nr.WIDTH).orElseThrow() / wide,
                                graph.number(evidence, Nr.HEIGHT).orElseThrow() / high),
                        chain,
                        confidence,
                        graph.text(evidence, Nr.TEXT)));
        return id;
    }
}
