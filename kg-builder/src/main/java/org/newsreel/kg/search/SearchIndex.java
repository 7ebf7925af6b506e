package org.newsreel.kg.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.newsreel.kg.changes.ChangeLog;
import org.newsreel.kg.merge.Members;
import org.newsreel.ontology.claim.EntityType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of a store's names. It remembers the number of the change that it has seen last; before each search it looks at
 * those after it, and makes the documents anew of whatever these touched, from the graph as it is now. So it answers for
 * every transaction that was committed before the question, has nothing of what was forgotten, and a crash at any moment
 * costs no more than looking at some changes twice. Where changes that it has not seen are no longer kept, all documents are
 * made anew. Thread safe. Whoever opened the store owns it and closes it.
 */
public final class SearchIndex implements AutoCloseable {
    /** The last match that can be asked for. */
    public static final int DEEPEST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    /** Grows when documents are made otherwise. */
    private static final String FORMAT = "2";

    private static final String FORMAT_KEY = "format";
    private static final String CHANGE_KEY = "change";
    private static final Sort ORDER = new Sort(
            SortField.FIELD_SCORE,
            new SortField(Fields.COUNT, SortField.Type.INT, true),
            new SortField(Fields.KEY, SortField.Type.STRING));

    private static final Sort NEWEST_FIRST = new Sort(
            new SortField(Fields.PUBLISHED, SortField.Type.STRING, true),
            new SortField(Fields.ORDER, SortField.Type.STRING));

    private final DatasetGraph graphs;
    private final ChangeLog changes;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final RelationNames relations = new RelationNames();
    private volatile long seen;

