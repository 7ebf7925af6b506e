package org.newsreel.kg.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.helpers.NTriplesUtil;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * Over RDF4J's engine and memory store, behind the part of its server's protocol that updates use. RDF4J Server itself is
 * a web application that the build can't fetch.
 */
class Rdf4jPushTest extends PushContract {
    @Override
    RemoteStore start() throws IOException {
        return new Rdf4jStore();
    }

    private static final class Rdf4jStore implements RemoteStore {
        private final SailRepository repository = new SailRepository(new MemoryStore());
        private final HttpServer server;
        private int spared;
        private int failing;
        private int updates;

        Rdf4jStore() throws IOException {
            repository.init();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/rdf4j-server/repositories/news/statements", this::answer);
            server.start();
        }

        @Override
        public String endpoint() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/rdf4j-server/repositories/news";
        }

        private synchronized void answer(HttpExchange exchange) throws IOException {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            if (spared-- <= 0 && failing-- > 0) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            String update = null;
            for (String field : form.split("&")) {
                if (field.startsWith("update=")) {
                    update = URLDecoder.decode(field.substring("update=".length()), StandardCharsets.UTF_8);
                }
            }
            try (RepositoryConnection connection = repository.getConnection()) {
                connection.prepareUpdate(QueryLanguage.SPARQL, update).execute();
                updates++;
                exchange.sendResponseHeaders(204, -1);
            } catch (RuntimeException e) {
                exchange.sendResponseHeaders(400, -1);
            } finally {
                exchange.close();
            }
        }

        @Override
        public DatasetGraph content() {
            StringBuilder text = new StringBuilder();
            try (RepositoryConnection connection = repository.getConnection()) {
                for (Statement statement : connection.getStatements(null, null, null)) {
                    text.append(NTriplesUtil.toNTriplesString(statement.getSubject()))
                            .append(' ')
                            .append(NTriplesUtil.toNTriplesString(statement.getPredicate()))
                            .append(' ')
                            .append(NTriplesUtil.toNTriplesString(statement.getObject()))
                            .append(' ');
                    if (statement.getContext() != null) {
                        text.append(NTriplesUtil.toNTriplesString(statement.getContext()));
                    }
                    text.append(" .\n");
                }
            }
            DatasetGraph content = DatasetGraphFactory.create();
            RDFParser.fromString(text.toString(), Lang.NQUADS).parse(content);
            return content;
        }

        @Override
        public synchronized void failing(int spared, int requests) {
            this.spared = spared;
            this.failing = requests;
        }

        @Override
        public int updates() {
            return updates;
        }

        @Override
        public void close() {
            server.stop(0);
            repository.shutDown();
        }
    }
}
