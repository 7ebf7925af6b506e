package org.newsreel.kg.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Region;

/** The pictures and frames of items that have boxes, each with its boxes. */
final class Frames {
    private Frames() {}

    /**
     * One picture, or one frame of a video.
     *
     * @param name file name without ending: hash of the medium, and for videos the frame's number
     * @param item id of the item
     * @param medium what it is of
     * @param frame index in decoding order; 0 for a picture
     * @param regions its boxes, by id
     */
    record Frame(String name, String item, Medium medium, int frame, List<Region> regions) {
        /** How annotation tools find the picture; frames of videos are to be cut out under this name. */
        String file() {
            boolean video = medium.kind() == MediaKind.VIDEO;
            String path = medium.file();
            String ending = path.contains(".") ? path.substring(path.lastIndexOf('.')) : ".jpg";
            return name + (video ? ".jpg" : ending);
        }

        /** {@code [x, y, width, height]} in pixels. */
        double[] pixels(Region region) {
            return new double[] {
                rounded(region.box().x() * medium.width()),
                rounded(region.box().y() * medium.height()),
                rounded(region.box().width() * medium.width()),
                rounded(region.box().height() * medium.height())
            };
        }

        private static double rounded(double value) {
            return Math.round(value * 100) / 100.0;
        }
    }

    static List<Frame> of(ExtractionDocument document) {
        List<Frame> frames = new ArrayList<>();
        for (Medium medium : document.media()) {
            document.regions().stream()
                    .filter(region -> region.media().equals(medium.id()))
                    .map(Region::frame)
                    .distinct()
                    .sorted()
                    .forEach(frame -> frames.add(new Frame(
                            medium.kind() == MediaKind.VIDEO ? medium.sha256() + "-" + frame : medium.sha256(),
                            document.id(),
                            medium,
                            frame,
                            document.regions().stream()
                                    .filter(region -> region.media().equals(medium.id()) && region.frame() == frame)
                                    .sorted(Comparator.comparing(Region::id))
                                    .toList())));
        }
        return frames;
    }

    /** Name of the entity that a region shows; empty when it shows none that is known. */
    static String entity(ExtractionDocument document, Region region) {
        return region.chain()
                .flatMap(id -> document.chains().stream()
                        .filter(chain -> chain.id().equals(id))
                        .findFirst())
                .map(chain -> chain.name())
                .orElse("");
    }
}
