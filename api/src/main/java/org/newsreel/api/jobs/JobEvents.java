package org.newsreel.api.jobs;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells those who watch a job what became of it. Thread safe; watchers must not block. */
@Singleton
class JobEvents {
    private final Map<String, Set<Consumer<JobView>>> watchers = new ConcurrentHashMap<>();

    void publish(JobView job) {
        watchers.getOrDefault(job.id(), Set.of()).forEach(watcher -> watcher.accept(job));
    }

    void watch(String job, Consumer<JobView> watcher) {
        watchers.compute(job, (id, known) -> {
            Set<Consumer<JobView>> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(watcher);
            return all;
        });
    }

    void unwatch(String job, Consumer<JobView> watcher) {
        watchers.computeIfPresent(job, (id, known) -> {
            known.remove(watcher);
            return known.isEmpty() ? null : known;
        });
    }
}
