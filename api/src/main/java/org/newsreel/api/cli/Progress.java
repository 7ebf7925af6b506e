package org.newsreel.api.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress on standard error: a bar on a terminal, a plain line now and then otherwise, nothing when quiet. Thread safe.
 */
public interface Progress extends AutoCloseable {
    /** One more is done; {@code what} is what is worked on. */
    void step(String what);

    /** A line of its own, such as a warning, without tearing the bar. Shown also when quiet. */
    void say(String line);

    @Override
    void close();

    /**
     * @param total how many steps there will be, -1 when not known
     */
    static Progress of(boolean quiet, String task, long total) {
        if (quiet) {
            return new Silent();
        }
        return System.console() != null ? new Bar(task, total) : new Lines(task, total);
    }

    /** Nothing but what must be said. */
    final class Silent implements Progress {
        @Override
        public void step(String what) {}

        @Override
        public void say(String line) {
            System.err.println(line);
        }

        @Override
        public void close() {}
    }

    /** A bar for people at a terminal. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(String task, long total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        }

        @Override
        public synchronized void step(String what) {
            bar.setExtraMessage(" " + what);
            bar.step();
        }

        @Override
        public synchronized void say(String line) {
            bar.pause();
            System.err.println("\r\u001b[K" + line);
            bar.resume();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Lines for logs: the first, the last, and one every few seconds. */
    final class Lines implements Progress {
        private static final long EVERY = Duration.ofSeconds(5).toNanos();

        private final String task;
        private final long total;
        private final PrintStream out = System.err;
        private long done;
        /** By the clock that never jumps. */
        private long last = System.nanoTime() - EVERY;

        Lines(String task, long total) {
            this.task = task;
            this.total = total;
        }

        @Override
        public synchronized void step(String what) {
            done++;
            long now = System.nanoTime();
            if (done == total || now - last >= EVERY) {
                last = now;
                out.println(task + " " + done + (total >= 0 ? "/" + total : "") + " " + what);
            }
        }

        @Override
        public void say(String line) {
            out.println(line);
        }

        @Override
        public void close() {}
    }
}
