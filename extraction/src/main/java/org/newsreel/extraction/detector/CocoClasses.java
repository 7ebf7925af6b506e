package org.newsreel.extraction.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The classes of Microsoft COCO (Lin et al. 2014), which published detectors are trained on. */
final class CocoClasses {
    /** The 80 that are used, in their order. */
    static final List<String> NAMES =
            List.of(("person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire hydrant,stop sign,"
                            + "parking meter,bench,bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,giraffe,backpack,"
                            + "umbrella,handbag,tie,suitcase,frisbee,skis,snowboard,sports ball,kite,baseball bat,"
                            + "baseball glove,skateboard,surfboard,tennis racket,bottle,wine glass,cup,fork,knife,spoon,"
                            + "bowl,banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake,chair,couch,"
                            + "potted plant,bed,dining table,toilet,tv,laptop,mouse,remote,keyboard,cell phone,microwave,"
                            + "oven,toaster,sink,refrigerator,book,clock,vase,scissors,teddy bear,hair drier,toothbrush")
                    .split(","));

    /** Numbers from 0 to 90 that stand for nothing. */
    private static final Set<Integer> GAPS = Set.of(0, 12, 26, 29, 30, 45, 66, 68, 69, 71, 83);

    /** By their original numbers, as DETR gives them: 91, those that stand for nothing empty. */
    static final List<String> WITH_GAPS = withGaps();

    private CocoClasses() {}

    private static List<String> withGaps() {
        List<String> names = new ArrayList<>();
        int next = 0;
        for (int number = 0; number <= 90; number++) {
            names.add(GAPS.contains(number) ? "" : NAMES.get(next++));
        }
        return List.copyOf(names);
    }
}
