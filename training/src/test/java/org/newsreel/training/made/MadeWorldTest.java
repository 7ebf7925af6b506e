package org.newsreel.training.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.training.made.MadeItem.Decided;
import org.newsreel.training.made.MadeItem.Frame;
import org.newsreel.training.made.MadeItem.Mentioned;

class MadeWorldTest {
    private static List<MadeItem> all(Tongue tongue, long seed) {
        MadeWorld world = new MadeWorld(tongue, seed);
        return Stream.of(world.relationPosts(120, "a"), world.entityPosts(120, "a"), world.documents(60, "a"))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameNewsAndAnotherOther(Tongue tongue) {
        assertThat(all(tongue, 4)).isEqualTo(all(tongue, 4)).isNotEqualTo(all(tongue, 5));
        MadeWorld world = new MadeWorld(tongue, 4);
        assertThat(world.relationPosts(9, "train")).isNotEqualTo(world.relationPosts(9, "test"));
    }

    @ParameterizedTest
    @EnumSource
    void everyTokenIsInTheVocabularyAndEveryMentionInTheText(Tongue tongue) {
        Vocabulary vocabulary = new Vocabulary(tongue);
        for (MadeItem item : all(tongue, 1)) {
            for (long number : vocabulary.numbers(item.tokens())) {
                assertThat(number).isBetween((long) Vocabulary.SPECIAL.size(), vocabulary.size() - 1L);
            }
            int end = 0;
            for (Mentioned mention : item.mentions()) {
                assertThat(mention.from()).isGreaterThanOrEqualTo(end);
                assertThat(mention.to()).isGreaterThan(mention.from());
                end = mention.to();
            }
            assertThat(end).isLessThanOrEqualTo(item.tokens().size());
            item.facts().forEach(fact -> {
                assertThat(item.type(fact.subject())).isEqualTo("PER");
                assertThat(fact.relation()).matches("None|PER-" + item.type(fact.object()) + "_\\w+");
            });
            Set<Integer> chains = new HashSet<>();
            item.mentions().forEach(m -> chains.add(m.chain()));
            item.frames().forEach(f -> f.regions().forEach(region -> {
                assertThat(region.chain()).isLessThan(chains.size());
                assertThat(region.box().x() + region.box().width()).isLessThanOrEqualTo(1 + 1e-9);
            }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aThirdHasNoPictureAndInAThirdTheTextLeavesTheAnswerOpen(Tongue tongue) {
        List<MadeItem> posts = new MadeWorld(tongue, 2).relationPosts(600, "a");
        Map<Decided, Integer> counts = new HashMap<>();
        Map<String, Set<String>> open = new HashMap<>();
        Map<String, Set<String>> told = new HashMap<>();
        for (MadeItem post : posts) {
            counts.merge(post.decided(), 1, Integer::sum);
            assertThat(post.frames().isEmpty()).isEqualTo(post.decided() == Decided.WITHOUT_PICTURE);
            (post.decided() == Decided.BY_PICTURE ? open : told)
                    .computeIfAbsent(pattern(post), p -> new HashSet<>())
                    .add(post.facts().get(0).relation());
        }
        assertThat(counts.values()).containsOnly(200);
        // The words of an open sentence go with every answer, those of a telling one with one.
        assertThat(open.values()).allSatisfy(relations -> assertThat(relations).hasSizeGreaterThan(1));
        assertThat(told.values()).allSatisfy(relations -> assertThat(relations).hasSize(1));
    }

    private static String pattern(MadeItem item) {
        List<String> tokens = new ArrayList<>(item.tokens());
        item.mentions().forEach(m -> {
            for (int i = m.from(); i < m.to(); i++) {
                tokens.set(i, i == m.from() ? m.type() : "");
            }
        });
        return String.join(" ", tokens);
    }

    @Test
    void aPictureShowsWhatOnlyItTells() {
        List<MadeItem> posts = new MadeWorld(Tongue.ENGLISH, 3).relationPosts(300, "a");
        for (MadeItem post : posts) {
            if (post.decided() != Decided.BY_PICTURE) {
                continue;
            }
            Frame frame = post.frames().get(0);
            int object = post.mentions().get(post.facts().get(0).object()).chain();
            long people =
                    frame.regions().stream().filter(r -> r.type().equals("PER")).count();
            switch (post.facts().get(0).relation()) {
                case "PER-PER_couple", "PER-PER_colleague", "PER-PER_parents" ->
                    assertThat(people).isEqualTo(2);
                case "PER-ORG_member" ->
                    assertThat(frame.regions()).anyMatch(r -> r.type().equals("ORG") && r.chain() == object);
                default -> assertThat(people).isEqualTo(1);
            }
        }
    }

    @Test
    void picturesAndTheirObjectsAreOfTheSizeAskedForAndDiffer() {
        MadeItem post = new MadeWorld(Tongue.ENGLISH, 3).relationPosts(1, "a").get(0);
        Pixels pixels = MadePictures.of(post.frames().get(0), 24);
        assertThat(pixels.values()).hasSize(3 * 24 * 24);
        float least = 1;
        float most = -1;
        for (float value : pixels.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        assertThat(least).isBetween(-1f, 0f);
        assertThat(most).isBetween(0f, 1f);
        List<Pixels> objects = MadePictures.objects(post.frames().get(0), 3, 16);
        assertThat(objects).hasSize(post.frames().get(0).regions().size());
        assertThat(objects.get(0).values()).hasSize(3 * 16 * 16);
        assertThat(MadePictures.of(post.frames().get(0), 24).values()).isEqualTo(pixels.values());
    }
}
