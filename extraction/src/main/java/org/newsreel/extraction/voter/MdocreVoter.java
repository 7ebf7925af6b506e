package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.mdocre.MdocreExample;
import org.newsreel.extraction.mdocre.MdocreNetwork;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ModelUse;

/**
 * MDocRE about a whole document and its frames. As in its training, frames reach the words, and chains have no mentions
 * of their own in them.
 */
final class MdocreVoter implements RelationVoter {
    private final OpenModel model;
    private final TextTokenizer tokenizer;
    private final MdocreNetwork network;

    /** Takes the tokenizer and the network over. */
    MdocreVoter(OpenModel model, TextTokenizer tokenizer, MdocreNetwork network) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.network = network;
    }

    @Override
    public boolean sees() {
        return network.config().parts().pictures();
    }

    @Override
    public boolean reads(String text) {
        return Unknown.fewIn(tokenizer, text);
    }

    @Override
    public double threshold() {
        return model.calibration().threshold();
    }

    @Override
    public ModelUse use() {
        return model.use("relations");
    }

    @Override
    public List<Ballot> vote(Article article, Sights sights) {
        TorchOps.inferOnThisThread();
        Words words = tokenizer.tokenize(article.text());
        DocumentPieces pieces = DocumentPieces.of(
                words, tokenizer.around(), article.mentions(), article.chains(), List.of(EntityType.values()), false);
        Map<String, EntityChain> byId = new HashMap<>();
        article.chains().forEach(chain -> byId.put(chain.id(), chain));
        List<MdocreExample.Pair> pairs = pairs(pieces, byId);
        BallotBox box = new BallotBox(model.labels());
        if (!pairs.isEmpty()) {
            MdocreExample example =
                    new MdocreExample(pieces.pieces(), pieces.firsts(), frames(sights), entities(pieces), pairs);
            float[][] rows = network.scores(List.of(example));
            for (int p = 0; p < rows.length; p++) {
                double[] all = model.calibration().probabilities(rows[p]);
                int pair = p;
                box.add(
                        byId.get(pieces.chains().get(pairs.get(p).subject())),
                        byId.get(pieces.chains().get(pairs.get(p).object())),
                        Arrays.copyOfRange(all, MdocreNetwork.NONE + 1, all.length),
                        relation -> grounds(words, article, pieces, example, pair, relation + 1));
            }
        }
        return box.ballots(article.chains());
    }

    private List<Pixels> frames(Sights sights) {
        if (!sees()) {
            return List.of();
        }
        List<Pixels> frames =
                sights.all(model.scale()).stream().map(Sights.Seen::pixels).toList();
        return frames.subList(0, Math.min(frames.size(), network.config().maxFrames()));
    }

    private List<MdocreExample.Pair> pairs(DocumentPieces pieces, Map<String, EntityChain> byId) {
        List<MdocreExample.Pair> pairs = new ArrayList<>();
        for (int subject = 0; subject < pieces.chains().size(); subject++) {
            for (int object = 0; object < pieces.chains().size(); object++) {
                EntityChain one = byId.get(pieces.chains().get(subject));
                EntityChain other = byId.get(pieces.chains().get(object));
                if (subject != object
                        && one != null
                        && other != null
                        && model.labels().admit(one.type(), other.type())) {
                    pairs.add(new MdocreExample.Pair(subject, object, MdocreNetwork.NONE));
                }
            }
        }
        return pairs;
    }

    private static List<MdocreExample.Entity> entities(DocumentPieces pieces) {
        List<List<MdocreExample.TextMention>> texts = new ArrayList<>();
        pieces.chains().forEach(chain -> texts.add(new ArrayList<>()));
        pieces.mentions().forEach(m -> texts.get(m.chain()).add(new MdocreExample.TextMention(m.from(), m.to())));
        return texts.stream().map(t -> new MdocreExample.Entity(t, List.of())).toList();
    }

    private Grounds grounds(
            Words words, Article article, DocumentPieces pieces, MdocreExample example, int pair, int relation) {
        Evidence evidence = network.evidence(example, pair, relation);
        GroundsBuilder builder = new GroundsBuilder();
        builder.account(model.name(), evidence, words, article.mentions(), List.of(), share ->
                new int[] {share.from(), share.to()});
        MdocreExample.Pair asked = example.pairs().get(pair);
        return builder.build(first(pieces, asked.subject()), first(pieces, asked.object()));
    }

    static String first(DocumentPieces pieces, int chain) {
        return pieces.mentions().stream()
                .filter(m -> m.chain() == chain)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
