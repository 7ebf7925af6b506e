package org.newsreel.training.cli;

import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on standard error: a bar on a terminal, a line now and then otherwise, nothing when quiet. */
final class Progress implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final boolean quiet;
    private final ProgressBar bar;
    private Instant last = Instant.EPOCH;

    Progress(boolean quiet, String task) {
        this.quiet = quiet;
        this.bar = quiet || System.console() == null
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(-1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build();
    }

    void step(String what) {
        Instant now = Instant.now();
        if (bar != null) {
            bar.setExtraMessage(" " + what);
            bar.step();
        } else if (!quiet && Duration.between(last, now).compareTo(EVERY) >= 0) {
            last = now;
            System.err.println(what);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
