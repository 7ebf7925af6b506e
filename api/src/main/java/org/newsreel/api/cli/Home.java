package org.newsreel.api.cli;

import java.nio.file.Path;

/** The checkout or installation that the launcher started from. */
final class Home {
    private Home() {}

    static Path directory() {
        return Path.of(System.getProperty("newsreel.home", "."));
    }

    /** The models that ship with Newsreel. */
    static Path models() {
        return directory().resolve("extraction/models");
    }

    static Path samples() {
        return directory().resolve("samples");
    }
}
