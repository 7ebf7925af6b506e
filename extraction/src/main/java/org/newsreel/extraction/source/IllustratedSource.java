package org.newsreel.extraction.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsreel.ontology.claim.MediaKind;

/**
 * A corpus whose pictures lie in a directory of their own, as MNRE's, Twitter's and M3D's do: each item gets the picture
 * or the video that is called like it ({@code img_id}, {@code IMGID}, {@code video_id}), or the pictures of the
 * subdirectory that is. Items without any stay as they are, with a warning.
 */
public final class IllustratedSource implements GoldSource {
    /** The second and later items of one name are numbered. */
    private static final Pattern NUMBER = Pattern.compile("#\\d+$");

    private final GoldSource corpus;
    private final Path directory;
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, Path> directories = new HashMap<>();
    private Optional<GoldDocument> gold = Optional.empty();
    private int items;
    private int missing;

    private IllustratedSource(GoldSource corpus, Path directory) {
        this.corpus = corpus;
        this.directory = directory;
    }

    /**
     * A corpus with what lies in a directory.
     *
     * @param corpus closed with this source
     * @throws IOException when the directory can't be read
     */
    public static IllustratedSource of(GoldSource corpus, Path directory) throws IOException {
        IllustratedSource source = new IllustratedSource(corpus, directory);
        DirectoryListing listing = DirectoryListing.of(directory);
        for (Path file : listing.files()) {
            String extension = DirectoryListing.extension(file);
            if (FolderSource.PICTURES.contains(extension) || FolderSource.VIDEOS.contains(extension)) {
                source.files.putIfAbsent(DirectoryListing.base(file), file);
            }
        }
        listing.directories().forEach(d -> source.directories.put(DirectoryListing.nameOf(d), d));
        return source;
    }

    @Override
    public boolean hasNext() {
        return corpus.hasNext();
    }

    @Override
    public SourceEvent next() {
        SourceEvent event = corpus.next();
        gold = corpus.gold();
        if (!(event instanceof ItemRead read)) {
            return event;
        }
        items++;
        NewsItem item = read.item();
        List<MediaFile> media = media(NUMBER.matcher(item.id()).replaceFirst(""));
        if (media.isEmpty()) {
            missing++;
            List<String> warnings = new ArrayList<>(read.warnings());
            warnings.add("The picture of " + item.id() + " is not in " + directory + ".");
            return new ItemRead(item, read.origin(), warnings);
        }
        NewsItem illustrated = new ItemFields(
                        item.id(), item.language(), item.headline(), item.published(), item.source(), item.url())
                .item(item.text(), media);
        gold = gold.map(g -> new GoldDocument(illustrated, g.mentions(), g.chains(), g.relations(), g.regions()));
        return new ItemRead(illustrated, read.origin(), read.warnings());
    }

    private List<MediaFile> media(String name) {
        Path file = files.get(name);
        if (file != null) {
            boolean video = FolderSource.VIDEOS.contains(DirectoryListing.extension(file));
            return List.of(new MediaFile(
                    video ? "v0" : "p0",
                    video ? MediaKind.VIDEO : MediaKind.IMAGE,
                    file,
                    DirectoryListing.nameOf(file),
                    Optional.empty()));
        }
        List<MediaFile> frames = new ArrayList<>();
        Path own = directories.get(name);
        List<Path> inside = own == null ? List.of() : DirectoryListing.peek(own).files();
        for (Path frame : inside) {
            if (FolderSource.PICTURES.contains(DirectoryListing.extension(frame))) {
                frames.add(new MediaFile(
                        "p" + frames.size(),
                        MediaKind.IMAGE,
                        frame,
                        name + "/" + DirectoryListing.nameOf(frame),
                        Optional.empty()));
            }
        }
        return frames;
    }

    @Override
    public Optional<GoldDocument> gold() {
        return gold;
    }

    /** How many items there were so far, with pictures or without. */
    public int items() {
        return items;
    }

    /** How many of them have nothing in the directory. */
    public int missing() {
        return missing;
    }

    @Override
    public void close() {
        corpus.close();
    }
}
