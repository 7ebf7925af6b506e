package org.newsreel.extraction.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.newsreel.extraction.model.Role;
import org.newsreel.extraction.pipeline.RolePlan.Choice;
import org.newsreel.extraction.voter.M3dFinder;
import org.newsreel.extraction.voter.MentionFinder;
import org.newsreel.extraction.voter.RelationVoter;
import org.newsreel.extraction.voter.Voters;

/** The networks that were chosen by name, each loaded when the first item needs it. For one thread at a time. */
final class ChosenModels implements AutoCloseable {
    private final PipelineConfig config;
    private final Map<String, AutoCloseable> open = new HashMap<>();
    private final Deque<AutoCloseable> order = new ArrayDeque<>();

    ChosenModels(PipelineConfig config) {
        this.config = config;
    }

    RelationVoter voter(Choice choice) {
        return opened(
                choice,
                Role.RELATIONS,
                () -> Voters.relations(choice.directory().orElseThrow(), config.djlDevice()));
    }

    MentionFinder mentions() {
        Choice choice = config.roles().one(Role.ENTITIES);
        return opened(
                choice, Role.ENTITIES, () -> Voters.entities(choice.directory().orElseThrow(), config.djlDevice()));
    }

    M3dFinder chains() {
        Choice choice = config.roles().one(Role.CHAINS);
        return opened(
                choice, Role.CHAINS, () -> Voters.chains(choice.directory().orElseThrow(), config.djlDevice()));
    }

    M3dFinder regions(Choice choice) {
        return opened(
                choice, Role.REGIONS, () -> Voters.regions(choice.directory().orElseThrow(), config.djlDevice()));
    }

    /** A model in two roles is loaded twice: roles want it in different forms. */
    private <T extends AutoCloseable> T opened(Choice choice, Role role, Supplier<T> loader) {
        String key = role + " " + choice.directory().orElseThrow();
        AutoCloseable there = open.get(key);
        if (there == null) {
            there = loader.get();
            open.put(key, there);
            order.push(there);
        }
        @SuppressWarnings("unchecked")
        T model = (T) there;
        return model;
    }

    @Override
    public void close() {
        while (!order.isEmpty()) {
            try {
                order.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a model does not close", e);
            }
        }
        open.clear();
    }
}
