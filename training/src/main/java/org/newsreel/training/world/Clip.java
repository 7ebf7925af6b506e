package org.newsreel.training.world;

import java.util.List;

/** A short film: shots in a row, with hard cuts between them. */
public record Clip(int width, int height, int framesPerSecond, List<Scene> scenes) {
    public Clip {
        scenes = List.copyOf(scenes);
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "a clip's sides are even numbers of pixels, not " + width + " by " + height);
        }
        if (framesPerSecond < 1 || scenes.isEmpty()) {
            throw new IllegalArgumentException("a clip has scenes and at least one frame a second");
        }
    }

    /** How many frames it has. */
    public int frames() {
        return scenes.stream()
                .mapToInt(scene -> (int) Math.round(scene.seconds() * framesPerSecond))
                .sum();
    }
}
