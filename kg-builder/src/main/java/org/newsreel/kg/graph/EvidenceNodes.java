package org.newsreel.kg.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.AttentionMap;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.vocab.DcTerms;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Rdf;

/**
 * Evidence nodes and their selectors. A spot (a stretch of text or a region) has one selector, however many statements
 * rest on it; an evidence node is a spot with a weight, and statements that give a spot the same weight share it.
 */
final class EvidenceNodes {
    /** Code points of context before and after a quote (Web Annotation Data Model, 4.2.4). */
    static final int CONTEXT = 32;

    private static final String MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/";

    private final String graph;
    private final GraphSheet sheet;
    private final CodePoints points;
    private final Node text;
    private final Map<String, Mention> mentions = new HashMap<>();
    private final Map<String, Region> regions = new HashMap<>();
    private final Map<String, Medium> media = new HashMap<>();
    private final Map<String, Mention> spans = new HashMap<>();
    private final Set<String> selected = new HashSet<>();
    private final Set<Node> written = new HashSet<>();

    EvidenceNodes(ExtractionDocument document, String graph, GraphSheet sheet) {
        this.graph = graph;
        this.sheet = sheet;
        this.points = new CodePoints(document.text());
        this.text = GraphSheet.iri(Iris.text(document.id(), document.version()));
        document.mentions().forEach(mention -> {
            mentions.put(mention.id(), mention);
            spans.put(spot(mention), mention);
        });
        document.regions().forEach(region -> regions.put(region.id(), region));
        document.media().forEach(medium -> media.put(medium.id(), medium));
    }

    /** What tells the spot from others in this graph: mentions of the same stretch of text are the same spot. */
    String spotOf(EvidenceRef ref) {
        return ref.mention()
                .map(id -> spot(mentions.get(id)))
                .orElseGet(() -> "region " + ref.region().orElseThrow());
    }

    private static String spot(Mention mention) {
        return "text " + mention.start() + " " + mention.end();
    }

    /** The evidence node for a spot with a weight; written when it is first asked for. */
    Node node(String spot, double weight) {
        Node node = GraphSheet.iri(Iris.part("evidence", graph, spot, Double.toString(weight)));
        if (written.add(node)) {
            write(node, spot);
            sheet.number(node, Nr.WEIGHT, weight);
        }
        return node;
    }

    /** Regions on which no statement rests, captions among them, are kept without a weight. */
    void writeUnclaimedRegions() {
        for (Region region : regions.values()) {
            String spot = "region " + region.id();
            if (!selected.contains(spot)) {
                Node node = GraphSheet.iri(Iris.part("region", graph, spot));
                write(node, spot);
                sheet.link(node, Nr.SHOWS, EntityClasses.of(region.type()));
                sheet.number(node, Nr.REGION_CONFIDENCE, GraphSheet.rounded(region.confidence()));
            }
        }
    }

    private void write(Node node, String spot) {
        Node selector = GraphSheet.iri(Iris.part("selector", graph, spot));
        boolean first = selected.add(spot);
        sheet.type(node, Oa.SPECIFIC_RESOURCE);
        sheet.put(node, Oa.HAS_SELECTOR, selector);
        Mention mention = spans.get(spot);
        if (mention != null) {
            sheet.put(node, Oa.HAS_SOURCE, text);
            if (first) {
                quote(selector, mention);
            }
        } else {
            Region region = regions.get(spot.substring("region ".length()));
            Medium medium = media.get(region.media());
            sheet.link(node, Oa.HAS_SOURCE, Iris.media(medium.sha256()));
            frame(node, selector, FrameSpot.of(region, medium), region);
        }
    }

    /** Where a network looked when it claimed a statement's fact: the whole frame, and how much each cell counted. */
    Node map(Node statement, AttentionMap map) {
        Medium medium = media.get(map.media());
        String place = map.media() + " " + map.frame();
        Region all = new Region(
                "attention " + place,
                EntityType.MISC,
                map.media(),
                map.frame(),
                map.t(),
                new Box(0, 0, 1, 1),
                Optional.empty(),
                1,
                Optional.empty());
        Node node = GraphSheet.iri(Iris.part("attention", graph, statement.getURI(), map.network(), place));
        Node selector = GraphSheet.iri(Iris.part("selector", graph, all.id()));
        sheet.type(node, Oa.SPECIFIC_RESOURCE);
        sheet.type(node, Nr.ATTENTION_MAP);
        sheet.put(node, Oa.HAS_SELECTOR, selector);
        sheet.link(node, Oa.HAS_SOURCE, Iris.media(medium.sha256()));
        frame(node, selector, FrameSpot.of(all, medium), all);
        sheet.text(node, Nr.NETWORK, map.network());
        sheet.integer(node, Nr.ROWS, map.rows());
        sheet.integer(node, Nr.COLUMNS, map.columns());
        sheet.put(node, Nr.CELLS, NodeFactory.createLiteralDT(map.cells(), XSDDatatype.XSDbase64Binary));
        return node;
    }

    private void quote(Node selector, Mention mention) {
        sheet.type(selector, Oa.TEXT_POSITION_SELECTOR);
        sheet.type(selector, Oa.TEXT_QUOTE_SELECTOR);
        sheet.integer(selector, Oa.START, mention.start());
        sheet.integer(selector, Oa.END, mention.end());
        sheet.text(selector, Oa.EXACT, mention.text());
        sheet.text(selector, Oa.PREFIX, points.slice(Math.max(0, mention.start() - CONTEXT), mention.start()));
        sheet.text(
                selector, Oa.SUFFIX, points.slice(mention.end(), Math.min(points.length(), mention.end() + CONTEXT)));
        mention.spoken().ifPresent(spoken -> {
            sheet.link(
                    selector, Nr.SPOKEN_IN, Iris.media(media.get(spoken.media()).sha256()));
            sheet.number(selector, Nr.SPOKEN_FROM, GraphSheet.rounded(spoken.start()));
            sheet.number(selector, Nr.SPOKEN_UNTIL, GraphSheet.rounded(spoken.end()));
        });
    }

    private void frame(Node node, Node selector, FrameSpot spot, Region region) {
        sheet.type(selector, Oa.FRAGMENT_SELECTOR);
        sheet.link(selector, DcTerms.CONFORMS_TO, MEDIA_FRAGMENTS);
        sheet.text(selector, Rdf.VALUE, spot.fragment());
        sheet.integer(node, Nr.FRAME, region.frame());
        spot.time().ifPresent(time -> sheet.number(node, Nr.TIME, time));
        sheet.integer(node, Nr.X, spot.x());
        sheet.integer(node, Nr.Y, spot.y());
        sheet.integer(node, Nr.WIDTH, spot.width());
        sheet.integer(node, Nr.HEIGHT, spot.height());
        region.text().ifPresent(words -> sheet.text(node, Nr.TEXT, words));
    }
}
