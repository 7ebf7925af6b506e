package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsreel.extraction.region.Scenery.LEFT;
import static org.newsreel.extraction.region.Scenery.RIGHT;
import static org.newsreel.extraction.region.Scenery.ROOM;
import static org.newsreel.extraction.region.Scenery.STREET;
import static org.newsreel.extraction.region.Scenery.caption;
import static org.newsreel.extraction.region.Scenery.chain;
import static org.newsreel.extraction.region.Scenery.face;
import static org.newsreel.extraction.region.Scenery.looking;
import static org.newsreel.extraction.region.Scenery.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

class LinkerTest {
    private static final Box SMALL = new Box(0.8, 0.3, 0.08, 0.14);

    private final List<EntityChain> chains = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();

    private void knows(EntityType type, String name) {
        String id = "c" + chains.size();
        chains.add(chain(id, type, name));
        mentions.add(mention(id, type, name));
    }

    private SeenRegions link(SeenMedium... media) {
        return new Linker(chains, mentions).link(List.of(media));
    }

    private static String nameOf(SeenRegions seen, Region region) {
        return seen.chains().stream()
                .filter(chain -> region.chain().equals(Optional.of(chain.id())))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static List<String> faceNames(SeenRegions seen) {
        return seen.regions().stream()
                .filter(region ->
                        region.type() == EntityType.PER && region.box().height() > 0.3)
                .map(region -> nameOf(seen, region))
                .distinct()
                .toList();
    }

    @Test
    void namesTheFaceAboveACaptionAndTheCaptionItself() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Bert Osmar");
        knows(EntityType.ORG, "Tidewell Energy");
        SeenRegions seen = link(new Scenery()
                .sees(ROOM, List.of(face(LEFT)))
                .sees(2, ROOM, List.of(face(LEFT)), caption("Ada Quillon", "CHAIR, TIDEWELL ENERGY"))
                .sees(ROOM, List.of(face(LEFT)))
                .video());
        assertThat(faceNames(seen)).containsExactly("Ada Quillon");
        assertThat(seen.chains()).isEqualTo(chains);
        assertThat(seen.regions())
                .filteredOn(region -> region.text().isPresent())
                .extracting(region -> nameOf(seen, region), Region::type, region -> region.text()
                        .get())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "Ada Quillon", EntityType.PER, "Ada Quillon\nCHAIR, TIDEWELL ENERGY"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Tidewell Energy", EntityType.ORG, "CHAIR, TIDEWELL ENERGY"));
        assertThat(seen.regions())
                .filteredOn(region -> region.text().isEmpty())
                .allSatisfy(region -> assertThat(region.confidence()).isEqualTo(0.95));
    }

