package org.newsreel.training.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs sides in turn, so that what else the machine does hits all of them alike. Beside the time it takes the processor
 * time of the whole process: on a busy machine that is the steadier figure, as long as no side burns it by waiting.
 */
final class Contest {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Something that is measured, by its name in the table. */
    record Side(String name, Runnable work) {}

    /** Medians of a side, in seconds. */
    record Result(String name, double seconds, double processorSeconds) {}

    private Contest() {}

    /** Runs each side {@code warmUp} times unmeasured and {@code repetitions} times measured. */
    static List<Result> of(int warmUp, int repetitions, List<Side> sides) {
        List<List<Double>> seconds = new ArrayList<>();
        List<List<Double>> processor = new ArrayList<>();
        for (Side side : sides) {
            seconds.add(new ArrayList<>());
            processor.add(new ArrayList<>());
            for (int i = 0; i < warmUp; i++) {
                side.work().run();
            }
        }
        for (int i = 0; i < repetitions; i++) {
            for (int s = 0; s < sides.size(); s++) {
                long cpu = processorTime();
                long begun = System.nanoTime();
                sides.get(s).work().run();
                seconds.get(s).add((System.nanoTime() - begun) / 1e9);
                processor.get(s).add((processorTime() - cpu) / 1e9);
            }
        }
        List<Result> results = new ArrayList<>();
        for (int s = 0; s < sides.size(); s++) {
            results.add(new Result(sides.get(s).name(), median(seconds.get(s)), median(processor.get(s))));
        }
        return results;
    }

    /** Of this process so far, in nanoseconds. */
    static long processorTime() {
        return PROCESS.getProcessCpuTime();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
