package org.newsreel.kg.exchange;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/** The forms in which a graph can be a file; a name that ends in {@code .gz} beside means compressed. */
public enum GraphFormat {
    /** Canonical N-Quads: sorted lines, equal graphs have equal bytes. */
    N_QUADS(".nq", true, NQuadStream::new),
    /** TriG in blocks of one subject each. */
    TRIG(".trig", true, out -> StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS)),
    /** JSON-LD 1.1, framed, with its context inside. */
    JSON_LD(".jsonld", true, JsonLdStream::new),
    /** Jena's RDF Protobuf: binary, the quickest to read and write. */
    PROTOBUF(".rpb", true, out -> StreamRDFWriter.getWriterStream(out, RDFFormat.RDF_PROTO)),
    /** Turtle; the merged facts alone. */
    TURTLE(".ttl", false, out -> StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS)),
    /** N-Triples; the merged facts alone. */
    N_TRIPLES(".nt", false, out -> StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES_UTF8)),
    /** RDF/XML; the merged facts alone. */
    RDF_XML(".rdf", false, RdfXmlStream::new);

    private static final String COMPRESSED = ".gz";

    private final String ending;
    private final boolean quads;
    private final Function<OutputStream, StreamRDF> writer;

    GraphFormat(String ending, boolean quads, Function<OutputStream, StreamRDF> writer) {
        this.ending = ending;
        this.quads = quads;
        this.writer = writer;
    }

    /**
     * The format that a file's name tells.
     *
     * @throws IllegalArgumentException in one sentence that lists the endings, when it tells none
     */
    public static GraphFormat of(Path file) {
        String name = name(file);
        String bare = name.endsWith(COMPRESSED) ? name.substring(0, name.length() - COMPRESSED.length()) : name;
        return Arrays.stream(values())
                .filter(format -> bare.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        file + " tells no format: its name must end in " + endings() + ", with or without .gz"));
    }

    /** Whether the name asks for gzip. */
    static boolean isCompressed(Path file) {
        return name(file).endsWith(COMPRESSED);
    }

    /** All endings, for messages and help. */
    public static String endings() {
        return Arrays.stream(values()).map(format -> format.ending).collect(Collectors.joining(", "));
    }

    /** Whether named graphs fit in; formats of triples take the default graph alone. */
    public boolean holdsGraphs() {
        return quads;
    }

    /** A writer that is to be fed in {@link CanonicalOrder}; it does not close the stream. */
    StreamRDF writer(OutputStream out) {
        return writer.apply(out);
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
