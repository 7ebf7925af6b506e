package org.newsreel.training.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.media.PixelScale;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.MediaKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures of a corpus as a network reads them. One that can't be decoded is worth a line in the log and is not there. */
final class PictureFiles {
    /** Frames of a video that are read, evenly spread. */
    static final int FRAMES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(PictureFiles.class);

    private final PixelScale scale;
    private final Map<String, Path> byName = new HashMap<>();

    /**
     * The files of a directory, by their names.
     *
     * @throws IOException when the directory can't be read
     */
    static PictureFiles in(Optional<Path> directory, PixelScale scale) throws IOException {
        PictureFiles files = new PictureFiles(scale);
        if (directory.isPresent()) {
            try (Stream<Path> all = Files.list(directory.get())) {
                all.filter(Files::isRegularFile)
                        .sorted()
                        .forEach(file -> files.byName.putIfAbsent(name(file.toString()), file));
            }
        }
        return files;
    }

    PictureFiles(PixelScale scale) {
        this.scale = scale;
    }

    /** The name without directories and extension: corpora and their directories disagree about the latter. */
    private static String name(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    /** The file that a corpus means. */
    Optional<Path> named(String picture) {
        return Optional.ofNullable(byName.get(name(picture)));
    }

    /** A picture. */
    Optional<Pixels> picture(Path file) {
        try (FrameReader reader = FrameReader.open(file)) {
            return reader.next().map(this::pixels);
        } catch (MediaException e) {
            LOG.warn("A picture is left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The first frames of what an item has: its pictures, and frames spread over its videos. */
    List<Pixels> frames(List<MediaFile> media) {
        List<Pixels> frames = new ArrayList<>();
        for (MediaFile one : media) {
            if (frames.size() >= FRAMES) {
                break;
            }
            if (one.kind() == MediaKind.IMAGE) {
                picture(one.file()).ifPresent(frames::add);
            } else {
                frames.addAll(film(one.file()));
            }
        }
        return frames.subList(0, Math.min(FRAMES, frames.size()));
    }

    private List<Pixels> film(Path file) {
        List<Pixels> frames = new ArrayList<>();
        try {
            OptionalDouble seconds;
            try (FrameReader reader = FrameReader.open(file)) {
                seconds = reader.info().duration();
            }
            for (int i = 0; i < FRAMES && seconds.isPresent(); i++) {
                frames.add(pixels(FrameReader.at(file, seconds.getAsDouble() * (i + 0.5) / FRAMES)));
            }
        } catch (MediaException e) {
            LOG.warn("A video is left out: {}", e.getMessage());
        }
        return frames;
    }

    private Pixels pixels(VideoFrame frame) {
        try (frame) {
            return scale.of(frame);
        }
    }
}
