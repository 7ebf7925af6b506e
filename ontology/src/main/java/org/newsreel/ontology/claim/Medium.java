package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One video or picture of the item.
 *
 * @param id unique among the document's media
 * @param kind video or image
 * @param file path relative to the item, for people; never needed to find the content, which {@code sha256} names
 * @param sha256 of the file's bytes, lower-case hexadecimal
 * @param width of a frame as shown (after rotation), in pixels
 * @param height of a frame as shown, in pixels
 * @param frameRate average frames a second as an exact fraction such as {@code 30000/1001}; absent for an image
 * @param duration in seconds; absent for an image
 * @param subtitles of a video, by their start; those of a file beside it or inside it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Medium(
        String id,
        MediaKind kind,
        String file,
        String sha256,
        int width,
        int height,
        Optional<String> frameRate,
        OptionalDouble duration,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Subtitle> subtitles) {
    private static final Pattern FRACTION = Pattern.compile("[1-9][0-9]*/[1-9][0-9]*");

    public Medium {
        Claims.named(id, "media id");
        Claims.require(kind != null, "media %s has no kind", id);
        Claims.named(file, "file of media " + id);
        Claims.sha256(sha256, "sha256 of media " + id);
        Claims.require(width > 0 && height > 0, "media %s is %s by %s pixels", id, width, height);
        frameRate = frameRate == null ? Optional.empty() : frameRate;
        Claims.require(
                frameRate.isEmpty() || FRACTION.matcher(frameRate.get()).matches(),
                "frame rate of media %s must be a fraction such as 25/1 but is %s",
                id,
                frameRate.orElse(""));
        duration = duration == null ? OptionalDouble.empty() : duration;
        Claims.require(
                duration.isEmpty() || duration.getAsDouble() >= 0 && Double.isFinite(duration.getAsDouble()),
                "media %s has duration %s",
                id,
                duration);
        Claims.require(kind == MediaKind.IMAGE || duration.isPresent(), "video %s has no duration", id);
        subtitles = Claims.copy(subtitles);
        Claims.require(kind == MediaKind.VIDEO || subtitles.isEmpty(), "image %s has subtitles", id);
    }

    /** A medium without subtitles. */
    public Medium(
            String id,
            MediaKind kind,
            String file,
            String sha256,
            int width,
            int height,
            Optional<String> frameRate,
            OptionalDouble duration) {
        this(id, kind, file, sha256, width, height, frameRate, duration, List.of());
    }

    /** The same medium under another file name. */
    public Medium named(String name) {
        return new Medium(id, kind, name, sha256, width, height, frameRate, duration, subtitles);
    }

    /** The same medium of another length in seconds. */
    public Medium lasting(double seconds) {
        return new Medium(id, kind, file, sha256, width, height, frameRate, OptionalDouble.of(seconds), subtitles);
    }

    /** The same medium with these subtitles. */
    public Medium with(List<Subtitle> other) {
        return new Medium(id, kind, file, sha256, width, height, frameRate, duration, other);
    }
}
