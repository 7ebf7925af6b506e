package org.newsreel.api.overview;

import java.util.List;
import org.newsreel.kg.search.Figures;

/**
 * How much there is in the graph.
 *
 * @param items news items
 * @param entities entities of the merged graph
 * @param facts relations between two entities in the merged graph
 * @param statements what the items state, types and names included
 * @param videos of all items; one that two items share counts twice
 * @param pictures likewise
 * @param models what made the statements, by role and name
 */
public record OverviewView(
        long items, long entities, long facts, long statements, long videos, long pictures, List<Model> models) {
    static OverviewView of(Figures figures) {
        return new OverviewView(
                figures.items(),
                figures.entities(),
                figures.facts(),
                figures.statements(),
                figures.videos(),
                figures.pictures(),
                figures.models().stream()
                        .map(use -> new Model(use.role(), use.name(), use.items()))
                        .toList());
    }

    /**
     * A model that is in use.
     *
     * @param role what it is used for
     * @param items how many items have statements or regions of it
     */
    public record Model(String role, String name, long items) {}
}
