package org.newsreel.extraction.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.ontology.claim.MediaKind;

/**
 * Videos and pictures that a document refers to and that lie in its directory or below; also under an address elsewhere,
 * when a file of that name lies here, because that is how news is delivered. Nothing is fetched and nothing outside the
 * directory is read. A {@code names.json} there maps the names of files to the names by which they are referred to.
 */
final class Attachments {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final Map<String, String> names;

    private Attachments(Path directory, Map<String, String> names) {
        this.directory = directory;
        this.names = names;
    }

    static Attachments beside(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        Path names = directory.resolve("names.json");
        if (Files.isRegularFile(names)) {
            try {
                return new Attachments(
                        directory,
                        JSON.readValue(Files.readAllBytes(names), new TypeReference<Map<String, String>>() {}));
            } catch (IOException e) {
                // A file of somebody else's that is called so.
            }
        }
        return new Attachments(directory, Map.of());
    }

    /**
     * @param references for each medium its addresses, the best first
     * @param notes gets a sentence for each medium that is not here
     */
    List<MediaFile> media(List<List<String>> references, List<String> notes) {
        Map<MediaKind, Set<Path>> found =
                Map.of(MediaKind.VIDEO, new LinkedHashSet<>(), MediaKind.IMAGE, new LinkedHashSet<>());
        for (List<String> addresses : references) {
            Optional<Path> file =
                    addresses.stream().flatMap(a -> find(a).stream()).findFirst();
            if (file.isPresent()) {
                found.get(kindOf(file.get()).orElseThrow()).add(file.get());
            } else if (!addresses.isEmpty()) {
                notes.add("the video or picture " + addresses.get(0) + " is left out, because it is not beside the"
                        + " document and nothing is fetched: put the file there.");
            }
        }
        List<MediaFile> media = new ArrayList<>();
        for (MediaKind kind : MediaKind.values()) {
            int number = 0;
            for (Path file : found.get(kind)) {
                String id = (kind == MediaKind.VIDEO ? "v" : "p") + number++;
                String name = names.getOrDefault(DirectoryListing.nameOf(file), DirectoryListing.nameOf(file));
                media.add(new MediaFile(id, kind, file, name, subtitles(file, kind)));
            }
        }
        return media;
    }

    private Optional<Path> find(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        String name = decoded(path.substring(path.lastIndexOf('/') + 1));
        Optional<Path> renamed = names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .flatMap(entry -> inside(entry.getKey()).stream())
                .findFirst();
        boolean elsewhere = path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
        return renamed.or(() -> elsewhere ? Optional.empty() : inside(decoded(path)))
                .or(() -> inside(name))
                .filter(file -> kindOf(file).isPresent());
    }

    /** The file, unless it is outside, be it by a link. */
    private Optional<Path> inside(String relative) {
        try {
            Path file = directory.resolve(relative).normalize();
            return Files.isRegularFile(file) && file.toRealPath().startsWith(directory.toRealPath())
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Optional<MediaKind> kindOf(Path file) {
        String extension = DirectoryListing.extension(file);
        if (FolderSource.VIDEOS.contains(extension)) {
            return Optional.of(MediaKind.VIDEO);
        }
        return FolderSource.PICTURES.contains(extension) ? Optional.of(MediaKind.IMAGE) : Optional.empty();
    }

    private Optional<Path> subtitles(Path file, MediaKind kind) {
        return kind == MediaKind.IMAGE
                ? Optional.empty()
                : List.of("srt", "vtt").stream()
                        .map(e -> file.resolveSibling(DirectoryListing.base(file) + "." + e))
                        .filter(Files::isRegularFile)
                        .findFirst();
    }
}
