package org.newsreel.corpus;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The units that one Spark task works through. */
record WorkTask(ArrayList<WorkUnit> units) implements Serializable {
    WorkTask(List<WorkUnit> units) {
        this(new ArrayList<>(units));
    }

    double cost() {
        return units.stream().mapToDouble(WorkUnit::cost).sum();
    }
}
