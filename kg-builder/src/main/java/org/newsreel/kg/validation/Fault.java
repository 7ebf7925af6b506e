package org.newsreel.kg.validation;

import java.util.Optional;

/**
 * One place where a graph breaks a shape.
 *
 * @param graph IRI of the named graph
 * @param item id of its item; empty when the graph does not tell
 * @param focus the node that is at fault
 * @param path property at fault, where the shape names one
 * @param value value at fault, where there is one
 * @param shape IRI of the shape, where it has one
 * @param message what the shape asks for
 * @param quote the words that the node rests on, with their place, such as {@code "Mira Holm" at 0-9}
 * @param frame the place in a picture or video that the node rests on, such as {@code v0.mp4 t=6.98,7.02&xywh=13,11,448,346}
 */
public record Fault(
        String graph,
        Optional<String> item,
        String focus,
        Optional<String> path,
        Optional<String> value,
        Optional<String> shape,
        String message,
        Optional<String> quote,
        Optional<String> frame) {
    /** For people, on one line. */
    public String sentence() {
        StringBuilder out = new StringBuilder();
        out.append(item.map(id -> "item " + id).orElse("graph " + graph));
        out.append(" breaks a shape: ").append(message).append(", but not ").append(focus);
        value.filter(v -> !v.equals(focus)).ifPresent(v -> out.append(" with ").append(v));
        quote.ifPresent(words -> out.append("; it rests on ").append(words));
        frame.ifPresent(place ->
                out.append(quote.isPresent() ? " and on " : "; it rests on ").append(place));
        return out.toString().replaceAll("\\s+", " ");
    }
}
