package org.newsreel.extraction.caption;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Region;

/**
 * Tells how many entities of which type a picture shows and what is written in it, such as {@code 2 people and a place,
 * with the words "Port Ellery"}. Needs no checkpoint.
 */
public final class RegionCaptioner implements Captioner {
    @Override
    public String caption(View view) {
        Map<EntityType, Integer> seen = new EnumMap<>(EntityType.class);
        List<String> written = new ArrayList<>();
        for (Region region : view.regions()) {
            region.text().map(String::strip).filter(text -> !text.isEmpty()).ifPresent(text -> {
                String line = text.replaceAll("\\s+", " ");
                if (!written.contains(line)) {
                    written.add(line);
                }
            });
            if (region.text().isEmpty()) {
                seen.merge(region.type(), 1, Integer::sum);
            }
        }
        List<String> things = new ArrayList<>();
        seen.forEach((type, count) -> things.add(count(type, count)));
        String sight = join(things);
        String words = written.isEmpty() ? "" : "the words \"" + String.join("\", \"", written) + "\"";
        return sight + (sight.isEmpty() || words.isEmpty() ? "" : ", with ") + words;
    }

    private static String join(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    private static String count(EntityType type, int count) {
        return switch (type) {
            case PER -> count == 1 ? "a person" : count + " people";
            case LOC -> count == 1 ? "a place" : count + " places";
            case ORG -> count == 1 ? "an organisation" : count + " organisations";
            case TIME -> count == 1 ? "a time" : count + " times";
            case MISC -> count == 1 ? "an object" : count + " objects";
        };
    }
}
