package org.newsreel.api.cli;

import java.util.Optional;
import org.newsreel.kg.mapping.Mapping;
import picocli.CommandLine.Option;

/** Whose terms the graph leaves in. */
final class MappingOption {
    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            description =
                    "Put it into other terms: schema.org, wikidata, nif, nanopub, owl-time, or a file or directory of"
                            + " SPARQL CONSTRUCT queries (.rq) and SHACL shapes (.ttl).")
    private String mapping;

    Optional<Mapping> load() {
        try {
            return Optional.ofNullable(mapping).map(Mapping::load);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("--mapping: " + e.getMessage() + ".");
        }
    }
}
