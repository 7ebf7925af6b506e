package org.newsreel.training.cli;

/** The networks that can be trained and measured. */
final class Networks {
    private Networks() {}

    static void check(String name) {
        if (!name.equals("text") && !name.equals(ChineseTraining.NETWORK)) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "There is no network " + name + " in this version: give text or text-zh.");
        }
    }
}
