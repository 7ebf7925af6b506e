package org.newsreel.extraction.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.newsreel.extraction.media.Cue;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.media.MediaInfo;
import org.newsreel.extraction.media.Sha256;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.AttentionMap;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.claim.Subtitle;

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

    /** The same media with the subtitles that there are, by the media's ids. */
    MediaCheck with(Map<String, List<Cue>> cues) {
        List<Medium> titled = described.stream()
                .map(medium -> medium.with(cues.getOrDefault(medium.id(), List.of()).stream()
                        .map(cue -> new Subtitle(cue.start(), cue.end(), cue.text()))
                        .toList()))
                .toList();
        return new MediaCheck(usable, titled, warnings);
    }

    /**
     * The descriptions, with the duration of a video raised to the latest frame in which something was seen where its
     * header says too little.
     */
    List<Medium> reaching(List<Region> regions, List<Relation> relations) {
        return described.stream()
                .map(medium -> reaching(medium, regions, relations))
                .toList();
    }

    private static Medium reaching(Medium medium, List<Region> regions, List<Relation> relations) {
        double latest = Stream.concat(
                        regions.stream()
                                .filter(region -> region.media().equals(medium.id()))
                                .map(Region::t),
                        relations.stream()
                                .flatMap(relation -> relation.attentionMaps().stream())
                                .filter(map -> map.media().equals(medium.id()))
                                .map(AttentionMap::t))
                .mapToDouble(time -> time.orElse(0))
                .max()
                .orElse(0);
        if (medium.duration().isEmpty() || medium.duration().getAsDouble() >= latest) {
            return medium;
        }
        return medium.lasting(latest);
    }
}
