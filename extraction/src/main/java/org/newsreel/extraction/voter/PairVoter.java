package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.pair.PairClaim;
import org.newsreel.extraction.pair.PairConfig;
import org.newsreel.extraction.pair.PairExtractor;
import org.newsreel.extraction.pair.PairModel;
import org.newsreel.extraction.pair.TokenRange;
import org.newsreel.extraction.voter.SentencePairs.Asked;
import org.newsreel.ontology.claim.ModelUse;

/** The network of marked pairs, which reads words alone. */
final class PairVoter implements RelationVoter {
    private static final double THRESHOLD = 0.5;

    private final PairExtractor extractor;
    private final TextTokenizer tokenizer;
    private final PairModel model;
    private final Labels labels;
    private final String device;

    /** Takes both over. */
    PairVoter(PairExtractor extractor, TextTokenizer tokenizer, String device) {
        this.extractor = extractor;
        this.tokenizer = tokenizer;
        this.model = extractor.model().orElseThrow();
        this.labels = new Labels(model.config().relations());
        this.device = device;
    }

    @Override
    public boolean sees() {
        return false;
    }

    @Override
    public boolean reads(String text) {
        return Unknown.fewIn(tokenizer, text);
    }

    @Override
    public double threshold() {
        return THRESHOLD;
    }

    @Override
    public ModelUse use() {
        return new ModelUse(
                "relations", model.name(), model.sha256(), Optional.of(device), OptionalDouble.of(THRESHOLD));
    }

    @Override
    public List<Ballot> vote(Article article, Sights sights) {
        Words words = tokenizer.tokenize(article.text());
        PairConfig config = model.config();
        BallotBox box = new BallotBox(labels);
        for (Asked asked : SentencePairs.of(words, article, labels)) {
            PairClaim claim = claim(words, asked);
            double[] probabilities = config.relations().stream()
                    .mapToDouble(claim.probabilities()::get)
                    .toArray();
            box.add(asked.subject(), asked.object(), probabilities, relation -> grounds(words, article, asked, claim));
        }
        return box.ballots(article.chains());
    }

    private PairClaim claim(Words words, Asked asked) {
        List<String> tokens = new ArrayList<>();
        for (int w = asked.from(); w < asked.to(); w++) {
            tokens.add(words.word(w));
        }
        int from = asked.from();
        return extractor.claim(
                tokens,
                new TokenRange(asked.headWords()[0] - from, asked.headWords()[1] - from),
                new TokenRange(asked.tailWords()[0] - from, asked.tailWords()[1] - from));
    }

    private static Grounds grounds(Words words, Article article, Asked asked, PairClaim claim) {
        GroundsBuilder builder = new GroundsBuilder();
        builder.mention(asked.head().id(), claim.head());
        builder.mention(asked.tail().id(), claim.tail());
        for (int t = 0; t < claim.context().size(); t++) {
            int word = asked.from() + t;
            builder.words(
                    words, article.mentions(), word, word + 1, claim.context().get(t));
        }
        return builder.build(asked.head().id(), asked.tail().id());
    }

    @Override
    public void close() {
        extractor.close();
        tokenizer.close();
    }
}
