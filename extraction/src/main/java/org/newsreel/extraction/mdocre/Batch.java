package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.newsreel.extraction.network.Pixels;

/** Documents in the order in which they are computed: first those with video. */
final class Batch {
    private final List<MdocreExample> sorted = new ArrayList<>();
    private final int[] place;
    private final int films;

    Batch(List<MdocreExample> examples, boolean pictures) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("a batch has no examples");
        }
        List<Integer> order = new ArrayList<>();
        for (boolean wanted : new boolean[] {true, false}) {
            IntStream.range(0, examples.size())
                    .filter(i -> (pictures && !examples.get(i).frames().isEmpty()) == wanted)
                    .forEach(order::add);
        }
        place = new int[examples.size()];
        for (int i = 0; i < place.length; i++) {
            sorted.add(examples.get(order.get(i)));
            place[order.get(i)] = i;
        }
        films = (int)
                (pictures ? examples.stream().filter(e -> !e.frames().isEmpty()).count() : 0);
    }

    List<MdocreExample> sorted() {
        return sorted;
    }

    /** {@code V}: how many of the first have video. */
    int films() {
        return films;
    }

    /** Where a given example stands. */
    int place(int given) {
        return place[given];
    }

    /** All frames of all documents, {@code [ΣF, 3, H, W]}. */
    NDArray pixels(NDManager manager, int side) {
        List<Pixels> frames = sorted.subList(0, films).stream()
                .flatMap(e -> e.frames().stream())
                .toList();
        FloatBuffer all = FloatBuffer.allocate(frames.size() * Pixels.CHANNELS * side * side);
        for (Pixels frame : frames) {
            if (frame.height() != side || frame.width() != side) {
                throw new IllegalArgumentException("a frame must be " + side + " by " + side + " pixels but is "
                        + frame.height() + " by " + frame.width());
            }
            all.put(frame.values());
        }
        return manager.create(all.array(), new Shape(frames.size(), Pixels.CHANNELS, side, side));
    }

    /** The streams of the documents with video before anything is fused; a group is a frame. */
    Streams frames(NDArray patches, NDArray text, NDArray textMask) {
        NDManager manager = patches.getManager();
        int most = most();
        int total = (int) patches.getShape().get(0);
        long[] documents = new long[total];
        long[] groups = new long[films * most];
        float[] mask = new float[groups.length];
        int next = 0;
        for (int b = 0; b < films; b++) {
            for (int f = 0; f < sorted.get(b).frames().size(); f++) {
                documents[next] = b;
                groups[b * most + f] = next++;
                mask[b * most + f] = 1;
            }
        }
        return new Streams(
                patches,
                manager.ones(new Shape(total, patches.getShape().get(1))),
                text,
                textMask,
                manager.create(documents),
                manager.create(groups),
                manager.create(mask, new Shape(films, most)));
    }

    private int most() {
        return sorted.subList(0, films).stream()
                .mapToInt(e -> e.frames().size())
                .max()
                .orElse(0);
    }
}
