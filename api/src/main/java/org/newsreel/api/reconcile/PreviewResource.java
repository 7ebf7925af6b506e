package org.newsreel.api.reconcile;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.search.RelationNames;

/** What a person looks at to choose among candidates (section 5 of the specification), and the entity's page. */
@Path("/reconcile")
@Blocking
@Tag(name = "Reconciliation")
public class PreviewResource {
    private static final int FACTS = 6;
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
            <style>body{font:14px/1.4 system-ui,sans-serif;margin:10px;color:#222}h1{font-size:17px;margin:0 0 2px}
            p{margin:0 0 6px;color:#555}ul{margin:0;padding-left:18px}</style></head>
            <body><h1>%1$s</h1><p>%2$s</p><ul>%3$s</ul></body></html>
            """;

    private final OpenStore store;
    private final RelationNames relations = new RelationNames();

    @Inject
    PreviewResource(OpenStore store) {
        this.store = store;
    }

    @GET
    @Path("preview")
    @Operation(summary = "A small page about an entity, to be shown in a frame")
    @APIResponse(responseCode = "200", description = "HTML without scripts")
    @APIResponse(responseCode = "404", description = "The graph has no such entity")
    public Response preview(@QueryParam("id") String id) {
        // It holds nothing to click, so any site may frame it: OpenRefine does.
        return Response.ok(store.read(() -> page(given(id))))
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *")
                .build();
    }

    @GET
    @Path("view")
    @Operation(summary = "To the page of an entity")
    @APIResponse(responseCode = "303", description = "The page's address")
    public Response view(@QueryParam("id") String id, @Context UriInfo uri) {
        String iri = ReconcileIds.entity(given(id));
        return Response.seeOther(URI.create(ReconcileResource.base(uri) + "/entity.html?id="
                        + URLEncoder.encode(iri, StandardCharsets.UTF_8)))
                .build();
    }

    private static String given(String id) {
        if (id == null || id.isBlank()) {
            throw Problem.exception(400, "Give the id of an entity.");
        }
        return id;
    }

    private String page(String id) {
        MergedFacts facts = new MergedFacts(store.dataset());
        var entity = facts.entity(id).orElseThrow(() -> Problem.exception(404, "The graph has no entity " + id + "."));
        List<String> names = facts.names(entity);
        String type = facts.type(entity)
                .map(ReconcileIds::type)
                .map(ReconcileIds.TypeView::name)
                .orElse("");
        StringBuilder list = new StringBuilder();
        for (MergedFacts.Said said : facts.some(entity, FACTS)) {
            List<String> labels = relations.all().getOrDefault(said.property(), List.of());
            list.append("<li>")
                    .append(html(labels.isEmpty() ? ReconcileIds.ofTerm(said.property()) : labels.get(0)))
                    .append(": ")
                    .append(html(said.value()))
                    .append("</li>");
        }
        String also =
                names.size() > 1 ? " · also " + String.join(", ", names.subList(1, Math.min(names.size(), FACTS))) : "";
        return PAGE.formatted(html(names.get(0)), html(type + also), list);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
