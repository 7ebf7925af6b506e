package org.newsreel.extraction.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.newsreel.extraction.detector.ObjectDetector;
import org.newsreel.extraction.media.Cue;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.media.Sha256;
import org.newsreel.extraction.media.Subtitles;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.extraction.shot.SamplingPolicy;
import org.newsreel.extraction.shot.VideoSampler;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at an item's videos and pictures and says who and what is seen where: people by OpenCV's cascades and
 * what fills the frames without them, or both by a user's detector; captions by Tesseract; names by {@link Linker}'s rules. The same media and chains give the same regions. About 80 ms a sampled
 * frame on one core; memory does not grow with a video's length but for some hundred bytes a sample. For one thread at a
 * time; owns native memory.
 */
public final class RegionStep implements AutoCloseable {
    /** The directory of the caption model among the models. */
    public static final String CAPTION_MODEL = "tesseract-eng";

    private static final Logger LOG = LoggerFactory.getLogger(RegionStep.class);
    private static final Runnable NOBODY = () -> {};

    private final Watcher watcher;
    private final SamplingPolicy frames;
    private final List<ModelUse> faceModels;
    private final ModelUse captionModel;
    private final Optional<ModelUse> chineseModel;

    private GroundingScores scores = GroundingScores.NONE;
    private boolean everySighting;

    private RegionStep(Path captionModel, Optional<Path> chinese, SamplingPolicy frames, Optional<Path> detectorFile)
            throws IOException {
        this.frames = frames;
        this.captionModel = captions(CAPTION_MODEL, captionModel.resolve("eng.traineddata"));
        this.chineseModel = chinese.isEmpty()
                ? Optional.empty()
                : Optional.of(captions("tesseract-chi-sim", chinese.get().resolve("chi_sim.traineddata")));
        List<ModelUse> cascades = new ArrayList<>();
        for (String cascade : List.of(FaceDetector.SEARCH, FaceDetector.CONFIRM, FaceDetector.SIDE_VIEW)) {
            cascades.add(new ModelUse(
                    "regions",
                    "opencv-" + cascade,
                    Sha256.of(FaceDetector.file(cascade)),
                    Optional.of("cpu"),
                    OptionalDouble.of(FaceTracker.STRONG)));
        }
        Optional<ObjectDetector> detector = detectorFile.map(ObjectDetector::open);
        if (detector.isPresent()) {
            Path file = detectorFile.get();
            cascades.add(new ModelUse(
                    "regions",
                    file.getFileName().toString(),
                    Sha256.of(file),
                    Optional.of("cpu"),
                    OptionalDouble.of(detector.get().least())));
        }
        faceModels = List.copyOf(cascades);
        watcher = new Watcher(captionModel, chinese, detector);
    }

    private static ModelUse captions(String name, Path weights) throws IOException {
        return new ModelUse(
                "captions",
                name,
                Sha256.of(weights),
                Optional.of("cpu"),
                OptionalDouble.of(CaptionReader.LEAST_WORD_CONFIDENCE));
    }

    /**
     * Opens the models, to look at the frames that {@link SamplingPolicy#STANDARD} chooses.
     *
     * @param modelsDirectory the directory that has {@code tesseract-eng} in it
     * @throws IllegalArgumentException with one sentence when the caption model is missing
     */
    public static RegionStep load(Path modelsDirectory) {
        return load(modelsDirectory, SamplingPolicy.STANDARD);
    }

    /**
     * Like {@link #load(Path)}, to look at the frames that {@code frames} chooses, with the detector in the models'
     * directory {@code detector} where there is one.
     */
    public static RegionStep load(Path modelsDirectory, SamplingPolicy frames) {
        return load(modelsDirectory, frames, ObjectDetector.among(modelsDirectory));
    }

