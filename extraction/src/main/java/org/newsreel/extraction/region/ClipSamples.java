package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsreel.extraction.media.Cue;
import org.newsreel.extraction.shot.Clips;
import org.newsreel.extraction.shot.Shot;

/**
 * Collects the samples of a video clip by clip. When a clip of one to two minutes is complete, of its writing only what
 * can still count is kept: what samples agree on, and what was read so surely that the text may vouch for it. Textures
 * read as letters in every frame; without this a video of hours would keep them all.
 */
final class ClipSamples {
    /** What a line must be read with to count when no other sample has it; what links captions asks for no less. */
    static final double SURE_ALONE = 0.75;

    private final List<Cue> cues;
    private final List<Sample> settled = new ArrayList<>();
    private final List<Sample> open = new ArrayList<>();
    private double start;

    /** @param cues the video's subtitles, so that no clip ends in the middle of one where that can be helped */
    ClipSamples(List<Cue> cues) {
        this.cues = List.copyOf(cues);
    }

    /** @param shots of the video so far */
    void add(Sample sample, List<Shot> shots) {
        open.add(sample);
        double now = sample.time().orElse(0);
        if (now - start <= Clips.LONGEST) {
            return;
        }
        double end = Clips.end(shots, cues, start);
        List<Sample> clip =
                open.stream().filter(one -> one.time().orElse(0) < end).toList();
        settled.addAll(settled(clip));
        open.subList(0, clip.size()).clear();
        start = end;
    }

    /** All samples in the order of time. */
    List<Sample> all() {
        List<Sample> all = new ArrayList<>(settled);
        all.addAll(settled(open));
        return all;
    }

    private static List<Sample> settled(List<Sample> clip) {
        Set<CaptionReading> agreed = CaptionVote.agreed(clip);
        return clip.stream()
                .map(sample -> sample.withCaptions(sample.captions().stream()
                        .filter(reading -> agreed.contains(reading) || isSure(reading))
                        .collect(Collectors.toList())))
                .toList();
    }

    private static boolean isSure(CaptionReading reading) {
        return reading.lines().stream().anyMatch(line -> line.confidence() >= SURE_ALONE);
    }
}
