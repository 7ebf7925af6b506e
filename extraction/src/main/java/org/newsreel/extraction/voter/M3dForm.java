package org.newsreel.extraction.voter;

import java.util.List;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.m3d.M3dExample;
import org.newsreel.extraction.m3d.M3dNetwork;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;

/**
 * How M3D reads an item, with the model that does.
 *
 * @param model its
 * @param tokenizer closed with this
 * @param network closed with this
 */
record M3dForm(OpenModel model, TextTokenizer tokenizer, M3dNetwork network) implements AutoCloseable {
    /** Types of mentions in the order of its tags. */
    static final List<EntityType> TYPES = LabelSpace.m3d().types();

    /** Types of regions, from 1. */
    static final List<EntityType> SEEN = List.of(EntityType.PER, EntityType.LOC, EntityType.ORG);

    /** Less of a frame than this along a side is nothing that can be seen. */
    private static final double SMALLEST = 1e-3;

    /**
     * An item in the network's form.
     *
     * @param shown the frames, in the order of the example's
     */
    record Formed(Words words, DocumentPieces pieces, M3dExample example, List<Sight> shown) {}

    Formed of(String text, List<Mention> mentions, List<EntityChain> chains, Sights sights) {
        Words words = tokenizer.tokenize(text);
        DocumentPieces pieces = DocumentPieces.of(words, tokenizer.around(), mentions, chains, TYPES, true);
        List<Sights.Seen> seen = network.config().parts().pictures() ? sights.all(model.scale()) : List.of();
        List<Sights.Seen> read =
                seen.subList(0, Math.min(seen.size(), network.config().maxFrames()));
        boolean worded = pieces.firsts().length > 0;
        M3dExample example = new M3dExample(
                0,
                worded ? pieces.pieces() : new long[0],
                pieces.firsts(),
                pieces.mentions().stream()
                        .map(m -> new M3dExample.Mention(m.from(), m.to(), TYPES.indexOf(m.type()), m.chain()))
                        .toList(),
                pieces.chains().size(),
                List.of(),
                read.stream()
                        .map(s -> new M3dExample.Frame(s.pixels(), List.of()))
                        .toList());
        return new Formed(
                words, pieces, example, read.stream().map(Sights.Seen::sight).toList());
    }

    /** The part of a region that lies in its frame. */
    static Box box(M3dExample.Region region) {
        double left = Math.min(Math.max(0, region.x() - region.width() / 2), 1 - SMALLEST);
        double top = Math.min(Math.max(0, region.y() - region.height() / 2), 1 - SMALLEST);
        double right = Math.max(left + SMALLEST, Math.min(1, region.x() + region.width() / 2));
        double bottom = Math.max(top + SMALLEST, Math.min(1, region.y() + region.height() / 2));
        return new Box(left, top, right - left, bottom - top);
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
