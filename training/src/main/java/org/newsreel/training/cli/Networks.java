package org.newsreel.training.cli;

import org.newsreel.training.paper.Recipes;

/** The networks that can be trained and measured. */
final class Networks {
    /** The network of marked pairs, and the corpus that it is for. */
    static final String PAIR = "pair";

    static final String PAIR_CORPUS = "mnre";

    private Networks() {}

    /** The network that a corpus is measured with. */
    static String of(String corpus) {
        return corpus.equals(PAIR_CORPUS) ? PAIR : "text";
    }

    static void check(String name) {
        if (!name.equals("text") && !name.equals(ChineseTraining.NETWORK)) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "There is no network " + name + " in this version: give text, text-zh, pair, " + Recipes.NAMES
                            + ".");
        }
    }
}
