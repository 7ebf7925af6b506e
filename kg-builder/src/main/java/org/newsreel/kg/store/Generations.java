package org.newsreel.kg.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.apache.jena.base.Sys;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.storage.system.DatasetGraphTxnCtl;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.DatabaseOps;
import org.apache.jena.tdb2.sys.FilenameUtils;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.newsreel.kg.changes.ChangeLog;

/**
 * The database of a TDB2 directory, whose successor ({@code Data-0001}, {@code Data-0002} …) is made beside it while it is
 * read and written, and takes its place at once. Every transaction stays with the database that it began in. Transactions
 * as TDB2's: one writer, any number of readers.
 *
 * <p>TDB2's own compaction ({@code DatabaseOps.compact}) keeps writers waiting from its first step to its last, and a reader
 * who goes on reading through its dataset meanwhile is sent to the new database, where it has no transaction. Here writers
 * wait only while the changes of the last moment are repeated. Until the directory of a successor is renamed it has a name
 * that TDB2 clears away when it opens the database again.
 */
final class Generations extends DatasetGraphTxnCtl {
    /** Changes are repeated while writers go on until no more than this are left. */
    private static final long FEW = 2;
    /** After so many rounds writers wait, however many are left: they write faster than this reads. */
    private static final int ROUNDS = 20;
    /** How often it is looked whether someone still reads a database that was replaced. */
    private static final long LOOK_MILLIS = 50;

    private final DatasetGraphSwitchable container;
    private volatile DatasetGraphTDB present;
    /** Where the transaction of a thread began. */
    private final ThreadLocal<DatasetGraphTDB> began = new ThreadLocal<>();
    /** Held by readers while they begin, and against them while the present database is replaced. */
    private final ReadWriteLock beginning = new ReentrantReadWriteLock();

    private Generations(DatasetGraphSwitchable container) {
        super(null, container.getContext());
        this.container = container;
        this.present = (DatasetGraphTDB) container.get();
    }

    /** Opens the database of a directory, or makes one; drops what a process that died has left of earlier ones. */
    static Generations open(Path directory) throws IOException {
        DatasetGraphSwitchable container =
                (DatasetGraphSwitchable) DatabaseMgr.connectDatasetGraph(directory.toString());
        List<Path> all = FilenameUtils.scanForDirByPattern(directory, DatabaseOps.dbNameBase, DatabaseOps.SEP);
        for (Path earlier : all.subList(0, all.size() - 1)) {
            StoreFiles.deleteTree(earlier);
        }
        return new Generations(container);
    }

    @Override
    public DatasetGraph get() {
        DatasetGraphTDB mine = began.get();
        return mine == null ? present : mine;
    }

    @Override
    public void begin(TxnType type) {
        if (type == TxnType.READ) {
            beginning.readLock().lock();
            try {
                super.begin(type);
                began.set(present);
            } finally {
                beginning.readLock().unlock();
            }
        } else {
            super.begin(type);
            // No other database can have come since: that waits for those who may write.
            began.set(present);
        }
    }

    @Override
    public void commit() {
        super.commit();
        leave();
    }

    @Override
    public void abort() {
        super.abort();
        leave();
    }

    @Override
    public void end() {
        super.end();
        leave();
    }

    /** A transaction that was committed is still open until it is ended, but not one of a writer. */
    private void leave() {
        DatasetGraphTDB mine = began.get();
        if (mine != null && !mine.isInTransaction()) {
            began.remove();
        }
    }

    /** The storage itself. */
    DatasetGraphTDB database() {
        return (DatasetGraphTDB) get();
    }

    /**
     * Puts a compact copy in the place of the present database, which is dropped once nobody reads it any more.
     *
     * @param changes what happens to it meanwhile; none may be dropped until this returns
     * @param closing whether those who still read are not waited for
     */
    void compact(ChangeLog changes, BooleanSupplier closing) throws IOException {
        DatasetGraphTDB old = present;
        if (Sys.isWindows) {
            // Directories of mapped files can't be renamed there; TDB2 has its own way.
            execExclusive(() -> {
                DatabaseMgr.compact(container, true);
                present = (DatasetGraphTDB) container.get();
            });
            return;
        }
        Path place = after(Path.of(old.getLocation().getDirectoryPath()));
        Path draft = place.resolveSibling(place.getFileName() + "-tmp");
        try {
            succeed(old, draft, place, changes);
        } catch (IOException | RuntimeException | Error e) {
            // A database that never took its place must not be found when the store is opened again.
            if (present == old) {
                for (Path directory : List.of(draft, place)) {
                    close(directory);
                    StoreFiles.deleteTree(directory);
                }
            }
            throw e;
        }
        drop(old, closing);
    }

    private static Path after(Path database) {
        int number =
                FilenameUtils.extractIndex(database.getFileName().toString(), DatabaseOps.dbNameBase, DatabaseOps.SEP);
        return database.resolveSibling(FilenameUtils.filename(DatabaseOps.dbNameBase, DatabaseOps.SEP, number + 1));
    }

    private void succeed(DatasetGraphTDB old, Path draft, Path place, ChangeLog changes) throws IOException {
        StoreFiles.deleteTree(draft);
        Files.createDirectory(draft);
        // Asked before the copy looks: repeating a change that it has already does no harm.
        long repeated = changes.last();
        PackedCopy.copy(old, open(draft, old));
        close(draft);
        DatasetGraphTDB copy = open(draft, old);
        for (int round = 0; round < ROUNDS && changes.last() - repeated > FEW; round++) {
            repeated = changes.repeat(repeated, copy);
        }
        long from = repeated;
        execReadOnlyDatabase(() -> {
            changes.repeat(from, copy);
            close(draft);
            move(draft, place);
            replace(old, open(place, old));
        });
    }

    private static void move(Path draft, Path place) {
        try {
            Files.move(draft, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As TDB2 does it; nobody can be writing. */
    private void replace(DatasetGraphTDB old, DatasetGraphTDB next) {
        TransactionCoordinator before = old.getTxnSystem().getTxnMgr();
        TransactionCoordinator after = next.getTxnSystem().getTxnMgr();
        after.takeOverFrom(before);
        after.modifyConfigDirect(() -> List.copyOf(before.listExternals()).forEach(after::addExternal));
        beginning.writeLock().lock();
        try {
            container.set(next);
            present = next;
        } finally {
            beginning.writeLock().unlock();
        }
    }

    private static void drop(DatasetGraphTDB old, BooleanSupplier closing) throws IOException {
        try {
            while (old.getTxnSystem().getTxnMgr().countActive() > 0 && !closing.getAsBoolean()) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        StoreConnection.internalExpel(old.getLocation(), true);
        StoreFiles.deleteTree(Path.of(old.getLocation().getDirectoryPath()));
    }

    private static DatasetGraphTDB open(Path directory, DatasetGraphTDB like) {
        return StoreConnection.connectCreate(Location.create(directory), like.getStoreParams(), null)
                .getDatasetGraphTDB();
    }

    private static void close(Path directory) {
        StoreConnection.internalExpel(Location.create(directory), true);
    }

    /** Lets go of the files. Nobody may be using it any more. */
    @Override
    public void close() {
        TDBInternal.expel(container);
    }
}
