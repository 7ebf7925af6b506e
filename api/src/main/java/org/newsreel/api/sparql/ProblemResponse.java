package org.newsreel.api.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.newsreel.api.service.ApiKey;
import org.newsreel.api.service.Problem;

/**
 * Lets answers through as they are, and holds errors back to say them as problem details. Fuseki sets the status before
 * it writes; an error after the first bytes of a result only cuts the result off.
 */
final class ProblemResponse extends HttpServletResponseWrapper implements AutoCloseable {
    private static final String FORBIDDEN = "Forbidden";

    private final ApiKey key;
    private final Held held = new Held();
    private boolean error;
    private int heldStatus;

    ProblemResponse(HttpServletResponse response, ApiKey key) {
        super(response);
        this.key = key;
    }

    @Override
    public void setStatus(int status) {
        error = status >= 400 && !isCommitted();
        if (error) {
            // Kept from the wrapped response until close(), where the body is known.
            heldStatus = status;
        } else {
            super.setStatus(status);
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
        return error ? held : super.getOutputStream();
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
        String said = SparqlErrors.sentence(held.bytes.toString(StandardCharsets.UTF_8), heldStatus);
        int status = heldStatus;
        if (status == SC_FORBIDDEN && said.startsWith(FORBIDDEN)) {
            status = key.refusalStatus();
            said = key.refusal();
        }
        HttpServletResponse response = (HttpServletResponse) getResponse();
        response.setStatus(status);
        if (status == SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"newsreel\"");
        }
        byte[] body = Problem.of(status, said).json().getBytes(StandardCharsets.UTF_8);
        response.setContentType(Problem.TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
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
