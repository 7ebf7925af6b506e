package org.newsreel.api.service;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the audit goes when nothing else is configured: into the store. Switched on from here rather than in the
 * configuration, which is read while the service is built too, and there is no store then.
 */
public final class AuditFile {
    private AuditFile() {}

    /** Before Quarkus reads its configuration. */
    public static void apply() {
        Optional.ofNullable(System.getProperty("newsreel.store"))
                .or(() -> Optional.ofNullable(System.getenv("NEWSREEL_STORE")))
                .filter(store -> !store.isBlank())
                .map(store -> Path.of(store.strip()).toAbsolutePath().resolve("audit/audit.jsonl"))
                .filter(file -> file.getParent().getParent().toFile().isDirectory())
                .ifPresent(AuditFile::into);
    }

    private static void into(Path file) {
        String handler = "quarkus.log.handler.file.\"audit\".";
        String category = "quarkus.log.category.\"" + Audit.CATEGORY + "\".";
        Map.of(
                        handler + "enabled",
                        "true",
                        handler + "path",
                        file.toString(),
                        category + "handlers",
                        "audit",
                        category + "use-parent-handlers",
                        "false")
                .forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }
}
