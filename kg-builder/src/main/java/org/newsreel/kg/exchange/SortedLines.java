package org.newsreel.kg.exchange;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.jena.atlas.data.BagFactory;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.lib.Sink;

/**
 * Any number of lines sorted by code unit, each once; what is more than fits in memory goes through temporary files,
 * which {@link #close()} removes. Lines hold no line ends. Not thread safe.
 */
public final class SortedLines implements AutoCloseable {
    private static final long IN_MEMORY = 250_000;

    private final SortedDataBag<String> bag;

    public SortedLines() {
        this(IN_MEMORY);
    }

    SortedLines(long inMemory) {
        bag = BagFactory.newSortedBag(new ThresholdPolicyCount<>(inMemory), new Lines(), Comparator.naturalOrder());
    }

    public void add(String line) {
        bag.add(line);
    }

    /** Passes every line once, in order. Nothing can be added any more. */
    public void forEach(Consumer<String> consumer) {
        iterator().forEachRemaining(consumer);
    }

    /** Every line once, in order. Nothing can be added any more. */
    public Iterator<String> iterator() {
        Iterator<String> lines = bag.iterator();
        return new Iterator<>() {
            private String next = lines.hasNext() ? lines.next() : null;

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public String next() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                String line = next;
                do {
                    next = lines.hasNext() ? lines.next() : null;
                } while (line.equals(next));
                return line;
            }
        };
    }

    @Override
    public void close() {
        bag.close();
    }

    private static final class Lines implements SerializationFactory<String> {
        @Override
        public Sink<String> createSerializer(OutputStream out) {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            return new Sink<>() {
                @Override
                public void send(String line) {
                    try {
                        writer.write(line);
                        writer.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public void flush() {
                    try {
                        writer.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public void close() {
                    try {
                        writer.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }

        @Override
        public Iterator<String> createDeserializer(InputStream in) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .iterator();
        }
    }
}
