package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.extraction.voter.SentencePairs.Asked;
import org.newsreel.ontology.claim.ModelUse;

/**
 * A network of single posts: every sentence with a pair is a post, illustrated by the frame that shows the pair most
 * surely, else by the item's first.
 *
 * @param <E> what the network reads
 */
final class PostVoter<E> implements RelationVoter {
    private static final int BATCH = 16;

    private final OpenModel model;
    private final TextTokenizer tokenizer;
    private final RelationClassifier<E> network;
    private final PostForm<E> form;
    private final boolean sees;

    /** Takes the tokenizer and the network over. */
    PostVoter(OpenModel model, TextTokenizer tokenizer, RelationClassifier<E> network, PostForm<E> form, boolean sees) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.network = network;
        this.form = form;
        this.sees = sees;
    }

    @Override
    public boolean sees() {
        return sees;
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

    private record Question<E>(Asked asked, PostForm.Formed<E> formed, List<Sight> shown) {}

    @Override
    public List<Ballot> vote(Article article, Sights sights) {
        TorchOps.inferOnThisThread();
        Words words = tokenizer.tokenize(article.text());
        BallotBox box = new BallotBox(model.labels());
        List<Asked> asked = SentencePairs.of(words, article, model.labels());
        for (int at = 0; at < asked.size(); at += BATCH) {
            List<Question<E>> questions = new ArrayList<>();
            for (Asked one : asked.subList(at, Math.min(asked.size(), at + BATCH))) {
                questions.add(question(words, one, sights));
            }
            float[][] rows = network.scores(
                    questions.stream().map(q -> q.formed().example()).toList());
            for (int i = 0; i < rows.length; i++) {
                Question<E> question = questions.get(i);
                box.add(
                        question.asked().subject(),
                        question.asked().object(),
                        model.calibration().probabilities(rows[i]),
                        relation -> grounds(words, article, question, relation));
            }
        }
        return box.ballots(article.chains());
    }

    private Question<E> question(Words words, Asked asked, Sights sights) {
        Optional<Sights.Seen> seen =
                sees ? sights.of(asked.subject().id(), asked.object().id(), model.scale()) : Optional.empty();
        return new Question<>(
                asked,
                form.of(words, asked, seen.map(Sights.Seen::pixels)),
                seen.map(Sights.Seen::sight).stream().toList());
    }

    private Grounds grounds(Words words, Article article, Question<E> question, int relation) {
        Evidence evidence = network.evidence(question.formed().example(), 0, relation);
        int[] wordOf = question.formed().words();
        GroundsBuilder builder = new GroundsBuilder();
        builder.account(
                model.name(),
                evidence,
                words,
                article.mentions(),
                question.shown(),
                share -> share.from() < share.to()
                        ? new int[] {wordOf[share.from()], wordOf[share.to() - 1] + 1}
                        : new int[2]);
        builder.pictures(evidence, question.shown());
        return builder.build(
                question.asked().head().id(), question.asked().tail().id());
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
