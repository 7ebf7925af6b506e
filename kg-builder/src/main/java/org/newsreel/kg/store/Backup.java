package org.newsreel.kg.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;

/**
 * A store in one file: a ZIP archive with all quads as N-Quads, the media, and a manifest with the hash of each, last, so
 * that a file without one is known to be cut short. What is in it is the store at one moment, whoever writes meanwhile.
 */
final class Backup {
    private static final String MANIFEST = "manifest";
    private static final String QUADS = "graph.nq";
    private static final String MEDIA = "media/";

    /** What is kept of the jobs, when there is anything: in the archive, and in the store's directory until it is read. */
    static final String JOBS = "jobs.restored";

    private static final String HEAD = "newsreel backup, store format ";

    private Backup() {}

    /**
     * Writes a backup, whole or not at all.
     *
     * @param jobs what is to be kept of the jobs, as its owner writes and reads it
     */
    static BackupReport write(DatasetGraph graphs, MediaArchive media, Optional<Path> jobs, Path file)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            StringBuilder manifest = new StringBuilder(HEAD + StoreFiles.FORMAT + "\n");
            long[] quads = new long[1];
            int copies = 0;
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                zip.putNextEntry(new ZipEntry(QUADS));
                MessageDigest digest = sha256();
                OutputStream hashed = new DigestOutputStream(zip, digest);
                Txn.executeRead(graphs, () -> quads[0] = quads(graphs, hashed));
                zip.closeEntry();
                manifest.append(HexFormat.of().formatHex(digest.digest()))
                        .append(' ')
                        .append(QUADS)
                        .append('\n');
                // Media come before their item and leave after it, so all that the quads name are still here.
                zip.setLevel(0);
                for (String sha256 : media.hashes()) {
                    Optional<Path> copy = media.find(sha256);
                    if (copy.isPresent()) {
                        zip.putNextEntry(new ZipEntry(MEDIA + sha256));
                        Files.copy(copy.get(), zip);
                        zip.closeEntry();
                        manifest.append(sha256)
                                .append(' ')
                                .append(MEDIA)
                                .append(sha256)
                                .append('\n');
                        copies++;
                    }
                }
                if (jobs.isPresent()) {
                    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
                    zip.putNextEntry(new ZipEntry(JOBS));
                    MessageDigest kept = sha256();
                    Files.copy(jobs.get(), new DigestOutputStream(zip, kept));
                    zip.closeEntry();
                    manifest.append(HexFormat.of().formatHex(kept.digest()))
                            .append(' ')
                            .append(JOBS)
                            .append('\n');
                }
                zip.putNextEntry(new ZipEntry(MANIFEST));
                zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            StoreFiles.force(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new BackupReport(quads[0], copies, Files.size(file));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long quads(DatasetGraph graphs, OutputStream out) {
        // The writer must not close the archive's stream.
        var stream = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
        long[] count = new long[1];
        stream.start();
        graphs.find().forEachRemaining(quad -> {
            stream.quad(quad);
            count[0]++;
        });
        stream.finish();
        return count[0];
    }

    /**
     * Reads every byte of a backup and compares hashes.
     *
     * @throws StoreException when it is none, is cut short, or a byte has changed
     */
    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Map.Entry<String, String> entry : manifest(zip, file).hashes().entrySet()) {
                ZipEntry found = zip.getEntry(entry.getKey());
                boolean misnamed = entry.getKey().startsWith(MEDIA)
                        && !entry.getKey().substring(MEDIA.length()).equals(entry.getValue());
                if (found == null || misnamed || !hash(zip, found).equals(entry.getValue())) {
                    throw new StoreException(
                            "The backup " + file + " is damaged at " + entry.getKey() + ": use another backup");
                }
            }
        } catch (java.util.zip.ZipException e) {
            throw new StoreException(
                    file + " is no backup of Newsreel's, or was cut short: name a file that newsreel backup wrote", e);
        }
    }

    /** How many bytes a backup's parts say that they have, unpacked. */
    static long unpackedBytes(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
        }
    }

    /** Makes a directory that is not there a store, from a backup that was checked. */
    static BackupReport read(Path file, Path directory) throws IOException {
        MediaArchive media = new MediaArchive(StoreFiles.media(directory));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip, file);
            List<String> hashes = manifest.hashes().keySet().stream()
                    .filter(name -> name.startsWith(MEDIA))
                    .map(name -> name.substring(MEDIA.length()))
                    .toList();
            for (String sha256 : hashes) {
                Path temporary = Files.createTempFile("newsreel", ".restore");
                try (InputStream in = zip.getInputStream(zip.getEntry(MEDIA + sha256))) {
                    Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
                    media.add(temporary, sha256);
                } finally {
                    Files.deleteIfExists(temporary);
                }
            }
            if (manifest.hashes().containsKey(JOBS)) {
                Files.createDirectories(directory);
                try (InputStream in = zip.getInputStream(zip.getEntry(JOBS))) {
                    Files.copy(in, directory.resolve(JOBS));
                }
            }
            try (InputStream in = new BufferedInputStream(zip.getInputStream(zip.getEntry(QUADS)))) {
                long quads = BulkLoad.nQuads(in, StoreFiles.graph(directory));
                StoreFiles.writeFormat(directory, manifest.format());
                return new BackupReport(quads, hashes.size(), Files.size(file));
            } catch (RiotException e) {
                throw new StoreException("The backup " + file + " holds no N-Quads: use another backup", e);
            }
        }
    }

    /**
     * What a backup says of itself.
     *
     * @param format of the store
     * @param hashes name of each entry to its hash
     */
    private record Manifest(int format, Map<String, String> hashes) {}

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        List<String> lines = entry == null
                ? List.of()
                : new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        if (lines.isEmpty() || !lines.get(0).startsWith(HEAD)) {
            throw new StoreException(
                    file + " is no backup of Newsreel's, or was cut short: name a file that newsreel backup wrote");
        }
        int format = Integer.parseInt(lines.get(0).substring(HEAD.length()));
        if (format > StoreFiles.FORMAT) {
            throw new StoreException(String.format(
                    Locale.ROOT,
                    "The backup %s has store format %d and this Newsreel reads up to %d: use a newer Newsreel",
                    file,
                    format,
                    StoreFiles.FORMAT));
        }
        Map<String, String> hashes = new TreeMap<>();
        lines.stream().skip(1).forEach(line -> {
            int space = line.indexOf(' ');
            hashes.put(line.substring(space + 1), line.substring(0, space));
        });
        return new Manifest(format, hashes);
    }

    private static String hash(ZipFile zip, ZipEntry entry) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
