package org.newsreel.training.world;

import static org.newsreel.training.world.SampleCast.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.training.world.Scene.Caption;
import org.newsreel.training.world.Scene.Cast;

/**
 * The sample news: which files each item has. Texts and subtitles lie as resources beside this class, in the folder
 * {@code samples}; films and pictures are made from the scenes here.
 */
final class SampleNews {
    /** Items in the order of their folders. */
    static final List<Item> ITEMS = List.of(
            new Item(
                    "01-tidal-power",
                    List.of("article.txt", "item.json", "interview.srt"),
                    Map.of("interview.mp4", interview()),
                    Map.of()),
            new Item(
                    "02-night-ferry",
                    List.of("article.txt", "item.json"),
                    Map.of("press-conference.mp4", pressConference()),
                    Map.of()),
            new Item(
                    "03-electric-ferry",
                    List.of("article.txt", "item.json"),
                    Map.of("report.mp4", report()),
                    Map.of("launch.jpg", launch())),
            new Item(
                    "04-quay-in-pictures",
                    List.of("item.json"),
                    Map.of(),
                    Map.of("quay.jpg", quay(), "visitors.jpg", visitors())),
            new Item("05-lake-prize", List.of("article.txt", "item.json"), Map.of(), Map.of()),
            new Item(
                    "06-qinglan-turbines",
                    List.of("article.zh.txt", "item.json"),
                    Map.of("report.mp4", turbines()),
                    Map.of()),
            new Item("07-seagrass", List.of("article.txt", "item.json"), Map.of(), Map.of("portrait.jpg", portrait())));

    private SampleNews() {}

    /** An item's folder: texts to copy, films and pictures to make. */
    record Item(String folder, List<String> texts, Map<String, Clip> films, Map<String, Scene> pictures) {}

    private static Clip film(Scene... scenes) {
        return new Clip(640, 360, 24, List.of(scenes));
    }

    private static Scene anchor(double seconds, Optional<Caption> caption) {
        return new Scene(
                NEWSROOM,
                List.of(new Cast(HELEN, 0.42, 0.40, 0.29, true)),
                Optional.of(LANTERN),
                false,
                caption,
                seconds);
    }

    private static Optional<Caption> caption(String name, String role) {
        return Optional.of(new Caption(name, role));
    }

    private static Clip interview() {
        return film(
                anchor(5, caption("Helen Tarrow", "LANTERN NEWS, HALMERE")),
                view(HARBOUR, Optional.of(TIDEWELL), 3),
                new Scene(
                        OFFICE,
                        List.of(new Cast(ILSE, 0.44, 0.42, 0.33, true)),
                        Optional.of(TIDEWELL),
                        false,
                        caption("Ilse Varnholt", "CHIEF EXECUTIVE, TIDEWELL ENERGY"),
                        7),
                view(BRANNOCH, Optional.empty(), 3),
                new Scene(
                        OFFICE,
                        List.of(new Cast(ILSE, 0.44, 0.42, 0.33, true)),
                        Optional.of(TIDEWELL),
                        false,
                        Optional.empty(),
                        4));
    }

    private static Clip pressConference() {
        return film(
                new Scene(
                        CITY_HALL,
                        List.of(new Cast(TOMAS, 0.31, 0.40, 0.22, true), new Cast(MARIT, 0.70, 0.41, 0.215, false)),
                        Optional.of(CITY),
                        true,
                        Optional.empty(),
                        4),
                new Scene(
                        CITY_HALL,
                        List.of(new Cast(TOMAS, 0.52, 0.40, 0.31, true)),
                        Optional.of(CITY),
                        true,
                        caption("Tomas Brekkan", "MAYOR OF PORT VARDEN"),
                        6),
                view(HARBOUR, Optional.empty(), 3),
                new Scene(
                        CITY_HALL,
                        List.of(new Cast(MARIT, 0.55, 0.42, 0.32, true)),
                        Optional.of(CITY),
                        false,
                        caption("Marit Ellorin", "MINISTER OF TRANSPORT"),
                        6));
    }

    private static Clip report() {
        return film(
                view(YARD, Optional.of(CALDWICK), 3),
                new Scene(
                        YARD,
                        List.of(new Cast(PIET, 0.38, 0.42, 0.32, true)),
                        Optional.of(CALDWICK),
                        false,
                        caption("Piet Orsgaard", "CHIEF DESIGNER, CALDWICK SHIPYARD"),
                        6.5),
                new Scene(
                        HARBOUR,
                        List.of(new Cast(KLARA, 0.56, 0.42, 0.33, true)),
                        Optional.empty(),
                        false,
                        caption("Klara Orsgaard", "FERRY CAPTAIN"),
                        6),
                new Scene(
                        YARD,
                        List.of(new Cast(KLARA, 0.66, 0.44, 0.23, false), new Cast(PIET, 0.36, 0.40, 0.24, true)),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        3.5));
    }

    private static Clip turbines() {
        return film(
                view(HARBOUR, Optional.of(HAILAN), 3),
                new Scene(
                        LABORATORY,
                        List.of(new Cast(YUANZHOU, 0.42, 0.42, 0.32, true)),
                        Optional.of(HAILAN),
                        false,
                        caption("Lin Yuanzhou", "ENGINEER, HAILAN TECHNOLOGY"),
                        7),
                new Scene(
                        OFFICE,
                        List.of(new Cast(ILSE, 0.52, 0.42, 0.31, true)),
                        Optional.of(TIDEWELL),
                        false,
                        caption("Ilse Varnholt", "CHIEF EXECUTIVE, TIDEWELL ENERGY"),
                        5));
    }

    private static Scene launch() {
        return still(
                YARD,
                CALDWICK,
                new Cast(ILSE, 0.74, 0.43, 0.20, false),
                new Cast(KLARA, 0.27, 0.43, 0.20, false),
                new Cast(PIET, 0.50, 0.42, 0.23, true));
    }

    private static Scene quay() {
        return still(HARBOUR, CITY, new Cast(TOMAS, 0.34, 0.42, 0.27, false));
    }

    private static Scene visitors() {
        return still(
                HALMERE, LANTERN, new Cast(SAMUEL, 0.34, 0.42, 0.24, true), new Cast(MARIT, 0.66, 0.44, 0.23, false));
    }

    private static Scene portrait() {
        return still(LABORATORY, INSTITUTE, new Cast(NADIA, 0.36, 0.42, 0.32, false));
    }

    private static Scene still(Place place, Organisation wall, Cast... cast) {
        return new Scene(place, List.of(cast), Optional.of(wall), false, Optional.empty(), 1);
    }

    private static Scene view(Place place, Optional<Organisation> sign, double seconds) {
        return new Scene(place, List.of(), sign, false, Optional.empty(), seconds);
    }
}
