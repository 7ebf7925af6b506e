package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.m3d.M3dExample;
import org.newsreel.extraction.m3d.M3dReading;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Region;

/**
 * M3D's mentions, chains and regions of a whole item. A mention is as sure as the network was right on what it was
 * measured on. May be used by one thread at a time; owns the network until closed.
 */
public final class M3dFinder implements MentionFinder {
    private final M3dForm form;

    M3dFinder(M3dForm form) {
        this.form = form;
    }

    @Override
    public List<Mention> mentions(String text, Sights sights) {
        TorchOps.inferOnThisThread();
        M3dForm.Formed formed = form.of(text, List.of(), List.of(), sights);
        List<Mention> mentions = new ArrayList<>();
        if (formed.pieces().firsts().length == 0) {
            return mentions;
        }
        Words words = formed.words();
        for (M3dExample.Mention found :
                form.network().read(List.of(formed.example())).get(0).mentions()) {
            mentions.add(new Mention(
                    "m" + mentions.size(),
                    M3dForm.TYPES.get(found.type()),
                    words.start(found.from()),
                    words.end(found.to() - 1),
                    words.slice(found.from(), found.to()),
                    form.model().calibration().precision()));
        }
        return mentions;
    }

    /** Types of mentions that it can chain. */
    public List<EntityType> types() {
        return M3dForm.TYPES;
    }

    /**
     * Which mentions are of one entity.
     *
     * @return ids of mentions, chain by chain; mentions that it can't read, of another type or inside others, are in none
     */
    public List<List<String>> chains(String text, List<Mention> mentions, Sights sights) {
        TorchOps.inferOnThisThread();
        M3dForm.Formed formed = form.of(text, mentions, List.of(), sights);
        if (formed.pieces().mentions().isEmpty()) {
            return List.of();
        }
        List<M3dExample.Mention> chained =
                form.network().chains(List.of(formed.example())).get(0);
        Map<Integer, List<String>> chains = new LinkedHashMap<>();
        for (int i = 0; i < chained.size(); i++) {
            chains.computeIfAbsent(chained.get(i).chain(), c -> new ArrayList<>())
                    .add(formed.pieces().mentions().get(i).id());
        }
        return List.copyOf(chains.values());
    }

    /** What it sees in the item's frames, ids from {@code g} and a number on; whom it sees it does not say. */
    public List<Region> regions(String text, Sights sights, int firstId) {
        TorchOps.inferOnThisThread();
        M3dForm.Formed formed = form.of(text, List.of(), List.of(), sights);
        List<Region> regions = new ArrayList<>();
        if (formed.shown().isEmpty()) {
            return regions;
        }
        List<List<M3dReading.FoundRegion>> found =
                form.network().read(List.of(formed.example())).get(0).regions();
        for (int f = 0; f < found.size(); f++) {
            Sight sight = formed.shown().get(f);
            for (M3dReading.FoundRegion one : found.get(f)) {
                regions.add(new Region(
                        "g" + (firstId + regions.size()),
                        M3dForm.SEEN.get(one.region().type() - 1),
                        sight.media(),
                        sight.frame(),
                        sight.time(),
                        M3dForm.box(one.region()),
                        Optional.empty(),
                        one.probability(),
                        Optional.empty()));
            }
        }
        return regions;
    }

    @Override
    public ModelUse ofEntities() {
        return form.model().use("entities");
    }

    /** The model, for the document. */
    public ModelUse ofChains() {
        return form.model().use("chains");
    }

    /** The model, for the document. */
    public ModelUse ofRegions() {
        return form.model().use("regions");
    }

    @Override
    public void close() {
        form.close();
    }
}
