package org.newsreel.training.ablation;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.dgfpt.Admission;
import org.newsreel.extraction.dgfpt.DgfPtConfig;
import org.newsreel.extraction.dgfpt.DgfPtExample;
import org.newsreel.extraction.dgfpt.DgfPtNetwork;
import org.newsreel.extraction.dgfpt.Pattern;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.training.made.MadeItem;
import org.newsreel.training.made.MadeItem.Frame;
import org.newsreel.training.made.MadeItem.Mentioned;
import org.newsreel.training.made.MadePictures;
import org.newsreel.training.made.MadeWorld;
import org.newsreel.training.made.Tongue;
import org.newsreel.training.made.Vocabulary;

/** DGF-PT on posts. Its captions are the labels of what is seen. */
final class DgfPtTrials {
    /** Pixels along each side of a picture and of a region. */
    private static final int SIZE = 32;

    private DgfPtTrials() {}

    static Trial<DgfPtExample> of(Tongue tongue) {
        Vocabulary vocabulary = new Vocabulary(tongue);
        Pattern pattern = new Pattern(
                pieces(vocabulary, "consider"),
                pieces(vocabulary, ","),
                pieces(vocabulary, ",", "predict", "relation", "."));
        List<Admission> admissions = new ArrayList<>();
        for (String relation : MadePosts.RELATIONS) {
            admissions.add(
                    relation.equals(MadeItem.NONE)
                            ? Admission.ANY
                            : Admission.of(
                                    MadePosts.TYPES.indexOf(relation.substring(0, 3)),
                                    MadePosts.TYPES.indexOf(relation.substring(4, 7))));
        }
        DgfPtConfig whole = DgfPtConfig.tiny(vocabulary.size(), pattern, MadePosts.TYPES.size(), admissions);
        int size = SIZE;
        return new Trial<>(
                "dgfpt",
                Trial.rows(whole, whole.textOnly(), whole.ablations(), c -> new DgfPtNetwork(c, Device.cpu())),
                Optional.of(Eyes.of(whole.image(), SIZE)),
                10,
                1e-3,
                Map.of(),
                MadeWorld::relationPosts,
                item -> example(item, vocabulary, size, whole.maxObjects()),
                e -> e.pieces().length,
                (network, test) -> PostTrials.relations(network, test, DgfPtExample::relation));
    }

    private static List<Integer> pieces(Vocabulary vocabulary, String... tokens) {
        return Arrays.stream(tokens).map(vocabulary::number).toList();
    }

    private static int[] numbers(Vocabulary vocabulary, List<String> tokens) {
        return tokens.stream().mapToInt(vocabulary::number).toArray();
    }

    private static DgfPtExample example(MadeItem item, Vocabulary vocabulary, int size, int most) {
        Mentioned head = item.mentions().get(item.facts().get(0).subject());
        Mentioned tail = item.mentions().get(item.facts().get(0).object());
        Optional<Frame> frame = item.frames().stream().findFirst();
        List<DgfPtExample.Region> objects = new ArrayList<>();
        List<String> caption = new ArrayList<>();
        frame.ifPresent(f -> {
            List<Pixels> cut = MadePictures.objects(f, most, size);
            for (int i = 0; i < cut.size(); i++) {
                String label = f.regions().get(i).label();
                objects.add(new DgfPtExample.Region(new int[] {vocabulary.number(label)}, cut.get(i)));
                caption.add(label);
            }
        });
        return new DgfPtExample(
                numbers(vocabulary, item.tokens()),
                new DgfPtExample.Span(head.from(), head.to()),
                new DgfPtExample.Span(tail.from(), tail.to()),
                MadePosts.TYPES.indexOf(head.type()),
                MadePosts.TYPES.indexOf(tail.type()),
                frame.map(f -> MadePictures.of(f, size)),
                objects,
                numbers(vocabulary, caption),
                MadePosts.relation(item));
    }
}
