package org.newsreel.api.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.newsreel.api.service.ApiKey;
import org.newsreel.api.service.Problem;

/**
 * Lets answers through as they are, and holds errors back to say them as problem details. Fuseki sets the status before
 * it writes. After an error nothing more of a result goes out; when some of it has gone out already, {@link #broken}
 * says so.
 */
final class ProblemResponse extends HttpServletResponseWrapper implements AutoCloseable {
    private static final String FORBIDDEN = "Forbidden";
    private static final String NO_GRAPH = "No such graph";

    private final ApiKey key;
    private final Held held = new Held();
    private boolean error;
    private boolean broken;
    private int heldStatus;
    private String place;
    private Optional<Problem> instead = Optional.empty();

    ProblemResponse(HttpServletResponse response, ApiKey key) {
        super(response);
        this.key = key;
    }

    /** The graph that is made, named to the client if it comes to that. */
    void makes(String graph) {
        place = graph;
    }

    /** Why the query was ended, which is then what is said. */
    void ended(RunningQuery.End why) {
        instead(Problem.of(why.status(), why.sentence()));
    }

    /** What is said in place of Fuseki's words. */
    void instead(Problem problem) {
        instead = Optional.of(problem);
        if (!error) {
            setStatus(problem.status());
        }
    }

    /** Whether an error came after a part of the result had gone out. */
    boolean broken() {
        return broken;
    }

    @Override
    public void setStatus(int status) {
        if (status >= 400 && isCommitted()) {
            broken = true;
            return;
        }
        error = status >= 400;
        if (error) {
            // Kept from the wrapped response until close(), where the body is known.
            heldStatus = status;
            return;
        }
        super.setStatus(status);
        if (status == SC_CREATED && place != null) {
            setHeader("Location", place);
        }
    }

    @Override
    public int getStatus() {
        return error ? heldStatus : super.getStatus();
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
        held.bytes.writeBytes(message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void setContentLength(int length) {
        if (!error) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!error) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setContentType(String type) {
        if (!error) {
            super.setContentType(type);
        }
    }

    @Override
    public void setCharacterEncoding(String charset) {
        if (!error) {
            super.setCharacterEncoding(charset);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return error ? held : new Guarded(super.getOutputStream());
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return error ? new PrintWriter(held, true, StandardCharsets.UTF_8) : super.getWriter();
    }

    @Override
    public void close() throws IOException {
        if (!error) {
            return;
        }
        Problem problem = instead.orElseGet(this::said);
        HttpServletResponse response = (HttpServletResponse) getResponse();
        if (response.isCommitted()) {
            broken = true;
            return;
        }
        // What of a result waits in the buffer.
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        if (problem.status() == SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"newsreel\"");
        }
        byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
        response.setContentType(Problem.TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What Fuseki said, as a problem. */
    private Problem said() {
        String said = SparqlErrors.sentence(held.bytes.toString(StandardCharsets.UTF_8), heldStatus);
        if (heldStatus == SC_INTERNAL_SERVER_ERROR && said.startsWith(NO_GRAPH)) {
            // CLEAR or DROP of a graph that is not there: the request's mistake, not the service's.
            return Problem.of(SC_NOT_FOUND, said);
        }
        return heldStatus == SC_FORBIDDEN && said.startsWith(FORBIDDEN)
                ? Problem.of(key.refusalStatus(), key.refusal())
                : Problem.of(heldStatus, said);
    }

    /** Lets nothing through after an error: Fuseki would end a result that broke off with a remark in plain words. */
    private final class Guarded extends ServletOutputStream {
        private final ServletOutputStream out;

        Guarded(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            if (!error && !broken) {
                out.write(b);
            }
        }

        @Override
        public void write(byte[] data, int from, int length) throws IOException {
            if (!error && !broken) {
                out.write(data, from, length);
            }
        }

        /** Nothing: writers of results flush on their way out, whether all went well or not, and that can't be undone. */
        @Override
        public void flush() {}

        /** Nothing, for the same reason: the server ends the answer. */
        @Override
        public void close() {}

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }

    /** The error text that Fuseki writes. */
    private static final class Held extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] data, int from, int length) {
            bytes.write(data, from, length);
        }

        /** Fuseki prints messages as Latin-1, which fails for any other character. */
        @Override
        public void print(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("errors are written at once");
        }
    }
}