    @Test
    void linksASurnameInTheTextToAFullNameOnTheScreen() {
        knows(EntityType.PER, "Quillon");
        knows(EntityType.PER, "Bert Osmar");
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(face(LEFT)), caption("Ada Quillon", "MAYOR"))
                .video());
        assertThat(faceNames(seen)).containsExactly("Quillon");
    }

    @Test
    void doesNotChooseBetweenTwoPeopleOfOneSurname() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Bert Quillon");
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(face(LEFT)), caption("Quillon"))
                .video());
        assertThat(faceNames(seen)).containsExactly("Unidentified person 1");
    }

    @Test
    void namesNobodyWhenTwoFacesOfOneSizeAreAboveTheCaption() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Bert Osmar");
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(face(LEFT), face(RIGHT)), caption("Ada Quillon", "MAYOR"))
                .video());
        assertThat(faceNames(seen)).containsExactly("Unidentified person 1", "Unidentified person 2");
    }

    @Test
    void namesTheLargeFaceBesideASmallOne() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Bert Osmar");
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(face(LEFT), face(SMALL)), caption("Ada Quillon", "MAYOR"))
                .video());
        assertThat(faceNames(seen)).containsExactly("Ada Quillon", "Unidentified person 1");
    }

    @Test
    void recognisesTheSetUpAfterACutaway() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Bert Osmar");
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(face(LEFT)), caption("Ada Quillon", "MAYOR"))
                .sees(4, STREET, List.of())
                .sees(2, ROOM, List.of(face(LEFT)))
                .video());
        assertThat(faceNames(seen)).containsExactly("Ada Quillon");
        assertThat(seen.regions().get(seen.regions().size() - 1).confidence()).isEqualTo(0.9);
    }

    @Test
    void addsAPersonWhomOnlyAClearCaptionNames() {
        knows(EntityType.PER, "Bert Osmar");
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(face(LEFT)), caption("ADA QUILLON", "FERRY CAPTAIN"))
                .video());
        assertThat(seen.chains()).hasSize(2);
        assertThat(seen.chains().get(1)).isEqualTo(new EntityChain("c1", EntityType.PER, "Ada Quillon", List.of()));
        assertThat(faceNames(seen)).containsExactly("Ada Quillon");
    }

    @Test
    void addsAPersonFromAFaintCaptionOnlyWhenThreeSamplesAgree() {
        CaptionReading faint = new CaptionReading(List.of(
                new CaptionLine("Ada Quillon", new Box(0.1, 0.8, 0.3, 0.05), 0.55),
                new CaptionLine("FERRY CAPTAIN", new Box(0.1, 0.86, 0.3, 0.05), 0.9)));
        SeenRegions three =
                link(new Scenery().sees(3, ROOM, List.of(face(LEFT)), faint).video());
        assertThat(faceNames(three)).containsExactly("Ada Quillon");
        SeenRegions two =
                link(new Scenery().sees(2, ROOM, List.of(face(LEFT)), faint).video());
        assertThat(faceNames(two)).containsExactly("Unidentified person 1");
    }

    @Test
    void addsNobodyForWritingWithoutAFaceOrWithoutTheForm() {
        SeenRegions noFace = link(new Scenery()
                .sees(3, ROOM, List.of(), caption("Ada Quillon", "FERRY CAPTAIN"))
                .video());
        assertThat(noFace.chains()).isEmpty();
        assertThat(noFace.regions()).isEmpty();
        SeenRegions noForm = link(new Scenery()
                .sees(3, ROOM, List.of(face(LEFT)), caption("Join the count"))
                .video());
        assertThat(faceNames(noForm)).containsExactly("Unidentified person 1");
    }

    @Test
    void believesOneReadingWhenTheTextHasThatVeryName() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Osmar");
        Sample frame = new Sample(
                0,
                java.util.OptionalDouble.empty(),
                ROOM,
                List.of(face(LEFT)),
                List.of(caption("Ada Quillon", "FERRY CAPTAIN")));
        assertThat(faceNames(link(new SeenMedium("p0", List.of(frame))))).containsExactly("Ada Quillon");
        Sample surname = new Sample(
                0,
                java.util.OptionalDouble.empty(),
                ROOM,
                List.of(face(LEFT)),
                List.of(caption("Bert Osmar", "FERRY CAPTAIN")));
        assertThat(faceNames(link(new SeenMedium("p0", List.of(surname))))).containsExactly("Unidentified person 1");
    }

    @Test
    void takesTheOnlyNamedPersonWithLowConfidence() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Quillon");
        knows(EntityType.PER, "her husband");
        SeenRegions seen = link(Scenery.picture("p0", face(LEFT)));
        assertThat(seen.regions()).hasSize(1);
        assertThat(seen.regions().get(0).chain()).contains("c0");
        assertThat(seen.regions().get(0).confidence()).isEqualTo(0.5);
        assertThat(seen.regions().get(0).t()).isEmpty();
    }

    @Test
    void doesNotPutTheOnlyNamedPersonInTwoPlacesOfOneFrame() {
        knows(EntityType.PER, "Ada Quillon");
        SeenRegions seen = link(Scenery.picture("p0", face(LEFT), face(SMALL)));
        assertThat(faceNames(seen)).containsExactly("Ada Quillon", "Unidentified person 1");
    }

    @Test
    void leavesFacesUnidentifiedWhenSeveralPeopleAreNamed() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Bert Osmar");
        SeenRegions seen = link(Scenery.picture("p0", face(LEFT)), Scenery.picture("p1", face(LEFT)));
        assertThat(faceNames(seen)).containsExactly("Unidentified person 1", "Unidentified person 2");
        assertThat(seen.chains()).extracting(EntityChain::id).containsExactly("c0", "c1", "c2", "c3");
    }

    @Test
    void keepsFewRegionsOfALongTrack() {
        SeenRegions seen =
                link(new Scenery().sees(40, ROOM, List.of(face(LEFT))).video());
        assertThat(seen.regions()).extracting(Region::frame).containsExactly(0, 240, 480, 696, 936);
    }

    @Test
    void showsTheCaptionTogetherWithWhomItNamesAndTheBodyAlone() {
        knows(EntityType.PER, "Ada Quillon");
        SeenRegions seen = link(new Scenery()
                .sees(ROOM, List.of(face(LEFT)))
                .sees(2, ROOM, List.of(face(LEFT)), caption("Ada Quillon", "MAYOR"))
                .sees(ROOM, List.of(face(LEFT)))
                .video());
        assertThat(seen.regions()).hasSize(4);
        Box body = Body.below(LEFT);
        assertThat(seen.regions().get(0).box()).isEqualTo(body);
        assertThat(seen.regions())
                .filteredOn(region -> region.text().isPresent())
                .singleElement()
                .extracting(Region::box)
                .isEqualTo(body.around(caption("Ada Quillon", "MAYOR").box()));
    }

    @Test
    void namesAFaceThatLooksLikeACaptionedOneInAnotherPlaceAndNoOther() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Bert Osmar");
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(looking(LEFT, 1, 0)), caption("Ada Quillon", "MAYOR"))
                .sees(3, STREET, List.of(looking(RIGHT, 1, 0.01)))
                .sees(3, ROOM, List.of())
                .sees(3, STREET, List.of(looking(RIGHT, 2, 0)))
                .video());
        assertThat(faceNames(seen)).containsExactly("Ada Quillon", "Unidentified person 1");
        assertThat(seen.regions())
                .filteredOn(region -> region.frame() >= 72 && region.frame() < 144)
                .hasSize(3)
                .allSatisfy(region -> assertThat(region.confidence()).isEqualTo(0.85));
    }

    @Test
    void doesNotNameTheOnlyNamedPersonWhenLooksSpeakAgainstIt() {
        knows(EntityType.PER, "Ada Quillon");
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(looking(LEFT, 1, 0)), caption("Ada Quillon", "MAYOR"))
                .sees(3, STREET, List.of(looking(RIGHT, 2, 0)))
                .video());
        assertThat(faceNames(seen)).containsExactly("Ada Quillon", "Unidentified person 1");
    }

    @Test
    void doesNotTrustLooksWherePeopleSideBySideLookAlike() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Bert Osmar");
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(looking(LEFT, 1, 0)), caption("Ada Quillon", "MAYOR"))
                .sees(3, STREET, List.of(looking(LEFT, 1, 0.01), looking(RIGHT, 1, 0.01)))
                .video());
        assertThat(faceNames(seen)).containsExactly("Ada Quillon", "Unidentified person 1", "Unidentified person 2");
    }

    @Test
    void isOneUnidentifiedPersonWhereverTheSameFaceIsSeen() {
        SeenRegions seen = link(new Scenery()
                .sees(2, ROOM, List.of(looking(LEFT, 1, 0)))
                .sees(2, STREET, List.of(looking(RIGHT, 1, 0.01), looking(LEFT, 2, 0)))
                .video());
        assertThat(faceNames(seen)).containsExactly("Unidentified person 1", "Unidentified person 2");
    }

    @Test
    void asksTheNetworkForWhomWordsDoNotName() {
        knows(EntityType.PER, "Ada Quillon");
        knows(EntityType.PER, "Bert Osmar");
        GroundingScores sure = (chain, media, frame, box) -> chain.id().equals("c1") ? 0.8 : 0.3;
        GroundingScores torn = (chain, media, frame, box) -> chain.id().equals("c1") ? 0.6 : 0.5;
        SeenMedium medium = new Scenery().sees(2, ROOM, List.of(face(LEFT))).video();
        SeenRegions named = new Linker(chains, mentions, sure, false).link(List.of(medium));
        assertThat(faceNames(named)).containsExactly("Bert Osmar");
        assertThat(named.regions().get(0).confidence()).isEqualTo(0.8);
        assertThat(faceNames(new Linker(chains, mentions, torn, false).link(List.of(medium))))
                .containsExactly("Unidentified person 1");
    }

    @Test
    void keepsWhatFillsTheFramesWithoutPeopleOnceAShot() {
        Thing table = new Thing(EntityType.MISC, new Box(0.1, 0.1, 0.8, 0.8), 0.4, Optional.empty());
        Scenery scenery =
                new Scenery().shows(5, ROOM, table).shows(3, STREET, table).sees(2, ROOM, List.of(face(LEFT)));
        SeenRegions seen = link(scenery.video());
        assertThat(seen.regions())
                .filteredOn(region -> region.type() == EntityType.MISC)
                .extracting(Region::frame, Region::chain)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(48, Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(144, Optional.empty()));
    }

    @Test
    void tiesADetectedThingToTheOneThatTheTextNames() {
        knows(EntityType.MISC, "the buses");
        Thing bus = new Thing(EntityType.MISC, new Box(0.1, 0.1, 0.3, 0.3), 0.9, Optional.of("bus"));
        Thing dog = new Thing(EntityType.MISC, new Box(0.6, 0.6, 0.3, 0.3), 0.8, Optional.of("dog"));
        SeenRegions seen = link(new Scenery().shows(1, ROOM, bus, dog).video());
        assertThat(seen.regions())
                .extracting(Region::chain, Region::confidence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Optional.of("c0"), 0.54),
                        org.assertj.core.groups.Tuple.tuple(Optional.empty(), 0.8));
    }

    @Test
    void writesNothingOfWhatFacesLookLike() throws Exception {
        SeenRegions seen = link(new Scenery()
                .sees(3, ROOM, List.of(looking(LEFT, 1, 0)), caption("Ada Quillon", "MAYOR"))
                .video());
        String json = com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .addModule(new com.fasterxml.jackson.datatype.jdk8.Jdk8Module())
                .build()
                .writeValueAsString(seen);
        assertThat(json).contains("Ada Quillon").doesNotContainIgnoringCase("look");
        assertThat(Region.class.getRecordComponents())
                .extracting(java.lang.reflect.RecordComponent::getName)
                .containsExactly("id", "type", "media", "frame", "t", "box", "chain", "confidence", "text");
        assertThat(looking(LEFT, 1, 0).toString()).doesNotContainPattern("\\[-?\\d+, -?\\d+, -?\\d+");
    }

    @Test
    void keepsEverySightingForMeasuring() {
        SeenMedium medium = new Scenery().sees(40, ROOM, List.of(face(LEFT))).video();
        assertThat(new Linker(chains, mentions, GroundingScores.NONE, true)
                        .link(List.of(medium))
                        .regions())
                .hasSize(40);
    }
}
