package org.newsreel.api.jobs;

import java.util.List;

/** Jobs in a file of the store's directory, as they are by default. */
class H2JobsIT extends JobsContract {
    @Override
    List<String> database() {
        return List.of();
    }
}
