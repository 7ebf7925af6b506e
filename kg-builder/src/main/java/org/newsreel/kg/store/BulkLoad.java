package org.newsreel.kg.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Fills a database that nobody has opened with TDB2's own loader, which writes index by index rather than transaction by
 * transaction. A load that breaks leaves a database for the bin.
 */
final class BulkLoad {
    private BulkLoad() {}

    /**
     * @param quads N-Quads without repetition
     * @param database a directory that is empty or not there
     * @return how many quads there were
     * @throws org.apache.jena.riot.RiotException when they can't be parsed
     */
    static long nQuads(InputStream quads, Path database) throws IOException {
        Files.createDirectories(database);
        DatasetGraph graphs = DatabaseMgr.connectDatasetGraph(database.toString());
        try {
            DataLoader loader = LoaderFactory.parallelLoader(graphs, LoaderOps.outputToLog());
            loader.startBulk();
            try {
                RDFParser.source(quads).lang(Lang.NQUADS).parse(loader.stream());
            } catch (RuntimeException e) {
                loader.finishException(e);
                throw e;
            }
            loader.finishBulk();
            return loader.countQuads() + loader.countTriples();
        } finally {
            TDBInternal.expel(graphs);
        }
    }
}
