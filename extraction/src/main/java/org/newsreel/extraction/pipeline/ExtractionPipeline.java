package org.newsreel.extraction.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.region.RegionStep;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.extraction.source.Language;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.extraction.text.TextExtractor;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.schema.RelationSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes extraction documents of news items: claims from the words by the extractor of their language, regions from the
 * media, and regions as further evidence for the relations. The same item and models give the same document.
 *
 * <p>Models load when the first item needs them and stay until the pipeline is closed. For one thread at a time; several
 * threads take a pipeline each.
 */
public final class ExtractionPipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractionPipeline.class);

    private final PipelineConfig config;
    private final TextExtractors extractors;
    private RegionStep regionStep;

    private ExtractionPipeline(PipelineConfig config) {
        this.config = config;
        this.extractors = TextExtractors.of(config);
    }

    /** Opens a pipeline; nothing is loaded yet. */
    public static ExtractionPipeline open(PipelineConfig config) {
        return new ExtractionPipeline(config);
    }

    /** Like {@link #extract(NewsItem, Runnable)}, telling nobody of the frames. */
    public ExtractionResult extract(NewsItem item) {
        return extract(item, () -> {});
    }

    /**
     * Reads one item. A video or picture that can't be read is left out with a warning; the rest of the item is kept.
     *
     * @param eachFrame called after every frame that was looked at
     * @throws ExtractionException with one sentence when nothing in the item can be used
     * @throws IllegalArgumentException with one sentence when a model that the item needs is missing or damaged
     */
    public ExtractionResult extract(NewsItem item, Runnable eachFrame) {
        long begun = System.nanoTime();
        List<String> notes = new ArrayList<>();
        MediaCheck media = MediaCheck.of(item.media());
        List<String> warnings = new ArrayList<>(media.warnings());
        if (item.text().isBlank() && media.usable().isEmpty()) {
            throw new ExtractionException(
                    warnings.isEmpty()
                            ? "the item has neither words nor videos or pictures: add some."
                            : String.join(" ", warnings));
        }
        String language = item.language().orElseGet(() -> Language.of(item.text()));
        List<ModelUse> models = new ArrayList<>();
        TextClaims claims = claims(item.text(), language, models, notes);
        SeenRegions seen = see(item, media.usable(), claims, eachFrame, warnings);
        models.addAll(seen.models());
        ExtractionDocument document = new ExtractionDocument(
                item.id(),
                item.version(),
                language,
                item.headline(),
                item.published(),
                item.source(),
                item.url(),
                item.text(),
                media.reaching(seen.regions()),
                claims.mentions(),
                seen.chains(),
                FrameEvidence.add(claims.relations(), seen.regions()),
                seen.regions(),
                models);
        RelationSchema.standard().check(document);
        LOG.info(
                "Extracted {}: {} mentions, {} chains, {} relations, {} regions in {} ms",
                item.id(),
                document.mentions().size(),
                document.chains().size(),
                document.relations().size(),
                document.regions().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return new ExtractionResult(document, warnings, notes);
    }

    private TextClaims claims(String text, String language, List<ModelUse> models, List<String> notes) {
        if (text.isBlank()) {
            return TextClaims.NONE;
        }
        Optional<TextExtractor> extractor = extractors.forLanguage(language);
        if (extractor.isEmpty()) {
            notes.add("the words are kept but not read, because there is no extractor for the language \"" + language
                    + "\": English (en) and Chinese (zh) have one.");
            return TextClaims.NONE;
        }
        models.addAll(extractor.get().models());
        return extractor.get().extract(text);
    }

    private SeenRegions see(
            NewsItem item, List<MediaFile> media, TextClaims claims, Runnable eachFrame, List<String> warnings) {
        if (!media.isEmpty()) {
            try {
                SeenRegions seen = regions().see(media, claims.chains(), claims.mentions(), item.text(), eachFrame);
                warnings.addAll(seen.warnings());
                return seen;
            } catch (MediaException e) {
                // The files open, so that the item can still show them; only what they show stays unknown.
                warnings.add(e.getMessage());
            }
        }
        return new SeenRegions(List.of(), claims.chains(), List.of(), List.of());
    }

    private RegionStep regions() {
        if (regionStep == null) {
            regionStep = RegionStep.load(config.models(), config.frames());
        }
        return regionStep;
    }

    @Override
    public void close() {
        extractors.close();
        if (regionStep != null) {
            regionStep.close();
            regionStep = null;
        }
    }
}
