package org.newsreel.kg.exchange;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.jena.atlas.data.BagFactory;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Sink;
import org.apache.jena.riot.lang.IteratorParsers;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;

/**
 * Any number of quads in {@link CanonicalOrder}, each once; what is more than fits in memory is sorted through temporary
 * files, which {@link #close()} removes. Not thread safe.
 */
public final class SortedQuads implements AutoCloseable {
    /** Quads that are kept in memory, about a quarter of a kilobyte each. */
    private static final long IN_MEMORY = 200_000;

    private final SortedDataBag<Quad> bag;

    public SortedQuads() {
        this(IN_MEMORY);
    }

    SortedQuads(long inMemory) {
        bag = BagFactory.newSortedBag(new ThresholdPolicyCount<>(inMemory), new NQuads(), CanonicalOrder.QUADS);
    }

    public void add(Quad quad) {
        bag.add(uniform(quad));
    }

    /** The default graph has several names in Jena; one of them, so that its quads are equal when their triples are. */
    private static Quad uniform(Quad quad) {
        return quad.isDefaultGraph() ? new Quad(Quad.defaultGraphNodeGenerated, quad.asTriple()) : quad;
    }

    /** Passes every quad once, in order. Nothing can be added any more. */
    public void forEach(Consumer<Quad> consumer) {
        Quad last = null;
        Iterator<Quad> quads = bag.iterator();
        while (quads.hasNext()) {
            Quad quad = uniform(quads.next());
            if (!quad.equals(last)) {
                consumer.accept(quad);
            }
            last = quad;
        }
    }

    /** The same to a stream of RDF, triples as the default graph's. */
    public void send(StreamRDF to) {
        forEach(quad -> {
            if (quad.isDefaultGraph()) {
                to.triple(quad.asTriple());
            } else {
                to.quad(quad);
            }
        });
    }

    @Override
    public void close() {
        bag.close();
    }

    private static final class NQuads implements SerializationFactory<Quad> {
        @Override
        public Sink<Quad> createSerializer(OutputStream out) {
            StreamRDF lines = StreamRDFLib.writer(out);
            lines.start();
            return new Sink<>() {
                @Override
                public void send(Quad quad) {
                    lines.quad(quad);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {
                    lines.finish();
                }
            };
        }

        @Override
        public Iterator<Quad> createDeserializer(InputStream in) {
            return Iter.map(IteratorParsers.createIteratorNQuads(in), SortedQuads::uniform);
        }
    }
}
