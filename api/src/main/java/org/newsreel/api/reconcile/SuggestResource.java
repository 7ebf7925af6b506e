package org.newsreel.api.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.search.NameSearch;
import org.newsreel.api.service.Numbers;
import org.newsreel.kg.search.Hit;
import org.newsreel.kg.search.Question;
import org.newsreel.kg.search.RelationNames;
import org.newsreel.kg.search.SearchIndex;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.vocab.Nr;

/** What a user who types may mean (section 6 of the specification), and properties to extend with (section 7.1). */
@Path("/reconcile")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation")
public class SuggestResource {
    private static final int PAGE = 20;
    private static final int MOST = 200;

    private final NameSearch names;
    private final RelationNames relations = new RelationNames();

    @Inject
    SuggestResource(NameSearch names) {
        this.names = names;
    }

    /** Suggestions. */
    record Suggestions(List<Suggestion> result) {}

    /** One of them. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Suggestion(
            String id, String name, Optional<String> description, Optional<List<ReconcileIds.TypeView>> notable) {}

    /** Properties that entities of a type can have. */
    record Proposal(String type, int limit, List<Extension.Property> properties) {}

    @GET
    @Path("suggest/entity")
    @Operation(summary = "Entities whose name begins so")
    @APIResponse(responseCode = "200", description = "The suggestions, the best first")
    public Suggestions entities(
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @Parameter(description = "How many suggestions to pass over") @QueryParam("cursor") @DefaultValue("0")
                    String cursor) {
        int from = Numbers.whole("cursor", cursor, 0, SearchIndex.DEEPEST - PAGE);
        Question question =
                new Question(prefix, Optional.of(org.newsreel.kg.search.Kind.ENTITY), Optional.empty(), from, PAGE);
        return new Suggestions(names.search(question).hits().stream()
                .map(hit -> new Suggestion(
                        ReconcileIds.ofEntity(hit.id()),
                        hit.name(),
                        Optional.of(hit.count() == 1 ? "in 1 item" : "in " + hit.count() + " items"),
                        Optional.of(hit.type().map(ReconcileIds::type).stream().toList())))
                .toList());
    }

    @GET
    @Path("suggest/property")
    @Operation(summary = "Properties whose label has these words")
    @APIResponse(responseCode = "200", description = "The suggestions, the best first")
    public Suggestions properties(
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @QueryParam("cursor") @DefaultValue("0") String cursor) {
        return new Suggestions(relations.matching(prefix).stream()
                .skip(Numbers.whole("cursor", cursor, 0, Integer.MAX_VALUE))
                .limit(PAGE)
                .map(hit ->
                        new Suggestion(ReconcileIds.ofTerm(hit.id()), hit.name(), description(hit), Optional.empty()))
                .toList());
    }

    private static Optional<String> description(Hit hit) {
        return hit.names().stream().skip(1).findFirst();
    }

    @GET
    @Path("suggest/type")
    @Operation(summary = "Types whose name begins so")
    @APIResponse(responseCode = "200", description = "The suggestions")
    public Suggestions types(@QueryParam("prefix") @DefaultValue("") String prefix) {
        String wanted = prefix.strip().toLowerCase(Locale.ROOT);
        return new Suggestions(Arrays.stream(EntityType.values())
                .map(ReconcileIds::type)
                .filter(type -> type.name().toLowerCase(Locale.ROOT).startsWith(wanted)
                        || type.id().toLowerCase(Locale.ROOT).startsWith(wanted))
                .map(type -> new Suggestion(type.id(), type.name(), Optional.empty(), Optional.empty()))
                .toList());
    }

    @GET
    @Path("extend/propose")
    @Operation(summary = "Properties that entities of a type can have")
    @APIResponse(responseCode = "200", description = "The properties")
    public Proposal propose(
            @QueryParam("type") @DefaultValue("") String type, @QueryParam("limit") @DefaultValue("100") String limit) {
        int most = Numbers.whole("limit", limit, 1, MOST);
        Optional<EntityType> domain = ReconcileIds.type(type);
        List<Extension.Property> properties = RelationSchema.standard().types().stream()
                .filter(relation -> domain.isEmpty() || relation.domain() == domain.get())
                .flatMap(relation -> relation.property().stream())
                .distinct()
                .sorted()
                .map(local -> new Extension.Property(
                        local, relations.all().get(Nr.NS + local).get(0)))
                .toList();
        List<Extension.Property> all = new java.util.ArrayList<>();
        all.add(new Extension.Property(Extension.NAMES, "names"));
        all.addAll(properties);
        return new Proposal(type, most, all.stream().limit(most).toList());
    }
}
