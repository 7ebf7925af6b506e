package org.newsreel.kg.graph;

import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.ExtractionDocument;

/** Keeps text out of the store that it could not give back: halves of surrogate pairs have no UTF-8. */
final class WellFormed {
    private WellFormed() {}

    static void check(ExtractionDocument document) {
        Iris.wellFormed(document.id(), "the id");
        Iris.wellFormed(document.text(), "the text");
        document.headline().ifPresent(text -> Iris.wellFormed(text, "the headline"));
        document.source().ifPresent(text -> Iris.wellFormed(text, "the source"));
        document.published().ifPresent(text -> Iris.wellFormed(text, "the date"));
        document.url().ifPresent(text -> Iris.wellFormed(text, "the address"));
        document.media().forEach(medium -> {
            Iris.wellFormed(medium.id(), "a media id");
            Iris.wellFormed(medium.file(), "the file name of media " + medium.id());
            medium.subtitles()
                    .forEach(subtitle -> Iris.wellFormed(subtitle.text(), "a subtitle of media " + medium.id()));
        });
        document.chains().forEach(chain -> Iris.wellFormed(chain.name(), "the name of chain " + chain.id()));
        document.mentions().forEach(mention -> Iris.wellFormed(mention.text(), "mention " + mention.id()));
        document.regions().forEach(region -> {
            Iris.wellFormed(region.id(), "a region id");
            region.text().ifPresent(text -> Iris.wellFormed(text, "the text of region " + region.id()));
        });
        document.relations().forEach(relation -> relation.votes()
                .forEach(vote ->
                        Iris.wellFormed(vote.model(), "the name of a model that voted for relation " + relation.id())));
        document.relations().forEach(relation -> relation.attentionMaps()
                .forEach(map -> Iris.wellFormed(
                        map.network(), "the name of a network that looked for relation " + relation.id())));
        document.models().forEach(model -> {
            Iris.wellFormed(model.role(), "a model role");
            Iris.wellFormed(model.name(), "the name of the model for " + model.role());
            model.device().ifPresent(device -> Iris.wellFormed(device, "the device of model " + model.name()));
        });
    }
}
