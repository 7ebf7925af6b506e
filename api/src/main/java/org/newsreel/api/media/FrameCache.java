package org.newsreel.api.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.newsreel.api.service.ServiceConfig;

/** The JPEGs that were asked for last, as many as fit into a number of bytes. Thread safe. */
@Singleton
class FrameCache {
    private final long capacity;
    private final Map<String, byte[]> images = new LinkedHashMap<>(64, 0.75f, true);
    private long size;

    @Inject
    FrameCache(ServiceConfig config) {
        this(config.frameCacheBytes());
    }

    FrameCache(long capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<byte[]> get(String key) {
        return Optional.ofNullable(images.get(key));
    }

    synchronized void put(String key, byte[] image) {
        if (image.length > capacity) {
            return;
        }
        byte[] before = images.put(key, image);
        size += image.length - (before == null ? 0 : before.length);
        Iterator<byte[]> oldest = images.values().iterator();
        while (size > capacity) {
            size -= oldest.next().length;
            oldest.remove();
        }
    }
}
