package org.newsreel.api.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.newsreel.api.service.Problem;

/** A body that is taken only as long as the disk keeps some room. */
final class Roomy extends FilterInputStream {
    private static final long STEP = 16L << 20;

    private final Path directory;
    private final long keepFree;
    private long untilLook;

    /** @param keepFree bytes that must stay free where the directory is */
    Roomy(InputStream in, Path directory, long keepFree) {
        super(in);
        this.directory = directory;
        this.keepFree = keepFree;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (untilLook <= 0) {
            if (Files.getFileStore(directory).getUsableSpace() < keepFree + STEP) {
                throw Problem.exception(507, "There is no room for this backup: free some, and send it again.");
            }
            untilLook = STEP;
        }
        int n = super.read(buffer, from, length);
        untilLook -= Math.max(0, n);
        return n;
    }
}
