package org.newsreel.extraction.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.model.Role;
import org.newsreel.extraction.pipeline.RolePlan.Choice;
import org.newsreel.extraction.region.RegionStep;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.extraction.voter.M3dFinder;
import org.newsreel.extraction.voter.Sights;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Region;

/** Regions by the models of this role: faces and captions first, then what networks see. */
final class SightStep implements AutoCloseable {
    private final PipelineConfig config;
    private final ChosenModels models;
    private RegionStep faces;

    SightStep(PipelineConfig config, ChosenModels models) {
        this.config = config;
        this.models = models;
    }

    /** Looks at an item's media that open. */
    SeenRegions see(String text, MediaCheck media, TextClaims claims, Runnable eachFrame) {
        SeenRegions seen = new SeenRegions(List.of(), claims.chains(), List.of(), List.of());
        if (media.usable().isEmpty()) {
            return seen;
        }
        for (Choice choice : config.roles().of(Role.REGIONS)) {
            seen = choice.directory().isEmpty()
                    ? byFaces(text, media, claims, eachFrame)
                    : joined(seen, text, media, models.regions(choice));
        }
        return seen;
    }

    private SeenRegions byFaces(String text, MediaCheck media, TextClaims claims, Runnable eachFrame) {
        try {
            return faces().see(media.usable(), claims.chains(), claims.mentions(), text, eachFrame);
        } catch (MediaException e) {
            // The files open, so that the item can still show them; only what they show stays unknown.
            return new SeenRegions(List.of(), claims.chains(), List.of(), List.of(e.getMessage()));
        }
    }

    private SeenRegions joined(SeenRegions seen, String text, MediaCheck media, M3dFinder finder) {
        Sights sights = Sights.of(media.usable(), media.described(), seen.regions());
        List<Region> regions = new ArrayList<>(seen.regions());
        regions.addAll(finder.regions(text, sights, regions.size()));
        List<ModelUse> used = new ArrayList<>(seen.models());
        used.add(finder.ofRegions());
        List<String> warnings = new ArrayList<>(seen.warnings());
        warnings.addAll(sights.warnings());
        return new SeenRegions(regions, seen.chains(), used, warnings);
    }

    private RegionStep faces() {
        if (faces == null) {
            faces = RegionStep.load(config.models(), config.frames(), config.detector());
        }
        return faces;
    }

    @Override
    public void close() {
        if (faces != null) {
            faces.close();
            faces = null;
        }
    }
}
