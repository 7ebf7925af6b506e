package org.newsreel.kg.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/**
 * Copies a TDB2 database into an empty one: the nodes that its quads use, in the order of their ids, and then each index
 * as it is read, packed bottom up as TDB2's own xloader does. New ids stand in the order of the old ones, so that every
 * index stays sorted and nothing has to be inserted or compared; that is what makes it faster than copying quads.
 */
final class PackedCopy {
    /** Ids of nodes, sorted; the new one of each at the same place. */
    private final long[] olds;

    private final long[] news;

    private PackedCopy(long[] olds, long[] news) {
        this.olds = olds;
        this.news = news;
    }

    /**
     * Copies what a read transaction on the first one sees.
     *
     * @param to empty, with the same indexes, used by nobody else. It must be closed and opened again before it is used.
     * @return how many triples and quads there are
     */
    static long copy(DatasetGraphTDB from, DatasetGraphTDB to) {
        return Txn.calculateRead(from, () -> {
            long[] olds = ids(from);
            PackedCopy copy = new PackedCopy(olds, Txn.calculateWrite(to, () -> {
                to.prefixes().putAll(from.prefixes());
                return nodes(olds, nodeTable(from), nodeTable(to));
            }));
            return copy.indexes(triples(from), triples(to)) + copy.indexes(quads(from), quads(to));
        });
    }

    private static NodeTable nodeTable(DatasetGraphTDB database) {
        return database.getTripleTable().getNodeTupleTable().getNodeTable().baseNodeTable();
    }

    private static TupleIndex[] triples(DatasetGraphTDB database) {
        return database.getTripleTable().getNodeTupleTable().getTupleTable().getIndexes();
    }

    private static TupleIndex[] quads(DatasetGraphTDB database) {
        return database.getQuadTable().getNodeTupleTable().getTupleTable().getIndexes();
    }

    private static BPlusTree tree(TupleIndex index) {
        return (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
    }

    /** Each place of a tuple leads some index, where its distinct ids come sorted and without reading the rest. */
    private static long[] ids(DatasetGraphTDB database) {
        long[] all = LongStream.concat(leading(triples(database)), leading(quads(database)))
                .sorted()
                .toArray();
        int distinct = 0;
        for (long id : all) {
            if (distinct == 0 || all[distinct - 1] != id) {
                all[distinct++] = id;
            }
        }
        return Arrays.copyOf(all, distinct);
    }

    private static LongStream leading(TupleIndex[] indexes) {
        return Arrays.stream(indexes)
                .flatMap(index -> Iter.asStream(tree(index).distinctByKeyPrefix(NodeId.SIZE)))
                .mapToLong(record -> ByteBuffer.wrap(record.getKey()).getLong())
                .filter(PackedCopy::isPointer);
    }

    /** As against a value that is its own id, such as an integer. */
    private static boolean isPointer(long id) {
        return id >= 0;
    }

    private static long[] nodes(long[] olds, NodeTable from, NodeTable to) {
        long[] news = new long[olds.length];
        for (int i = 0; i < olds.length; i++) {
            NodeId id = to.getAllocateNodeId(from.getNodeForNodeId(NodeIdFactory.createPtr(olds[i])));
            news[i] = id.getPtrLocation();
            if (i > 0 && news[i] <= news[i - 1]) {
                throw new IllegalStateException("TDB2 gave out ids that don't rise: " + news[i - 1] + ", " + news[i]);
            }
        }
        return news;
    }

    /** Returns the size of the first index; all have the same. */
    private long indexes(TupleIndex[] from, TupleIndex[] to) {
        for (int i = 0; i < from.length; i++) {
            if (!from[i].getName().equals(to[i].getName())) {
                throw new IllegalStateException("indexes " + from[i].getName() + " and " + to[i].getName());
            }
            pack(tree(from[i]), to[i]);
        }
        return from[0].size();
    }

    private void pack(BPlusTree from, TupleIndex index) {
        Iterator<Record> records = from.iterator();
        if (!records.hasNext()) {
            return;
        }
        BPlusTree to = tree(index);
        Renumbering renumbering = new Renumbering(from.getRecordFactory().keyLength() / NodeId.SIZE);
        CoLib.executeWrite(
                index,
                () -> BPlusTreeRewriter.packIntoBPlusTree(
                        Iter.map(records, renumbering::of),
                        to.getParams(),
                        to.getRecordFactory(),
                        to.getStateManager().getBufferChannel(),
                        to.getNodeManager().getBlockMgr(),
                        to.getRecordsMgr().getBlockMgr()));
    }

    /** The records of one index. Neighbours share ids, so the last one of each place is kept at hand. */
    private final class Renumbering {
        private final long[] lastOld;
        private final long[] lastNew;

        Renumbering(int places) {
            lastOld = new long[places];
            lastNew = new long[places];
            Arrays.fill(lastOld, -1);
        }

        Record of(Record record) {
            ByteBuffer old = ByteBuffer.wrap(record.getKey());
            ByteBuffer key = ByteBuffer.allocate(record.getKey().length);
            for (int place = 0; place < lastOld.length; place++) {
                long id = old.getLong();
                key.putLong(isPointer(id) ? renumbered(place, id) : id);
            }
            return new Record(key.array(), null);
        }

        private long renumbered(int place, long id) {
            if (lastOld[place] != id) {
                int at = Arrays.binarySearch(olds, id);
                if (at < 0) {
                    throw new IllegalStateException("no index begins with node " + id);
                }
                lastOld[place] = id;
                lastNew[place] = news[at];
            }
            return lastNew[place];
        }
    }
}
