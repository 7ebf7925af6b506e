package org.newsreel.api.sparql;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.newsreel.api.service.Problem;

/** A gzipped body as it was before, up to a limit: a few kilobytes can hold gigabytes. */
final class UnpackedBody extends ServletInputStream {
    /** Where the request keeps the problem that its body is, if it is one. */
    static final String PROBLEM = UnpackedBody.class.getName();

    private final GZIPInputStream in;
    private final HttpServletRequest request;
    private final long mostBytes;
    private long bytes;

    UnpackedBody(ServletInputStream packed, long mostBytes, HttpServletRequest request) throws IOException {
        this.mostBytes = mostBytes;
        this.request = request;
        try {
            in = new GZIPInputStream(packed, 8192);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int n;
        try {
            n = in.read(buffer, from, length);
        } catch (IOException e) {
            throw unreadable(e);
        }
        bytes += Math.max(0, n);
        if (bytes > mostBytes) {
            request.setAttribute(PROBLEM, Problem.tooLarge(mostBytes));
            throw new IOException("more bytes than allowed when unpacked");
        }
        return n;
    }

    private IOException unreadable(IOException e) {
        request.setAttribute(
                PROBLEM, Problem.of(400, "The body can't be unpacked with gzip: send it whole, or not packed."));
        return e;
    }

    @Override
    public boolean isFinished() {
        return false;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("bodies are read as they come");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
