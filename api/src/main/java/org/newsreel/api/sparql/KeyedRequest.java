package org.newsreel.api.sparql;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Tells Fuseki's access policies whether the request brought the API key, and hands it the body without its compression,
 * which Fuseki would undo without a limit.
 */
final class KeyedRequest extends HttpServletRequestWrapper {
    private static final String KEY_HOLDER = "key-holder";
    private static final String ENCODING = "Content-Encoding";

    private final boolean known;
    private final long mostBytes;
    private ServletInputStream body;

    /** @param mostBytes that a body may have once it is unpacked */
    KeyedRequest(HttpServletRequest request, boolean known, long mostBytes) {
        super(request);
        this.known = known;
        this.mostBytes = mostBytes;
    }

    /** Whether the body is packed in a way that is not unpacked here. */
    static boolean packedUnknown(HttpServletRequest request) {
        List<String> encodings = Collections.list(request.getHeaders(ENCODING));
        return encodings.size() > 1
                || encodings.stream()
                        .anyMatch(e -> !e.isBlank() && !isGzip(e) && !e.strip().equalsIgnoreCase("identity"));
    }

    private static boolean isGzip(String encoding) {
        return encoding != null
                && (encoding.strip().equalsIgnoreCase("gzip")
                        || encoding.strip().equalsIgnoreCase("x-gzip"));
    }

    @Override
    public String getRemoteUser() {
        return known ? KEY_HOLDER : null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = isGzip(super.getHeader(ENCODING))
                    ? new UnpackedBody(super.getInputStream(), mostBytes, this)
                    : super.getInputStream();
        }
        return body;
    }

    @Override
    public String getHeader(String name) {
        return name.equalsIgnoreCase(ENCODING) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(ENCODING) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public int getContentLength() {
        return (int) Math.min(Integer.MAX_VALUE, getContentLengthLong());
    }

    /** Unknown of a body that is packed. */
    @Override
    public long getContentLengthLong() {
        return isGzip(super.getHeader(ENCODING)) ? -1 : super.getContentLengthLong();
    }

    /** The number that {@link Connections} gave the request's connection; negative when it has none. */
    static long connection(HttpServletRequest request) {
        String number = request.getHeader(Connections.HEADER);
        return number == null ? -1 : Long.parseLong(number);
    }
}
