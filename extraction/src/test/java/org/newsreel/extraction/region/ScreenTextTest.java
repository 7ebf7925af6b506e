package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

class ScreenTextTest {
    private static final Box WALL = new Box(0.2, 0.2, 0.3, 0.06);
    private static final EntityChain BANK = chain("c0", EntityType.ORG, "Brannoch Savings Bank", "m0");
    private static final EntityChain TOWN = chain("c1", EntityType.LOC, "Brannoch", "m1");
    private static final EntityChain TEA = chain("c2", EntityType.MISC, "tea", "m2");

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void aSignThatSeveralSamplesReadIsARegionThatShowsNobody() {
        sees(WALL, 0.95, "Harbour Street").sees(WALL, 0.95, "Harbour Street");
        assertThat(added()).singleElement().satisfies(region -> {
            assertThat(region.type()).isEqualTo(EntityType.MISC);
            assertThat(region.chain()).isEmpty();
            assertThat(region.text()).contains("Harbour Street");
            assertThat(region.confidence()).isLessThan(0.95);
            assertThat(region.t()).hasValue(0);
        });
    }

    @Test
    void aSignWithANameOfTheTextShowsTheThingWithTheLongestNameInIt() {
        sees(WALL, 0.9, "BRANNOCH SAVINGS BANK").sees(WALL, 0.9, "BRANNOCH SAVINGS BANK");
        assertThat(added(BANK, TOWN)).singleElement().satisfies(region -> {
            assertThat(region.type()).isEqualTo(EntityType.ORG);
            assertThat(region.chain()).contains("c0");
        });
    }

    @Test
    void aCommonWordInALongLineIsNotTheThing() {
        sees(WALL, 0.9, "Green tea and other leaves").sees(WALL, 0.9, "Green tea and other leaves");
        assertThat(added(TEA)).singleElement().satisfies(region -> assertThat(region.chain())
                .isEmpty());
    }

    @Test
    void whatOneSampleReadsOrReadsBadlyIsNothing() {
        sees(WALL, 0.95, "Harbour Street")
                .sees()
                .sees()
                .sees(WALL, 0.6, "Horbaur Sfreet")
                .sees(WALL, 0.6, "Horbaur Sfreet");
        assertThat(added()).isEmpty();
    }

    @Test
    void scrapsAreNoWords() {
        sees(WALL, 0.95, "ae ri xo").sees(WALL, 0.95, "ae ri xo");
        assertThat(added()).isEmpty();
    }

    @Test
    void aNameOnAWallNamesNoFace() {
        Face face = Scenery.face(Scenery.LEFT);
        for (int i = 0; i < 3; i++) {
            samples.add(new Sample(
                    24 * i,
                    OptionalDouble.of(i),
                    Scenery.ROOM,
                    List.of(face),
                    List.of(reading(WALL, 0.95, "Ada Quillon", "MAYOR"))));
        }
        assertThat(CaptionVote.captions(samples)).isEmpty();
        assertThat(CaptionVote.everywhere(samples)).hasSize(1);
    }

    @Test
    void aMisreadNameGetsTheArticlesSpelling() {
        EntityChain ada = chain("c0", EntityType.PER, "Ada Quillon", "m0");
        Region misread = new Region(
                "g0",
                EntityType.PER,
                "v0",
                0,
                OptionalDouble.of(0),
                WALL,
                Optional.of("c0"),
                0.9,
                Optional.of("Ada Quil1on\nMAYOR"));
        SeenRegions found = new SeenRegions(List.of(misread), List.of(ada), List.of(), List.of());
        assertThat(new ScreenText(List.of(ada), List.of(mention("m0", ada)))
                        .addTo(found, List.of(new SeenMedium("v0", List.of())))
                        .regions())
                .singleElement()
                .satisfies(region -> assertThat(region.text()).contains("Ada Quillon\nMAYOR"));
    }

    private List<Region> added(EntityChain... chains) {
        List<Mention> mentions = new ArrayList<>();
        for (EntityChain chain : chains) {
            mentions.add(mention(chain.mentions().get(0), chain));
        }
        SeenRegions none = new SeenRegions(List.of(), List.of(chains), List.of(), List.of());
        return new ScreenText(List.of(chains), mentions)
                .addTo(none, List.of(new SeenMedium("v0", samples)))
                .regions();
    }

    private ScreenTextTest sees(Box place, double confidence, String... lines) {
        return sees(List.of(reading(place, confidence, lines)));
    }

    private ScreenTextTest sees() {
        return sees(List.of());
    }

    private ScreenTextTest sees(List<CaptionReading> readings) {
        int n = samples.size();
        samples.add(new Sample(24 * n, OptionalDouble.of(n), Scenery.ROOM, List.of(), readings));
        return this;
    }

    private static CaptionReading reading(Box place, double confidence, String... lines) {
        List<CaptionLine> read = new ArrayList<>();
        for (String line : lines) {
            read.add(new CaptionLine(
                    line,
                    new Box(place.x(), place.y() + 0.07 * read.size(), place.width(), place.height()),
                    confidence));
        }
        return new CaptionReading(read);
    }

    private static EntityChain chain(String id, EntityType type, String name, String mention) {
        return new EntityChain(id, type, name, List.of(mention));
    }

    private static Mention mention(String id, EntityChain chain) {
        return new Mention(id, chain.type(), 0, chain.name().length(), chain.name(), 0.9);
    }
}
