package org.newsreel.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Packs units into tasks. Spark gives tasks out in their order, so the costly ones come first: an hour-long video has a
 * task of its own and is begun at once, and the short texts fill what the long ones leave (longest processing time first;
 * Graham 1969 bounds the result at 4/3 of the best).
 */
final class WorkPlan {
    /** Tasks for each core, so that an uneven guess evens out. */
    private static final int TASKS_A_CORE = 8;
    /** Seconds of work that a task may hold: what a killed executor begins anew is then soon caught up. */
    private static final double LONGEST = 30;

    private WorkPlan() {}

    /**
     * Every unit in exactly one task, the costliest task first.
     *
     * @param cores how many tasks run at a time, at least 1
     */
    static List<WorkTask> of(List<WorkUnit> units, int cores) {
        double total = units.stream().mapToDouble(WorkUnit::cost).sum();
        double target = Math.min(LONGEST, total / (cores * TASKS_A_CORE));
        List<WorkUnit> order = new ArrayList<>(units);
        order.sort(Comparator.comparingDouble(WorkUnit::cost)
                .reversed()
                .thenComparingInt(WorkUnit::order)
                .thenComparingInt(WorkUnit::slice));
        List<WorkTask> tasks = new ArrayList<>();
        List<WorkUnit> open = new ArrayList<>();
        double cost = 0;
        for (WorkUnit unit : order) {
            if (!open.isEmpty() && cost + unit.cost() > target) {
                tasks.add(new WorkTask(open));
                open.clear();
                cost = 0;
            }
            open.add(unit);
            cost += unit.cost();
        }
        if (!open.isEmpty()) {
            tasks.add(new WorkTask(open));
        }
        tasks.sort(Comparator.comparingDouble(WorkTask::cost).reversed());
        return tasks;
    }
}
