package org.newsreel.kg.push;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Over a running Fuseki. */
class FusekiPushTest extends PushContract {
    @Override
    RemoteStore start() {
        return new FusekiStore();
    }

    private static final class FusekiStore implements RemoteStore {
        private final DatasetGraph content = DatasetGraphFactory.createTxnMem();
        private final Unwilling filter = new Unwilling();
        private final FusekiServer server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .addFilter("/*", filter)
                .add("/news", content)
                .build()
                .start();

        @Override
        public String endpoint() {
            return "http://127.0.0.1:" + server.getPort() + "/news";
        }

        @Override
        public DatasetGraph content() {
            DatasetGraph copy = DatasetGraphFactory.create();
            org.apache.jena.system.Txn.executeRead(content, () -> content.find().forEachRemaining(copy::add));
            return copy;
        }

        @Override
        public void failing(int spared, int requests) {
            filter.spared = spared;
            filter.failing = requests;
        }

        @Override
        public int updates() {
            return filter.passed;
        }

        @Override
        public void close() {
            server.stop();
        }
    }

    /** Answers as a server that is starting or overloaded. */
    private static final class Unwilling implements Filter {
        volatile int spared;
        volatile int failing;
        volatile int passed;

        @Override
        public synchronized void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (spared-- <= 0 && failing-- > 0) {
                ((HttpServletResponse) response).sendError(503);
                return;
            }
            passed++;
            chain.doFilter(request, response);
        }
    }
}
