package org.newsreel.training.world;

import java.awt.Color;
import org.newsreel.training.world.Look.Beard;
import org.newsreel.training.world.Look.Cut;
import org.newsreel.training.world.Organisation.Sign;
import org.newsreel.training.world.Place.Backdrop;

/** The people, organisations and places of the sample news. None of them exists. */
final class SampleCast {
    static final Person ILSE = person(
            "Ilse Varnholt",
            new Look(
                    new Color(240, 200, 172),
                    new Color(176, 124, 62),
                    Cut.LONG,
                    new Color(80, 120, 90),
                    0.94,
                    0.1,
                    0.15,
                    Beard.NONE,
                    false,
                    new Color(120, 38, 60),
                    new Color(240, 235, 228),
                    false));
    static final Person TOMAS = person(
            "Tomas Brekkan",
            new Look(
                    new Color(226, 184, 150),
                    new Color(120, 118, 116),
                    Cut.RECEDING,
                    new Color(90, 110, 130),
                    1.04,
                    0.8,
                    0.9,
                    Beard.MOUSTACHE,
                    true,
                    new Color(60, 60, 64),
                    new Color(220, 224, 230),
                    true));
    static final Person MARIT = person(
            "Marit Ellorin",
            new Look(
                    new Color(244, 208, 184),
                    new Color(150, 60, 34),
                    Cut.BUN,
                    new Color(90, 130, 110),
                    0.95,
                    0.15,
                    0.45,
                    Beard.NONE,
                    false,
                    new Color(56, 60, 110),
                    new Color(236, 236, 240),
                    false));
    static final Person PIET = person(
            "Piet Orsgaard",
            new Look(
                    new Color(232, 190, 160),
                    new Color(96, 62, 38),
                    Cut.PARTED,
                    new Color(70, 105, 120),
                    1.0,
                    0.7,
                    0.4,
                    Beard.FULL,
                    false,
                    new Color(44, 76, 96),
                    new Color(235, 238, 242),
                    false));
    static final Person KLARA = person(
            "Klara Orsgaard",
            new Look(
                    new Color(238, 198, 168),
                    new Color(78, 48, 32),
                    Cut.BOB,
                    new Color(84, 110, 120),
                    0.96,
                    0.2,
                    0.1,
                    Beard.NONE,
                    false,
                    new Color(28, 40, 72),
                    new Color(244, 244, 246),
                    true));
    static final Person NADIA = person(
            "Nadia Ferrowe",
            new Look(
                    new Color(190, 140, 104),
                    new Color(48, 32, 26),
                    Cut.CURLS,
                    new Color(76, 52, 32),
                    0.95,
                    0.2,
                    0.2,
                    Beard.NONE,
                    false,
                    new Color(196, 112, 52),
                    new Color(245, 240, 230),
                    false));
    static final Person SAMUEL = person(
            "Samuel Adeyar",
            new Look(
                    new Color(126, 84, 60),
                    new Color(30, 24, 22),
                    Cut.SHORT,
                    new Color(60, 40, 26),
                    1.02,
                    0.7,
                    0.4,
                    Beard.NONE,
                    true,
                    new Color(70, 84, 74),
                    new Color(228, 232, 236),
                    true));
    static final Person HELEN = person(
            "Helen Tarrow",
            new Look(
                    new Color(236, 196, 166),
                    new Color(38, 30, 30),
                    Cut.BOB,
                    new Color(70, 90, 60),
                    0.97,
                    0.2,
                    0.2,
                    Beard.NONE,
                    false,
                    new Color(24, 96, 104),
                    new Color(240, 240, 240),
                    false));
    static final Person YUANZHOU = person(
            "Lin Yuanzhou",
            new Look(
                    new Color(234, 194, 152),
                    new Color(26, 22, 24),
                    Cut.PARTED,
                    new Color(52, 36, 26),
                    1.0,
                    0.5,
                    0.25,
                    Beard.NONE,
                    true,
                    new Color(38, 56, 92),
                    new Color(236, 240, 244),
                    false));

    static final Organisation TIDEWELL = new Organisation("Tidewell Energy", Sign.WAVES, new Color(20, 110, 140));
    static final Organisation CITY = new Organisation("City of Port Varden", Sign.TOWER, new Color(150, 44, 50));
    static final Organisation CALDWICK = new Organisation("Caldwick Shipyard", Sign.ANCHOR, new Color(24, 62, 110));
    static final Organisation INSTITUTE = new Organisation("Tirnen Institute", Sign.LEAF, new Color(46, 122, 74));
    static final Organisation LANTERN = new Organisation("Lantern News", Sign.STAR, new Color(214, 92, 40));
    static final Organisation HAILAN = new Organisation("Hailan Technology", Sign.WAVES, new Color(40, 84, 170));

    static final Place NEWSROOM = new Place("Halmere newsroom", Backdrop.STUDIO);
    static final Place OFFICE = new Place("Port Varden office", Backdrop.OFFICE);
    static final Place CITY_HALL = new Place("Port Varden city hall", Backdrop.HALL);
    static final Place HARBOUR = new Place("Port Varden", Backdrop.HARBOUR);
    static final Place HALMERE = new Place("Halmere", Backdrop.STREET);
    static final Place YARD = new Place("Caldwick", Backdrop.SHIPYARD);
    static final Place BRANNOCH = new Place("Brannoch", Backdrop.MOUNTAINS);
    static final Place LABORATORY = new Place("Lake Tirnen", Backdrop.LABORATORY);

    private SampleCast() {}

    private static Person person(String name, Look look) {
        return new Person(name, look);
    }
}
