package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.network.Assignment;

/**
 * Eq. 22 and 23. Which slot answers for which region is decided by the assignment of the largest sum of the probability
 * of the type less the distance of the boxes (Carion et al. 2020, eq. 1 without the overlap term).
 *
 * @param types eq. 22, {@code []}
 * @param boxes eq. 23, {@code []}
 */
record GroundingLoss(NDArray types, NDArray boxes) {
    private static final int SIDES = 4;

    static GroundingLoss of(GroundingHead.Found found, List<M3dExample> films, double emptySlot) {
        NDManager manager = found.types().getManager();
        Shape shape = found.types().getShape();
        int frames = (int) shape.get(1);
        int slots = (int) shape.get(2);
        int classes = (int) shape.get(3);
        NDArray log = Functions.logSoftmax(found.types(), 3);
        float[] likely = log.toFloatArray();
        float[] boxes = found.boxes().toFloatArray();
        float[] typeShare = new float[likely.length];
        float[] gold = new float[boxes.length];
        float[] there = new float[boxes.length];
        double total = 0;
        int regions = 0;
        for (int v = 0; v < films.size(); v++) {
            List<M3dExample.Frame> own = films.get(v).frames();
            for (int f = 0; f < own.size(); f++) {
                List<M3dExample.Region> wanted = own.get(f).regions();
                int first = (v * frames + f) * slots;
                int[] slotOf = slots(wanted, likely, boxes, first, slots, classes);
                int[] type = new int[slots];
                for (int r = 0; r < slotOf.length; r++) {
                    if (slotOf[r] < 0) {
                        continue;
                    }
                    regions++;
                    M3dExample.Region region = wanted.get(r);
                    type[slotOf[r]] = region.type();
                    double[] box = region.box();
                    for (int side = 0; side < SIDES; side++) {
                        int at = (first + slotOf[r]) * SIDES + side;
                        gold[at] = (float) box[side];
                        there[at] = 1;
                    }
                }
                for (int s = 0; s < slots; s++) {
                    double weight = type[s] == 0 ? emptySlot : 1;
                    typeShare[(first + s) * classes + type[s]] = (float) weight;
                    total += weight;
                }
            }
        }
        NDArray typeLoss =
                Functions.scale(log.mul(manager.create(typeShare, shape)).sum(), -1 / Math.max(total, 1e-6));
        NDArray distance = found.boxes()
                .sub(manager.create(gold, found.boxes().getShape()))
                .abs()
                .mul(manager.create(there, found.boxes().getShape()));
        return new GroundingLoss(typeLoss, Functions.scale(distance.sum(), 1.0 / Math.max(regions, 1)));
    }

    /** The slot of each region, -1 when there are more regions than slots. */
    private static int[] slots(
            List<M3dExample.Region> regions, float[] likely, float[] boxes, int first, int slots, int classes) {
        double[][] value = new double[regions.size()][slots];
        for (int r = 0; r < value.length; r++) {
            M3dExample.Region region = regions.get(r);
            double[] box = region.box();
            for (int s = 0; s < slots; s++) {
                value[r][s] = Math.exp(likely[(first + s) * classes + region.type()]);
                for (int side = 0; side < SIDES; side++) {
                    value[r][s] -= Math.abs(boxes[(first + s) * SIDES + side] - box[side]);
                }
            }
        }
        return Assignment.columns(value);
    }
}
