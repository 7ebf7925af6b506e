package org.newsreel.extraction.voter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.m3d.M3dExample;
import org.newsreel.extraction.m3d.M3dNetwork;
import org.newsreel.extraction.m3d.M3dReading;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.ModelUse;

/** M3D about a whole document and its frames. */
final class M3dVoter implements RelationVoter {
    private final M3dForm form;

    M3dVoter(M3dForm form) {
        this.form = form;
    }

    @Override
    public boolean sees() {
        return form.network().config().parts().pictures();
    }

    @Override
    public boolean reads(String text) {
        return Unknown.fewIn(form.tokenizer(), text);
    }

    @Override
    public double threshold() {
        return form.model().calibration().threshold();
    }

    @Override
    public ModelUse use() {
        return form.model().use("relations");
    }

    @Override
    public List<Ballot> vote(Article article, Sights sights) {
        TorchOps.inferOnThisThread();
        M3dForm.Formed formed = form.of(article.text(), article.mentions(), article.chains(), sights);
        BallotBox box = new BallotBox(form.model().labels());
        if (formed.pieces().chains().size() < 2) {
            return List.of();
        }
        Map<String, EntityChain> byId = new HashMap<>();
        article.chains().forEach(chain -> byId.put(chain.id(), chain));
        float[][] rows = form.network().scores(List.of(formed.example()));
        List<M3dExample.Pair> pairs = formed.example().pairs();
        for (int p = 0; p < rows.length; p++) {
            EntityChain subject =
                    byId.get(formed.pieces().chains().get(pairs.get(p).subject()));
            EntityChain object =
                    byId.get(formed.pieces().chains().get(pairs.get(p).object()));
            int pair = p;
            if (subject != null && object != null && form.model().labels().admit(subject.type(), object.type())) {
                double[] all = form.model().calibration().probabilities(rows[p]);
                box.add(
                        subject,
                        object,
                        Arrays.copyOfRange(all, M3dNetwork.NONE + 1, all.length),
                        relation -> grounds(article, formed, pair, relation + 1));
            }
        }
        return box.ballots(article.chains());
    }

    private Grounds grounds(Article article, M3dForm.Formed formed, int pair, int relation) {
        Evidence evidence = form.network().evidence(formed.example(), pair, relation);
        Words words = formed.words();
        GroundsBuilder builder = new GroundsBuilder();
        builder.account(form.model().name(), evidence, words, article.mentions(), formed.shown(), share ->
                new int[] {share.from(), share.to()});
        List<List<M3dReading.FoundRegion>> found = evidence.regions().isEmpty()
                ? List.of()
                : form.network().readGiven(List.of(formed.example())).get(0).regions();
        for (Evidence.RegionShare share : evidence.regions()) {
            Sight sight = formed.shown().get(share.picture());
            Spot spot = share.object() < 0
                    ? evidence.map()
                            .filter(map -> map.picture() == share.picture())
                            .map(map -> Spot.hottest(sight, map))
                            .orElseGet(() -> Spot.all(sight))
                    : Spot.of(
                            sight,
                            M3dForm.box(found.get(share.picture())
                                    .get(share.object())
                                    .region()));
            builder.spot(spot, share.weight());
        }
        M3dExample.Pair asked = formed.example().pairs().get(pair);
        return builder.build(
                MdocreVoter.first(formed.pieces(), asked.subject()),
                MdocreVoter.first(formed.pieces(), asked.object()));
    }

    @Override
    public void close() {
        form.close();
    }
}
