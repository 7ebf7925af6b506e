package org.newsreel.extraction.spoken;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.media.Cue;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.media.Subtitles;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.MediaKind;

/** The subtitles of an item's videos. */
public final class ItemCues {
    private ItemCues() {}

    /**
     * The cues of each video that has some, by the video's id in the order of {@code media}: those of the file beside it,
     * else those of a text track inside it.
     *
     * @param warnings takes one sentence for each subtitle file that can't be used
     */
    public static Map<String, List<Cue>> of(List<MediaFile> media, List<String> warnings) {
        Map<String, List<Cue>> cues = new LinkedHashMap<>();
        for (MediaFile file : media) {
            if (file.kind() != MediaKind.VIDEO) {
                continue;
            }
            List<Cue> found = cues(file, warnings);
            if (!found.isEmpty()) {
                cues.put(file.id(), found);
            }
        }
        return cues;
    }

    private static List<Cue> cues(MediaFile video, List<String> warnings) {
        if (video.subtitles().isPresent()) {
            try {
                return Subtitles.read(video.subtitles().get());
            } catch (MediaException e) {
                warnings.add(e.getMessage());
            }
        }
        try {
            return Subtitles.inside(video.file());
        } catch (MediaException e) {
            // Whoever looks at the pictures says what is wrong with the video.
            return List.of();
        }
    }
}
