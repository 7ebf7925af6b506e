package org.newsreel.extraction.shot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.newsreel.extraction.media.Cue;

/**
 * Cuts long videos into clips of one to two minutes, so that what works on a clip needs no more memory for a long video
 * than for a short one. A clip ends where least is torn apart: at the border of two shots at which nobody is in the
 * middle of a subtitle, else between two subtitles, else at the border of two shots, else after a minute and a half.
 */
public final class Clips {
    /** Seconds. */
    public static final double SHORTEST = 60;

    /** Seconds. */
    public static final double LONGEST = 120;

    private static final double IDEAL = 90;

    private Clips() {}

    /**
     * Clips without gaps from 0 to the end of the video. Videos of up to two minutes are one clip; of longer ones, only
     * the last clip may be shorter than a minute.
     *
     * @param shots in the order of time; may be empty
     * @param cues subtitles; may be empty
     * @param duration of the video in seconds
     */
    public static List<Clip> of(List<Shot> shots, List<Cue> cues, double duration) {
        List<Clip> clips = new ArrayList<>();
        double start = 0;
        while (duration - start > LONGEST) {
            double end = end(shots, cues, start);
            clips.add(new Clip(start, end));
            start = end;
        }
        clips.add(new Clip(start, Math.max(start, duration)));
        return List.copyOf(clips);
    }

    /**
     * Where the clip that begins at {@code start} ends, in a video that goes on for more than {@link #LONGEST} seconds
     * after it.
     *
     * @param shots all that begin in these seconds; others don't matter
     * @param cues all that touch these seconds; others don't matter
     */
    public static double end(List<Shot> shots, List<Cue> cues, double start) {
        TreeSet<Double> borders = new TreeSet<>();
        shots.forEach(shot -> borders.add(shot.start()));
        TreeSet<Double> pauses = new TreeSet<>();
        cues.forEach(cue -> pauses.add(cue.end()));
        pauses.removeIf(time -> speaks(cues, time));
        TreeSet<Double> both = new TreeSet<>(borders);
        both.removeIf(time -> speaks(cues, time));
        for (TreeSet<Double> times : List.of(both, pauses, borders)) {
            double end = nearest(times, start);
            if (!Double.isNaN(end)) {
                return end;
            }
        }
        return start + IDEAL;
    }

    /** The time nearest to the ideal length that makes the clip neither too short nor too long; NaN if there is none. */
    private static double nearest(TreeSet<Double> times, double start) {
        double best = Double.NaN;
        for (double time : times.subSet(start + SHORTEST, true, start + LONGEST, true)) {
            if (Double.isNaN(best) || Math.abs(time - start - IDEAL) < Math.abs(best - start - IDEAL)) {
                best = time;
            }
        }
        return best;
    }

    private static boolean speaks(List<Cue> cues, double time) {
        return cues.stream().anyMatch(cue -> cue.start() < time && time < cue.end());
    }
}