    private SearchIndex(Path path, DatasetGraph graphs, ChangeLog changes) throws IOException {
        this.graphs = graphs;
        this.changes = changes;
        this.directory = FSDirectory.open(path);
        try {
            this.writer = new IndexWriter(directory, new IndexWriterConfig(NameAnalyzer.INDEX));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        this.seen = lastSeen();
    }

    /**
     * Opens the index of a store; makes it where there is none or a damaged one.
     *
     * @param store the store's directory; the index lies in {@code search/} under it
     * @param graphs the store's graphs
     * @throws UncheckedIOException when the directory can't be written
     */
    public static SearchIndex open(Path store, DatasetGraph graphs, ChangeLog changes) {
        Path path = store.resolve("search");
        try {
            try {
                return new SearchIndex(path, graphs, changes);
            } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
                LOG.warn("index of names made anew: directory={} reason={}", path, e.getMessage());
                deleteFiles(path);
                return new SearchIndex(path, graphs, changes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index of names can't be opened in " + path + ": " + e.getMessage(), e);
        }
    }

    /** Removes the index of a store that nobody has open, with what it may still hold of forgotten items. */
    public static void erase(Path store) {
        Path path = store.resolve("search");
        try {
            if (Files.isDirectory(path)) {
                deleteFiles(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index of names can't be removed: " + e.getMessage(), e);
        }
    }

    private static void deleteFiles(Path path) throws IOException {
        try (var files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** The number of the last change that the index knows; -1 when it must be made anew. */
    private long lastSeen() {
        long last = -1;
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        String format = "";
        if (kept != null) {
            for (Map.Entry<String, String> entry : kept) {
                if (entry.getKey().equals(FORMAT_KEY)) {
                    format = entry.getValue();
                } else if (entry.getKey().equals(CHANGE_KEY)) {
                    last = Long.parseLong(entry.getValue());
                }
            }
        }
        return format.equals(FORMAT) && last <= changes.last() ? last : -1;
    }

    /**
     * What matches, the best first.
     *
     * @throws UncheckedIOException when the index can't be read or written
     */
    public Answer search(Question question) {
        return answer(searcher -> search(searcher, question));
    }

    /**
     * The items from {@code offset} on, at most {@code limit}, in the order of their dates of publication. What it takes
     * does not grow with the number of items, but with the offset.
     *
     * @throws UncheckedIOException when the index can't be read or written
     */
    public Newest newest(int offset, int limit) {
        return answer(searcher -> {
            Query items = new TermQuery(new Term(Fields.KIND, Kind.ITEM.word()));
            int total = searcher.count(items);
            int until = (int) Math.min((long) offset + limit, total);
            List<String> ids = new ArrayList<>();
            if (offset < until) {
                ScoreDoc[] found = searcher.search(items, until, NEWEST_FIRST).scoreDocs;
                for (int i = offset; i < found.length; i++) {
                    ids.add(searcher.storedFields()
                            .document(found[i].doc, Set.of(Fields.ID))
                            .get(Fields.ID));
                }
            }
            return new Newest(total, ids);
        });
    }

    /**
     * How much there is in the graph.
     *
     * @throws UncheckedIOException when the index can't be read or written
     */
    public Figures figures() {
        return answer(searcher -> Figures.of(searcher.getIndexReader()));
    }

    /** What is asked of a searcher that has seen every change. */
    private interface Asked<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private <T> T answer(Asked<T> asked) {
        try {
            refresh();
            IndexSearcher searcher = searchers.acquire();
            try {
                return asked.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index of names can't be read: " + e.getMessage(), e);
        }
    }

    private Answer search(IndexSearcher searcher, Question question) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(NameQuery.of(question.words()), Occur.MUST);
        question.kind().ifPresent(kind -> query.add(new TermQuery(new Term(Fields.KIND, kind.word())), Occur.FILTER));
        question.type().ifPresent(type -> query.add(new TermQuery(new Term(Fields.TYPE, type.name())), Occur.FILTER));
        Query built = query.build();
        int total = searcher.count(built);
        List<Hit> hits = new ArrayList<>();
        int most = question.offset() + question.limit();
        if (total > 0) {
            TopFieldDocs found = searcher.search(built, most, ORDER, true);
            for (ScoreDoc match : found.scoreDocs) {
                hits.add(hit(searcher.storedFields().document(match.doc), match.score));
            }
        }
        if (question.type().isEmpty() && question.kind().orElse(Kind.RELATION) == Kind.RELATION) {
            List<Hit> named = relations.matching(question.words());
            total += named.size();
            hits.addAll(named);
            // Stable: what the index put in order stays so.
            hits.sort(java.util.Comparator.comparingDouble(Hit::score).reversed());
        }
        return new Answer(
                total,
                hits.stream().skip(question.offset()).limit(question.limit()).toList());
    }

    private static Hit hit(Document document, float score) {
        return new Hit(
                Kind.named(document.get(Fields.KIND)).orElseThrow(),
                document.get(Fields.ID),
                document.get(Fields.NAME),
                Arrays.asList(document.getValues(Fields.LABEL)),
                Optional.ofNullable(document.get(Fields.TYPE)).map(EntityType::valueOf),
                document.getField(Fields.COUNT).numericValue().intValue(),
                Optional.ofNullable(document.get(Fields.PUBLISHED)),
                score);
    }

    /** Takes in what was committed since. */
    private void refresh() throws IOException {
        if (seen != changes.last()) {
            synchronized (this) {
                if (seen != changes.last()) {
                    catchUp();
                }
            }
        }
    }

    private void catchUp() throws IOException {
        // The graph is read after this: it may be newer, and then something is made twice.
        long last = changes.last();
        try {
            // Changes that are no longer kept can't tell what they touched.
            if (seen < changes.first() - 1) {
                LOG.info("index of names made anew: change={}", last);
                writer.deleteAll();
                Txn.executeRead(graphs, this::everything);
            } else {
                Touched touched = touched(last);
                Txn.executeRead(graphs, () -> renew(touched));
            }
            writer.setLiveCommitData(
                    Map.of(FORMAT_KEY, FORMAT, CHANGE_KEY, Long.toString(last)).entrySet());
            writer.commit();
            searchers.maybeRefreshBlocking();
            seen = last;
        } catch (IOException | RuntimeException e) {
            // What is half done is done again.
            seen = -1;
            throw e;
        }
    }

    private Touched touched(long last) throws IOException {
        Touched touched = new Touched();
        for (long change = seen; change < last; change++) {
            ByteArrayOutputStream patch = new ByteArrayOutputStream();
            changes.copy(change, change + 1, patch);
            RDFPatchOps.read(new ByteArrayInputStream(patch.toByteArray())).apply(touched);
        }
        return touched;
    }

    private void everything() {
        GraphDocuments documents = new GraphDocuments(graphs);
        documents.entities().forEach(entity -> put(Kind.ENTITY, entity, documents.entity(entity)));
        documents.items().forEach(item -> put(Kind.ITEM, item, documents.item(item)));
    }

    private void renew(Touched touched) {
        GraphDocuments documents = new GraphDocuments(graphs);
        Set<Node> entities = new LinkedHashSet<>(touched.entities());
        touched.entities().forEach(entity -> entities.add(Members.representative(graphs, entity)));
        entities.forEach(entity -> put(Kind.ENTITY, entity, documents.entity(entity)));
        touched.items().forEach(item -> put(Kind.ITEM, item, documents.item(item)));
    }

    private void put(Kind kind, Node node, Optional<Document> document) {
        try {
            Term key = new Term(Fields.KEY, GraphDocuments.key(kind, node));
            if (document.isPresent()) {
                writer.updateDocument(key, document.get());
            } else {
                writer.deleteDocuments(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (directory) {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of names can't be closed: " + e.getMessage(), e);
        }
    }
}
