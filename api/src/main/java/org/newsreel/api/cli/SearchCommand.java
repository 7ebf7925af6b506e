package org.newsreel.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsreel.kg.search.Answer;
import org.newsreel.kg.search.Hit;
import org.newsreel.kg.search.Kind;
import org.newsreel.kg.search.Question;
import org.newsreel.kg.search.SearchIndex;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.claim.EntityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsreel search}: entities, items and relations by name. */
@Command(
        name = "search",
        description = "Find entities, items and relations by name, also by its beginning and misspelt.",
        footer = {"", "Example:  newsreel search ilse varnh --kind entity"})
final class SearchCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "Words of a name, headline or text.")
    private List<String> words;

    @Option(names = "--kind", paramLabel = "entity|item|relation", description = "Only these (default: all).")
    private String kind;

    @Option(names = "--type", paramLabel = "PER|LOC|ORG|TIME|MISC", description = "Only entities of this type.")
    private EntityType type;

    @Option(names = "--limit", defaultValue = "20", paramLabel = "N", description = "The most matches (default: 20).")
    private int limit;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private StoreOption store;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Optional<Kind> wanted = Optional.ofNullable(kind).map(word -> Kind.named(word)
                .orElseThrow(() -> CommandFailure.wrongCall("--kind is entity, item or relation, not " + word + ".")));
        if (limit < 1 || limit > SearchIndex.DEEPEST) {
            throw CommandFailure.wrongCall("--limit is a number from 1 to " + SearchIndex.DEEPEST + ".");
        }
        try (KnowledgeStore opened = store.openExisting();
                SearchIndex index =
                        SearchIndex.open(opened.directory(), opened.dataset().asDatasetGraph(), opened.changes())) {
            Answer answer =
                    index.search(new Question(String.join(" ", words), wanted, Optional.ofNullable(type), 0, limit));
            answer.hits().forEach(hit -> System.out.println(json ? json(hit) : line(hit)));
            if (answer.hits().isEmpty()) {
                throw CommandFailure.someFailed("nothing is called so.", null);
            }
        }
        return ExitCode.DONE;
    }

    private static String line(Hit hit) {
        String what = hit.type().map(EntityType::name).orElse(hit.kind().word())
                + (hit.count() > 0 ? " in " + hit.count() : "");
        return String.format(
                        Locale.ROOT, "%.2f\t%s\t%s\t%s", hit.score(), what, String.join(" / ", hit.names()), hit.id())
                .replace('\n', ' ');
    }

    private static String json(Hit hit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", hit.kind().word());
        fields.put("id", hit.id());
        fields.put("name", hit.name());
        fields.put("names", hit.names());
        hit.type().ifPresent(t -> fields.put("type", t.name()));
        fields.put("items", hit.count());
        hit.published().ifPresent(when -> fields.put("published", when));
        fields.put("score", Math.round(hit.score() * 1e4) / 1e4);
        try {
            return new ObjectMapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values have a JSON form", e);
        }
    }
}
