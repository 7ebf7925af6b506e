package org.newsreel.extraction.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.newsreel.extraction.media.Cue;
import org.newsreel.extraction.region.CaptionModels;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.extraction.source.Language;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.extraction.spoken.ItemCues;
import org.newsreel.extraction.spoken.MentionTimes;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.extraction.voter.Sights;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.schema.RelationSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes extraction documents of news items: claims from the words by the extractor of their language, regions from the
 * media, and regions as further evidence for the relations. Which models do this, {@link RolePlan} says. The same item and
 * models give the same document.
 *
 * <p>Models load when the first item needs them and stay until the pipeline is closed. For one thread at a time; several
 * threads take a pipeline each.
 */
public final class ExtractionPipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractionPipeline.class);

    private final PipelineConfig config;
    private final TextExtractors extractors;
    private final ChosenModels chosen;
    private final WordsStep words;
    private final SightStep sight;
    private final RelationStep relations;

    private ExtractionPipeline(PipelineConfig config) {
        this.config = config;
        this.extractors = TextExtractors.of(config);
        this.chosen = new ChosenModels(config);
        this.words = new WordsStep(config.roles(), extractors, chosen);
        this.sight = new SightStep(config, chosen);
        this.relations = new RelationStep(config.roles(), chosen);
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
        Sights early = sights(media, List.of());
        Told told = words.read(item.text(), language, early, models, notes);
        Map<String, List<Cue>> cues = ItemCues.of(media.usable(), warnings);
        TextClaims claims = timed(item.text(), told.claims(), cues);
        if (language.startsWith("zh")
                && !media.usable().isEmpty()
                && CaptionModels.chinese(config.models()).isEmpty()) {
            notes.add(CaptionModels.missing());
        }
        SeenRegions seen = sight.see(item.text(), media, claims, eachFrame);
        models.addAll(seen.models());
        Sights late = sights(media, seen.regions());
        VotedRelations voted = relations.of(item.text(), told, seen, late, models, notes);
        addWarnings(warnings, seen.warnings(), early.warnings(), late.warnings());
        ExtractionDocument document = new ExtractionDocument(
                item.id(),
                item.version(),
                language,
                item.headline(),
                item.published(),
                item.source(),
                item.url(),
                item.text(),
                media.with(cues).reaching(voted.regions(), voted.relations()),
                claims.mentions(),
                seen.chains(),
                voted.relations(),
                voted.regions(),
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
        return new ExtractionResult(document, warnings, notes, voted.looks());
    }

    /** The same file may have been looked at several times. */
    @SafeVarargs
    private static void addWarnings(List<String> warnings, List<String>... more) {
        for (List<String> some : more) {
            some.stream().filter(w -> !warnings.contains(w)).forEach(warnings::add);
        }
    }

    /** What there is to see, with what is known of it; nothing is decoded before a network asks. */
    private static Sights sights(MediaCheck media, List<Region> regions) {
        return Sights.of(media.usable(), media.described(), regions);
    }

    /** The claims with the times at which the videos' subtitles have their mentions. */
    private static TextClaims timed(String text, TextClaims claims, Map<String, List<Cue>> cues) {
        if (claims.mentions().isEmpty()) {
            return claims;
        }
        return new TextClaims(MentionTimes.of(text, claims.mentions(), cues), claims.chains(), claims.relations());
    }

    @Override
    public void close() {
        extractors.close();
        sight.close();
        chosen.close();
    }
}
