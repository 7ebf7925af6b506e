package org.newsreel.api.worker;

import java.util.List;

/**
 * What the process is to extract.
 *
 * @param paths item folders or files, absolute
 */
public record WorkerRequest(List<String> paths) {
    public WorkerRequest {
        paths = List.copyOf(paths);
    }
}
