package org.newsreel.extraction.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.newsreel.extraction.model.Role;
import org.newsreel.extraction.pipeline.RolePlan.Choice;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.extraction.text.GoldTextExtractor;
import org.newsreel.extraction.voter.Article;
import org.newsreel.extraction.voter.Ballot;
import org.newsreel.extraction.voter.Looked;
import org.newsreel.extraction.voter.RelationVoter;
import org.newsreel.extraction.voter.Sights;
import org.newsreel.extraction.voter.Spot;
import org.newsreel.ontology.claim.AttentionMap;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;

/**
 * Relations by the models of this role. The text model alone is as it always was. Networks are asked about what they can
 * judge: those that see, where there is something to see, or where nobody is left who reads words alone. Whoever is not
 * asked is named in a note.
 */
final class RelationStep {
    private final RolePlan roles;
    private final ChosenModels models;

    RelationStep(RolePlan roles, ChosenModels models) {
        this.roles = roles;
        this.models = models;
    }

    /** Whether there is anybody to ask beside the text model. */
    private boolean polled() {
        return roles.of(Role.RELATIONS).stream().anyMatch(c -> c.directory().isPresent());
    }

    /**
     * Relations between an item's chains.
     *
     * @param told with the text model's relations
     * @param seen with all chains
     * @param sights of the item, which may be none
     * @param used gets the models that voted
     * @param notes gets what is worth knowing
     */
    VotedRelations of(
            String text, Told told, SeenRegions seen, Sights sights, List<ModelUse> used, List<String> notes) {
        List<Relation> byText = FrameEvidence.add(told.claims().relations(), seen.regions());
        if (!polled()) {
            return new VotedRelations(byText, seen.regions());
        }
        Fact.Chains chains = Fact.Chains.of(seen.chains());
        Article article = new Article(text, told.claims().mentions(), seen.chains());
        if (article.chains().size() < 2) {
            return new VotedRelations(byText, seen.regions());
        }
        List<Voice> voices = new ArrayList<>();
        for (Choice choice : asked(text, told.extractor(), sights, notes)) {
            if (choice.directory().isEmpty()) {
                voices.add(ofText(choice, told.extractor().orElseThrow(), byText, chains));
                continue;
            }
            RelationVoter voter = models.voter(choice);
            List<Ballot> ballots = voter.vote(article, sights);
            used.add(voter.use());
            voices.add(Voice.ofNetwork(voter.use().name(), choice.weight(), voter.threshold(), ballots, chains));
        }
        return written(Poll.of(voices), seen.regions(), voices.size() > 1);
    }

    private static Voice ofText(
            Choice choice, GoldTextExtractor extractor, List<Relation> relations, Fact.Chains chains) {
        Optional<ModelUse> use = extractor.models().stream()
                .filter(m -> m.role().equals(Role.RELATIONS.word()))
                .findFirst();
        return Voice.ofText(
                use.map(ModelUse::name).orElse(choice.name()),
                choice.weight(),
                use.map(ModelUse::threshold).flatMap(RelationStep::boxed).orElse(0.5),
                relations,
                chains);
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    /** Who is asked about an item. */
    private List<Choice> asked(String text, Optional<GoldTextExtractor> extractor, Sights sights, List<String> notes) {
        List<Choice> readers = new ArrayList<>();
        for (Choice choice : roles.of(Role.RELATIONS)) {
            if (choice.directory().isEmpty()) {
                // That there is none for the language has been said already.
                extractor.ifPresent(e -> readers.add(choice));
            } else if (models.voter(choice).reads(text)) {
                readers.add(choice);
            } else {
                notes.add(choice.name() + " told no relations, for it does not have the words of this text.");
            }
        }
        List<Choice> blind = readers.stream()
                .filter(c -> c.directory().isEmpty() || !models.voter(c).sees())
                .toList();
        if (!sights.isEmpty() || blind.size() == readers.size()) {
            return readers;
        }
        List<String> seeing = readers.stream()
                .filter(c -> !blind.contains(c))
                .map(Choice::name)
                .toList();
        notes.add("there is nothing to see, so " + String.join(" and ", seeing)
                + (blind.isEmpty() ? " read the words alone." : " did not vote on relations."));
        return blind.isEmpty() ? readers : blind;
    }

    private static VotedRelations written(List<Poll.Claimed> claims, List<Region> known, boolean several) {
        List<Region> regions = new ArrayList<>(known);
        Map<Spot, String> ids = new LinkedHashMap<>();
        List<Relation> relations = new ArrayList<>();
        Map<String, List<Looked>> looks = new LinkedHashMap<>();
        for (Poll.Claimed claim : claims) {
            List<EvidenceRef> evidence = new ArrayList<>();
            claim.grounds().mentions().forEach((m, w) -> evidence.add(EvidenceRef.ofMention(m, w)));
            claim.grounds().regions().forEach((r, w) -> evidence.add(EvidenceRef.ofRegion(r, w)));
            claim.grounds()
                    .spots()
                    .forEach((spot, w) ->
                            evidence.add(EvidenceRef.ofRegion(ids.computeIfAbsent(spot, s -> add(regions, s)), w)));
            Relation relation = new Relation(
                    "r" + relations.size(),
                    claim.said().type(),
                    claim.said().subject(),
                    claim.said().object(),
                    Weights.rounded(claim.confidence()),
                    Weights.rounded(evidence),
                    several ? claim.votes() : List.of(),
                    maps(claim.grounds().looks()));
            looks.put(relation.id(), claim.grounds().looks());
            boolean seen = evidence.stream().anyMatch(e -> e.region().isPresent());
            relations.add(seen ? relation : FrameEvidence.add(relation, known));
        }
        return new VotedRelations(relations, regions, looks);
    }

    private static List<AttentionMap> maps(List<Looked> looks) {
        List<AttentionMap> maps = new ArrayList<>();
        for (Looked looked : looks) {
            looked.map()
                    .filter(where -> where.map().counts())
                    .ifPresent(where -> maps.add(new AttentionMap(
                            looked.model(),
                            where.sight().media(),
                            where.sight().frame(),
                            where.sight().time(),
                            where.map().rows(),
                            where.map().columns(),
                            AttentionMap.cells(where.map().values()))));
        }
        return maps;
    }

    /** A part of a frame that a network looked at; that something is there is sure, what it is nobody says. */
    private static String add(List<Region> regions, Spot spot) {
        String id = "g" + regions.size();
        regions.add(new Region(
                id,
                EntityType.MISC,
                spot.media(),
                spot.frame(),
                spot.time(),
                spot.box(),
                Optional.empty(),
                1,
                Optional.empty()));
        return id;
    }
}