    /**
     * Like {@link #load(Path)}, with a detector.
     *
     * @param detector an ONNX or TorchScript file that finds people and things in place of what OpenCV brings
     * @throws IllegalArgumentException with one sentence when a model is missing or can't be used
     */
    public static RegionStep load(Path modelsDirectory, SamplingPolicy frames, Optional<Path> detector) {
        Path captionModel = modelsDirectory.resolve(CAPTION_MODEL);
        Path weights = captionModel.resolve("eng.traineddata");
        if (!Files.isReadable(weights)) {
            throw new IllegalArgumentException(
                    "The caption model " + weights + " is missing; restore it from a release of Newsreel.");
        }
        try {
            return new RegionStep(captionModel, CaptionModels.chinese(modelsDirectory), frames, detector);
        } catch (IOException e) {
            throw new UncheckedIOException("The models for pictures can't be read from " + modelsDirectory + ".", e);
        }
    }

    /** Keeps a region of every sample in which somebody or something is seen, rather than few of each: for measuring. */
    public RegionStep keepingEverySighting() {
        everySighting = true;
        return this;
    }

    /** Asks a network who is seen where no caption says so. */
    public RegionStep asking(GroundingScores network) {
        scores = network;
        return this;
    }

    /**
     * Looks at an item's media.
     *
     * @param chains the entity chains found in the text
     * @param mentions their mentions
     * @param text the article: where it is Chinese, captions are read as Chinese too
     * @return regions, the given chains with those of people only seen, the models that took part, and warnings of damaged files
     * @throws MediaException when a file can't be read at all; a damaged one counts as far as it can be read
     */
    public SeenRegions see(List<MediaFile> media, List<EntityChain> chains, List<Mention> mentions, String text) {
        return see(media, chains, mentions, text, NOBODY);
    }

    /** Like the shorter form; calls {@code eachFrame} after every frame that was looked at. */
    public SeenRegions see(
            List<MediaFile> media, List<EntityChain> chains, List<Mention> mentions, String text, Runnable eachFrame) {
        boolean chinese = Transliteration.hasChinese(text);
        watcher.setReadsChinese(chinese);
        List<SeenMedium> seen = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        int frames = 0;
        for (MediaFile file : media) {
            SeenMedium medium = look(file, eachFrame, warnings);
            frames += medium.samples().size();
            seen.add(medium);
        }
        SeenRegions linked = new Linker(chains, mentions, scores, everySighting).link(seen);
        SeenRegions found = new ScreenText(chains, mentions).addTo(linked, seen);
        LOG.debug(
                "Looked at {} frames of {} media: {} regions",
                frames,
                media.size(),
                found.regions().size());
        return new SeenRegions(found.regions(), found.chains(), modelsFor(media, chinese), warnings);
    }

    private SeenMedium look(MediaFile file, Runnable eachFrame, List<String> warnings) {
        if (file.kind() == MediaKind.IMAGE) {
            try (FrameReader reader = FrameReader.open(file.file());
                    VideoFrame picture = reader.next().orElseThrow()) {
                SeenMedium medium = new SeenMedium(file.id(), List.of(watcher.watchPicture(picture.image())));
                eachFrame.run();
                return medium;
            }
        }
        ClipSamples samples = new ClipSamples(cues(file));
        try (VideoSampler sampler = VideoSampler.open(file.file(), frames)) {
            for (Optional<VideoFrame> next = sampler.next(); next.isPresent(); next = sampler.next()) {
                try (VideoFrame frame = next.get()) {
                    Sample sample = watcher.watchVideo(frame.image(), frame.index(), frame.time());
                    samples.add(sample, sampler.shots());
                }
                eachFrame.run();
            }
            sampler.warning().ifPresent(warnings::add);
            return new SeenMedium(file.id(), samples.all(), sampler.shots());
        }
    }

    /** Subtitles that can't be read are reported where they are used as words. */
    private static List<Cue> cues(MediaFile file) {
        if (file.subtitles().isEmpty()) {
            return List.of();
        }
        try {
            return Subtitles.read(file.subtitles().get());
        } catch (MediaException e) {
            return List.of();
        }
    }

    private List<ModelUse> modelsFor(List<MediaFile> media, boolean chinese) {
        List<ModelUse> models = new ArrayList<>();
        if (!media.isEmpty()) {
            models.addAll(faceModels);
            models.add(captionModel);
            chineseModel.filter(model -> chinese).ifPresent(models::add);
        }
        return models;
    }

    @Override
    public void close() {
        watcher.close();
    }
}
