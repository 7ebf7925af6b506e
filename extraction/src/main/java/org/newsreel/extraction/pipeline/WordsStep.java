package org.newsreel.extraction.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.model.Role;
import org.newsreel.extraction.pipeline.RolePlan.Choice;
import org.newsreel.extraction.text.GoldTextExtractor;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.extraction.voter.M3dFinder;
import org.newsreel.extraction.voter.MentionFinder;
import org.newsreel.extraction.voter.Sights;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Relation;

/**
 * Entities and chains by the models of these roles, and the relations of the text model when it is among those for
 * relations. Whatever mentions a chain model can't read become chains by their names.
 */
final class WordsStep {
    private final RolePlan roles;
    private final TextExtractors extractors;
    private final ChosenModels models;

    WordsStep(RolePlan roles, TextExtractors extractors, ChosenModels models) {
        this.roles = roles;
        this.extractors = extractors;
        this.models = models;
    }

    private boolean textIs(Role role) {
        return roles.of(role).stream().map(Choice::name).anyMatch(RolePlan.TEXT::equals);
    }

    /** Whether pictures are needed before there are chains. */
    boolean sees() {
        return !textIs(Role.ENTITIES) || !textIs(Role.CHAINS);
    }

    /**
     * Reads the words of an item.
     *
     * @param used gets the models that took part
     * @param notes gets what is worth knowing
     */
    Told read(String text, String language, Sights sights, List<ModelUse> used, List<String> notes) {
        if (text.isBlank()) {
            return Told.nothing();
        }
        boolean needed = textIs(Role.ENTITIES) || textIs(Role.CHAINS) || textIs(Role.RELATIONS);
        Optional<GoldTextExtractor> extractor = needed ? extractors.forLanguage(language) : Optional.empty();
        if (needed && extractor.isEmpty()) {
            notes.add(noExtractor(language));
            if (textIs(Role.ENTITIES)) {
                return Told.nothing();
            }
        }
        extractor.ifPresent(e -> e.models().stream()
                .filter(use -> Role.of(use.role()).map(this::textIs).orElse(true))
                .forEach(used::add));
        if (!sees()) {
            TextClaims claims = extractor.orElseThrow().extract(text);
            return new Told(textIs(Role.RELATIONS) ? claims : withoutRelations(claims), extractor);
        }
        return new Told(mixed(text, sights, extractor, used, notes), extractor);
    }

    private String noExtractor(String language) {
        return textIs(Role.ENTITIES)
                ? "the words are kept but not read, because there is no extractor for the language \"" + language
                        + "\": English (en) and Chinese (zh) have one."
                : "the text model took no part, because there is none for the language \"" + language
                        + "\": English (en) and Chinese (zh) have one.";
    }

    private static TextClaims withoutRelations(TextClaims claims) {
        return new TextClaims(claims.mentions(), claims.chains(), List.of());
    }

    private TextClaims mixed(
            String text,
            Sights sights,
            Optional<GoldTextExtractor> extractor,
            List<ModelUse> used,
            List<String> notes) {
        List<Mention> mentions;
        if (textIs(Role.ENTITIES)) {
            mentions = extractor.orElseThrow().extract(text).mentions();
        } else {
            MentionFinder finder = models.mentions();
            mentions = finder.mentions(text, sights);
            used.add(finder.ofEntities());
        }
        Optional<TextClaims> told = Optional.empty();
        List<List<String>> groups = List.of();
        if (!textIs(Role.CHAINS)) {
            M3dFinder finder = models.chains();
            groups = finder.chains(text, mentions, sights);
            used.add(finder.ofChains());
        } else if (extractor.isPresent()) {
            told = Optional.of(extractor.get().extractWithGold(text, mentions));
            groups = Regrouping.groups(told.get(), mentions);
        }
        List<EntityChain> chains = Regrouping.chains(mentions, groups);
        if (told.isEmpty() && textIs(Role.RELATIONS) && extractor.isPresent()) {
            told = overChains(extractor.get(), text, mentions, chains, notes);
        }
        List<Relation> relations = textIs(Role.RELATIONS)
                ? told.map(claims -> Regrouping.relations(claims, mentions, chains))
                        .orElse(List.of())
                : List.of();
        return new TextClaims(mentions, chains, relations);
    }

    private static Optional<TextClaims> overChains(
            GoldTextExtractor extractor,
            String text,
            List<Mention> mentions,
            List<EntityChain> chains,
            List<String> notes) {
        try {
            return Optional.of(extractor.extractWithGold(text, mentions, new ArrayList<>(chains)));
        } catch (IllegalArgumentException e) {
            notes.add("the text model told no relations, since it takes no others' chains in a text of this length.");
            return Optional.empty();
        }
    }
}
