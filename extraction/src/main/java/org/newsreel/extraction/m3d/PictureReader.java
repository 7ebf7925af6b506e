package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.newsreel.extraction.encoder.VitEncoder;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.network.Pixels;

/** The patches of documents' frames (eq. 6 and 7); the class token is no patch and is left out. */
record PictureReader(VitEncoder encoder, boolean hierarchy) {
    /** {@code [B, F·P, d]} for examples that all have frames; patches of one frame after those of another. */
    Side read(NDManager manager, List<M3dExample> examples, boolean training) {
        List<M3dExample.Frame> frames =
                examples.stream().flatMap(e -> e.frames().stream()).toList();
        int most = frames(examples);
        NDList states = encoder.states(pixels(manager, frames), training);
        List<NDArray> wanted = new ArrayList<>(List.of(states.get(states.size() - 1)));
        if (hierarchy) {
            wanted.addAll(Levels.of(states));
        }
        int patches = encoder.config().patches();
        long[] index = new long[examples.size() * most];
        float[] mask = new float[index.length * patches];
        int next = 0;
        for (int b = 0; b < examples.size(); b++) {
            int own = examples.get(b).frames().size();
            for (int f = 0; f < own; f++) {
                index[b * most + f] = next++;
            }
            Arrays.fill(mask, b * most * patches, (b * most + own) * patches, 1f);
        }
        NDArray at = manager.create(index);
        boolean full = index.length == frames.size();
        List<NDArray> all = new ArrayList<>();
        for (NDArray state : wanted) {
            long d = state.getShape().get(2);
            // [ΣF, 1 + P, d] -> [ΣF, P, d] -> [B·F, P, d] -> [B, F·P, d]
            NDArray bare = state.get(":, 1:");
            NDArray placed = full ? bare : Functions.rows(bare, at);
            all.add(placed.reshape(examples.size(), (long) most * patches, d));
        }
        return new Side(
                all.get(0),
                hierarchy ? all.subList(1, all.size()) : all,
                manager.create(mask, new Shape(examples.size(), (long) most * patches)));
    }

    /** {@code F}: the most frames of an example. */
    static int frames(List<M3dExample> examples) {
        return examples.stream().mapToInt(e -> e.frames().size()).max().orElse(0);
    }

    private static NDArray pixels(NDManager manager, List<M3dExample.Frame> frames) {
        Pixels first = frames.get(0).pixels();
        int size = first.values().length;
        FloatBuffer all = FloatBuffer.allocate(frames.size() * size);
        for (M3dExample.Frame frame : frames) {
            Pixels pixels = frame.pixels();
            if (pixels.height() != first.height() || pixels.width() != first.width()) {
                throw new IllegalArgumentException("frames of one batch differ in size: " + pixels.height() + " by "
                        + pixels.width() + " and " + first.height() + " by " + first.width());
            }
            all.put(pixels.values());
        }
        return manager.create(all.array(), new Shape(frames.size(), Pixels.CHANNELS, first.height(), first.width()));
    }
}
