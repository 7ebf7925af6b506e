package org.newsreel.api.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameCacheTest {
    @Test
    void keepsWhatWasAskedForLastWithinItsBytes() {
        FrameCache cache = new FrameCache(10);
        cache.put("a", new byte[4]);
        cache.put("b", new byte[4]);
        cache.get("a");
        cache.put("c", new byte[4]);
        assertThat(cache.get("b")).isEmpty();
        assertThat(cache.get("a")).isPresent();
        assertThat(cache.get("c")).isPresent();
    }

    @Test
    void anImageThatReplacesAnotherTakesOnlyItsOwnRoom() {
        FrameCache cache = new FrameCache(10);
        cache.put("a", new byte[6]);
        cache.put("a", new byte[6]);
        cache.put("b", new byte[4]);
        assertThat(cache.get("a")).isPresent();
        assertThat(cache.get("b")).isPresent();
    }

    @Test
    void whatIsLargerThanTheCacheIsNotKept() {
        FrameCache cache = new FrameCache(10);
        cache.put("a", new byte[4]);
        cache.put("b", new byte[11]);
        assertThat(cache.get("b")).isEmpty();
        assertThat(cache.get("a")).isPresent();
    }
}
