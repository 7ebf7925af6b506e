package org.newsreel.kg.exchange;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdEmbed;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.document.RdfDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.JenaTitanium;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.OntologyFiles;

/**
 * JSON-LD 1.1 (framing: W3C Recommendation "JSON-LD 1.1 Framing"), one node a line. An item's graph is framed: the item
 * with its media, each entity, each statement with its evidence inside. The facts of the default graph are compacted, one
 * node an entity. The context stands in the file, so reading it asks nobody. Memory holds one graph, or
 * {@value #BATCH} facts.
 */
final class JsonLdStream extends StreamRDFBase {
    private static final int BATCH = 2000;
    private static final JsonObject CONTEXT = context();

    private final Writer out;
    private DatasetGraph batch = DatasetGraphFactory.create();
    private int size;
    private Node subject;
    private Node name;
    private boolean first = true;

    JsonLdStream(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void start() {
        write("{\"@context\": " + CONTEXT.get("@context") + ",\n\"@graph\": [");
    }

    @Override
    public void triple(Triple triple) {
        if (name != null || (size >= BATCH && !triple.getSubject().equals(subject))) {
            flushBatch();
        }
        name = null;
        subject = triple.getSubject();
        take(triple);
    }

    @Override
    public void quad(Quad quad) {
        if (!quad.getGraph().equals(name)) {
            flushBatch();
        }
        name = quad.getGraph();
        take(quad.asTriple());
    }

    @Override
    public void finish() {
        flushBatch();
        write("\n]}\n");
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Triple triple) {
        batch.add(new Quad(Quad.defaultGraphIRI, triple));
        size++;
    }

    private void flushBatch() {
        if (size == 0) {
            return;
        }
        if (name == null) {
            nodes(false).forEach(this::line);
        } else {
            boolean item = name.isURI() && Iris.isVersion(name.getURI());
            line(Json.createObjectBuilder()
                    .add("@id", name.isURI() ? name.getURI() : "_:" + name.getBlankNodeLabel())
                    .add("@graph", Json.createArrayBuilder(nodes(item)))
                    .build());
        }
        batch = DatasetGraphFactory.create();
        size = 0;
    }

    private List<JsonValue> nodes(boolean framed) {
        try {
            JsonArray expanded = JsonLd.fromRdf(RdfDocument.of(JenaTitanium.convert(batch)))
                    .ordered(true)
                    .get();
            JsonDocument document = JsonDocument.of(expanded);
            JsonObject result = framed
                    ? JsonLd.frame(document, JsonDocument.of(JsonLdFrame.of(batch.getDefaultGraph(), CONTEXT)))
                            .embed(JsonLdEmbed.ONCE)
                            .omitDefault()
                            .ordered(true)
                            .get()
                    : JsonLd.compact(document, JsonDocument.of(CONTEXT))
                            .ordered(true)
                            .get();
            if (result.containsKey("@graph")) {
                return List.copyOf(result.getJsonArray("@graph"));
            }
            JsonObject alone =
                    Json.createObjectBuilder(result).remove("@context").build();
            return alone.isEmpty() ? List.of() : List.of(alone);
        } catch (JsonLdError e) {
            throw new IllegalArgumentException(
                    "the graph can't be written as JSON-LD (" + e.getMessage() + "): choose another format", e);
        }
    }

    private void line(JsonValue node) {
        write((first ? "\n" : ",\n") + node);
        first = false;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject context() {
        try (InputStream in = OntologyFiles.context();
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("the context inside the jar can't be read", e);
        }
    }
}
