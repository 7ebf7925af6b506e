package org.newsreel.api.jobs;

/** The extraction process ended, or could not be started, while it was needed. */
final class WorkerEnded extends Exception {
    private static final long serialVersionUID = 1L;

    WorkerEnded(String sentence) {
        super(sentence);
    }
}
