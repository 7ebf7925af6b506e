package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.media.PixelScale;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Region;

/**
 * What an item shows: its pictures, and of each video frames spread evenly over it and those in which a chain is seen
 * most surely. Files are decoded when a network first asks, once for each {@link PixelScale}; frames are closed at once,
 * and only what networks read of them is kept. For one thread.
 */
public final class Sights {
    /** Frames spread over each video. */
    static final int SPREAD = 8;

    /** Most further frames of a video, one for each chain that is seen in it. */
    static final int CHAINS = 8;

    /** Nothing to see. */
    public static final Sights NONE = new Sights(List.of(), List.of(), List.of());

    /**
     * A frame in pixels.
     *
     * @param pixels as the asked scale says
     */
    record Seen(Sight sight, Pixels pixels) {}

    private final List<MediaFile> files;
    private final Map<String, Medium> described = new HashMap<>();
    private final List<Region> regions;
    private final Map<PixelScale, List<Seen>> seen = new HashMap<>();
    private final Set<String> warnings = new TreeSet<>();

    private Sights(List<MediaFile> files, List<Medium> media, List<Region> regions) {
        this.files = List.copyOf(files);
        this.regions = List.copyOf(regions);
        media.forEach(medium -> described.put(medium.id(), medium));
    }

    /**
     * The sights of an item; nothing is decoded yet.
     *
     * @param files that open
     * @param media what they are, with the same ids
     * @param regions what is known to be seen in them
     */
    public static Sights of(List<MediaFile> files, List<Medium> media, List<Region> regions) {
        return new Sights(files, media, regions);
    }

    /** Whether there is nothing to see. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** One sentence for each file that could not be decoded. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** All frames, by medium, then time. */
    List<Seen> all(PixelScale scale) {
        return seen.computeIfAbsent(scale, this::decode);
    }

    /** The frame that shows two chains most surely; the first when none shows any. */
    Optional<Seen> of(String subject, String object, PixelScale scale) {
        List<Seen> frames = all(scale);
        return frames.stream()
                .max(Comparator.comparingDouble((Seen s) -> s.sight().shows(subject, object))
                        .thenComparing(Comparator.comparingInt(frames::indexOf).reversed()));
    }

    private List<Seen> decode(PixelScale scale) {
        List<Seen> frames = new ArrayList<>();
        for (MediaFile file : files) {
            try {
                frames.addAll(decode(file, scale));
            } catch (MediaException e) {
                warnings.add(e.getMessage());
            }
        }
        return List.copyOf(frames);
    }

    private List<Seen> decode(MediaFile file, PixelScale scale) {
        List<Seen> frames = new ArrayList<>();
        TreeSet<Integer> wanted = wanted(file);
        try (FrameReader reader = FrameReader.open(file.file())) {
            int at = 0;
            Optional<VideoFrame> next = reader.next();
            while (next.isPresent()) {
                try (VideoFrame frame = next.get()) {
                    if (wanted.contains(at)) {
                        frames.add(new Seen(sight(file, at, frame.time()), scale.of(frame)));
                    }
                }
                Integer following = wanted.higher(at);
                if (following == null) {
                    break;
                }
                reader.withStep(following - at);
                at = following;
                next = reader.next();
            }
        }
        return frames;
    }

    private Sight sight(MediaFile file, int frame, OptionalDouble time) {
        return new Sight(
                file.id(),
                frame,
                file.kind() == MediaKind.IMAGE ? OptionalDouble.empty() : time,
                regions.stream()
                        .filter(r -> r.media().equals(file.id()) && r.frame() == frame)
                        .toList());
    }

    /** Indexes of frames, ascending. */
    private TreeSet<Integer> wanted(MediaFile file) {
        TreeSet<Integer> wanted = new TreeSet<>(Set.of(0));
        Medium medium = described.get(file.id());
        if (file.kind() == MediaKind.IMAGE || medium == null) {
            return wanted;
        }
        wanted.clear();
        int frames = Math.max(1, (int) (medium.duration().orElse(0) * rate(medium)));
        for (int i = 0; i < SPREAD; i++) {
            wanted.add((int) ((i + 0.5) * frames / SPREAD));
        }
        Set<String> chains = new HashSet<>();
        regions.stream()
                .filter(r -> r.media().equals(file.id()) && r.chain().isPresent())
                .sorted(Comparator.comparingDouble(Region::confidence).reversed())
                .filter(r -> chains.add(r.chain().get()))
                .limit(CHAINS)
                .forEach(r -> wanted.add(r.frame()));
        return wanted;
    }

    /** Frames a second. */
    private static double rate(Medium medium) {
        String[] parts = medium.frameRate().orElse("25/1").split("/");
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }
}
