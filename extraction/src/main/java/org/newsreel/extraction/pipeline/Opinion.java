package org.newsreel.extraction.pipeline;

import java.util.function.Supplier;
import org.newsreel.extraction.voter.Grounds;

/**
 * What one voice makes of a fact.
 *
 * @param confidence in [0, 1]
 * @param claimed whether the voice alone would claim it
 * @param type what it calls the relation
 * @param subject id of the chain that it starts from, in the voice's words
 * @param object id of the chain that it points to
 * @param grounds what it rests on
 */
record Opinion(
        double confidence, boolean claimed, String type, String subject, String object, Supplier<Grounds> grounds) {}
