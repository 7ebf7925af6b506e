package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A box in one frame in which an entity or a caption is seen.
 *
 * @param id unique among the document's regions
 * @param type what kind of entity is seen
 * @param media id of the {@link Medium}
 * @param frame index of the frame in decoding order, from 0; 0 in a still picture
 * @param t the frame's presentation time in seconds; absent in a still picture
 * @param box where in the frame
 * @param chain id of the chain that is seen, when known
 * @param confidence in [0, 1]: of the box and type when no chain is named, else of the chain being what is seen
 * @param text what is written there, for captions
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Region(
        String id,
        EntityType type,
        String media,
        int frame,
        OptionalDouble t,
        Box box,
        Optional<String> chain,
        double confidence,
        Optional<String> text) {
    public Region {
        Claims.named(id, "region id");
        Claims.require(type != null, "region %s has no type", id);
        Claims.named(media, "media of region " + id);
        Claims.require(frame >= 0, "region %s has frame %s", id, frame);
        t = t == null ? OptionalDouble.empty() : t;
        Claims.require(
                t.isEmpty() || (t.getAsDouble() >= 0 && Double.isFinite(t.getAsDouble())),
                "region %s has time %s",
                id,
                t);
        Claims.require(box != null, "region %s has no box", id);
        chain = chain == null ? Optional.empty() : chain;
        Claims.fraction(confidence, "confidence of region " + id);
        text = text == null ? Optional.empty() : text;
    }
}
