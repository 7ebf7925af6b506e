package org.newsreel.api.service;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What is true of all operations and need not be said at each: that errors are problem details, which keys writes need,
 * and an example of every parameter, which a test puts to the service.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiDetails implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String KEY = "key";
    private static final String BEARER = "bearer";

    /** By name; a path's own come first, as {@code path name}. */
    private static final Map<String, Object> EXAMPLES = Map.ofEntries(
            Map.entry("limit", 10),
            Map.entry("offset", 0),
            Map.entry("since", 0),
            Map.entry("q", "ferry"),
            Map.entry("t", 0.5),
            Map.entry("xywh", "0,0,64,48"),
            Map.entry("sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            Map.entry("state", "done"),
            Map.entry("subject", "Mara Venn"),
            Map.entry("predicate", "nr:memberOf"),
            Map.entry("object", "Harbour Board"),
            Map.entry("format", "turtle"),
            Map.entry("/api/jobs/{id} id", "6f1c2a52-93b0-4d5e-8a51-0c7a5b1f3e9d"),
            Map.entry("/api/jobs/{id}/cancel id", "6f1c2a52-93b0-4d5e-8a51-0c7a5b1f3e9d"),
            Map.entry("/api/jobs/{id}/retry id", "6f1c2a52-93b0-4d5e-8a51-0c7a5b1f3e9d"),
            Map.entry("/api/jobs/{id}/events id", "6f1c2a52-93b0-4d5e-8a51-0c7a5b1f3e9d"),
            Map.entry("/api/queries/{id} id", 7),
            Map.entry("/api/search kind", "entity"),
            Map.entry("id", "harbour-2026"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSchema(PROBLEM, problem())
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key"))
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key, or a token of the identity provider"));
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().forEach(OpenApiDetails::complete);
        }
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .description("RFC 9457")
                .addProperty("title", OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)))
                .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
                .addProperty(
                        "detail",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.STRING))
                                .description("One sentence that says what to change"));
    }

    private static void complete(String path, PathItem item) {
        if (item.getParameters() != null) {
            item.getParameters().forEach(parameter -> exemplify(path, parameter));
        }
        item.getOperations().forEach((method, operation) -> {
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> exemplify(path, parameter));
            }
            if (operation.getResponses() == null) {
                operation.setResponses(OASFactory.createAPIResponses());
            }
            operation
                    .getResponses()
                    .addAPIResponse(
                            "default",
                            OASFactory.createAPIResponse()
                                    .description("What is wrong, and what to change")
                                    .content(OASFactory.createContent().addMediaType(Problem.TYPE, problemMedia())));
            if (!List.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD, PathItem.HttpMethod.OPTIONS)
                    .contains(method)) {
                secure(operation);
            }
        });
    }

    private static MediaType problemMedia() {
        return OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM));
    }

    private static void secure(Operation operation) {
        operation
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
    }

    private static void exemplify(String path, Parameter parameter) {
        if (parameter.getExample() == null && parameter.getExamples() == null && parameter.getName() != null) {
            Object own = EXAMPLES.get(path + " " + parameter.getName());
            Object example = own == null ? EXAMPLES.get(parameter.getName()) : own;
            if (example != null && parameter.getIn() != Parameter.In.HEADER) {
                parameter.setExample(example);
            }
        }
    }
}
