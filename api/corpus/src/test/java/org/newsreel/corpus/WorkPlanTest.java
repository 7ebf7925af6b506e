package org.newsreel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkPlanTest {
    @Test
    void givesEveryUnitToExactlyOneTask() {
        Random random = new Random(1);
        List<WorkUnit> units = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            units.add(unit(i, random.nextDouble() * random.nextInt(50)));
        }

        List<WorkUnit> planned = WorkPlan.of(units, 4).stream()
                .flatMap(task -> task.units().stream())
                .toList();

        assertThat(planned).containsExactlyInAnyOrderElementsOf(units);
    }

    @Test
    void givesALongVideoATaskOfItsOwnAndBeginsWithIt() {
        List<WorkUnit> units = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            units.add(unit(i, 0.4));
        }
        units.add(unit(100, 600));

        List<WorkTask> tasks = WorkPlan.of(units, 2);

        assertThat(tasks.get(0).units()).singleElement().satisfies(u -> assertThat(u.order())
                .isEqualTo(100));
        assertThat(tasks).hasSizeGreaterThan(2);
    }

    @Test
    void keepsFewItemsBusyOnAllCores() {
        List<WorkUnit> units = List.of(unit(0, 1), unit(1, 1), unit(2, 1), unit(3, 1));

        assertThat(WorkPlan.of(units, 4)).hasSize(4);
    }

    @Test
    void hasNoTaskForNothing() {
        assertThat(WorkPlan.of(List.of(), 2)).isEmpty();
    }

    private static WorkUnit unit(int order, double cost) {
        return new WorkUnit(order, "0/" + order, "/news/" + order, "", 0, 1, cost);
    }
}
