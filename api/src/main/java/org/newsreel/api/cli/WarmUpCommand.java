package org.newsreel.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;

/** Loads the classes that the quick commands need, for the launcher's class-data archive. Not for users. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Path store = Files.createTempDirectory("newsreel-warm-up");
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            KnowledgeStore.open(store).close();
            Newsreel.run("--help");
            for (String results : new String[] {"table", "json", "csv"}) {
                Newsreel.run(
                        "query",
                        "SELECT ?s (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(?n > 1) } GROUP BY ?s ORDER BY ?n LIMIT 1",
                        "--results",
                        results,
                        "--store",
                        store.toString());
            }
            Newsreel.run("explain", "nr:nobody", "a", "nr:Person", "--store", store.toString());
        } finally {
            System.setOut(out);
            try (Stream<Path> files = Files.walk(store)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        return ExitCode.DONE;
    }
}
