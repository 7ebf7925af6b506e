package org.newsreel.kg.exchange;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Canonical N-Quads: one quad a line, sorted by code unit, no repetition. Newsreel's graphs have no blank nodes, so this
 * is what RDFC-1.0 comes to, and two datasets are the same exactly when these lines are.
 */
public final class NQuadLines {
    private static final NodeFormatter FORMAT = new NodeFormatterNT();

    private NQuadLines() {}

    /** The lines of a dataset, sorted, without line ends. Needs a transaction around it. */
    public static List<String> of(DatasetGraph graphs) {
        return stream(graphs.find()).map(NQuadLines::line).sorted().distinct().toList();
    }

    /** As {@link #of}, as one text. */
    public static String text(DatasetGraph graphs) {
        return of(graphs).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static Stream<Quad> stream(Iterator<Quad> quads) {
        Iterable<Quad> iterable = () -> quads;
        return StreamSupport.stream(iterable.spliterator(), false);
    }

    /** One quad without line end; one of the default graph has no graph. */
    public static String line(Quad quad) {
        StringWriterI out = new StringWriterI();
        FORMAT.format(out, quad.getSubject());
        out.print(' ');
        FORMAT.format(out, quad.getPredicate());
        out.print(' ');
        FORMAT.format(out, quad.getObject());
        if (!quad.isDefaultGraph()) {
            out.print(' ');
            FORMAT.format(out, quad.getGraph());
        }
        out.print(" .");
        return out.toString();
    }
}
