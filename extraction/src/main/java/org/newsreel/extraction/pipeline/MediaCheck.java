package org.newsreel.extraction.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.media.MediaInfo;
import org.newsreel.extraction.media.Sha256;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Region;

/**
 * An item's media, sorted into those that open and those that don't.
 *
 * @param usable files that open
 * @param described what they are, in the same order
 * @param warnings one sentence for each of the others
 */
record MediaCheck(List<MediaFile> usable, List<Medium> described, List<String> warnings) {
    static MediaCheck of(List<MediaFile> files) {
        List<MediaFile> usable = new ArrayList<>();
        List<Medium> described = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (MediaFile file : files) {
            try {
                Medium medium = describe(file);
                described.add(medium);
                // What a file is called may differ from what it is.
                usable.add(new MediaFile(file.id(), medium.kind(), file.file(), file.name(), file.subtitles()));
            } catch (MediaException e) {
                warnings.add(e.getMessage());
            } catch (IOException e) {
                warnings.add(file.file() + " can't be read: " + e.getMessage() + ".");
            }
        }
        return new MediaCheck(usable, described, warnings);
    }

    private static Medium describe(MediaFile file) throws IOException {
        MediaInfo info;
        try (FrameReader reader = FrameReader.open(file.file())) {
            info = reader.info();
        }
        return new Medium(
                file.id(),
                info.kind(),
                file.name(),
                Sha256.of(file.file()),
                info.width(),
                info.height(),
                info.frameRate(),
                info.duration());
    }

    /** The descriptions, with the duration of a video raised to its latest region where its header says too little. */
    List<Medium> reaching(List<Region> regions) {
        return described.stream().map(medium -> reaching(medium, regions)).toList();
    }

    private static Medium reaching(Medium medium, List<Region> regions) {
        double latest = regions.stream()
                .filter(region -> region.media().equals(medium.id()))
                .mapToDouble(region -> region.t().orElse(0))
                .max()
                .orElse(0);
        if (medium.duration().isEmpty() || medium.duration().getAsDouble() >= latest) {
            return medium;
        }
        return new Medium(
                medium.id(),
                medium.kind(),
                medium.file(),
                medium.sha256(),
                medium.width(),
                medium.height(),
                medium.frameRate(),
                OptionalDouble.of(latest));
    }
}
