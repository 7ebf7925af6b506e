package org.newsreel.extraction.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.MediaKind;

/**
 * MDocRE's samples: a directory each, with {@code text.txt}, annotations, and {@code video.mp4} or the annotated frames
 * as {@code frames/<frame number>.jpg}. Each gives two items that share the media, {@code <directory>-en} and
 * {@code <directory>-zh}.
 */
final class MdocreSource extends DirectorySource implements GoldSource {
    private final Map<String, GoldDocument> marked = new HashMap<>();
    private Optional<GoldDocument> gold = Optional.empty();

    MdocreSource(Path root) {
        super(root);
    }

    static boolean isSample(DirectoryListing listing) {
        return listing.file("text.txt").isPresent()
                && (listing.file("text.ann").isPresent()
                        || listing.file("regions.json").isPresent());
    }

    @Override
    boolean isItem(DirectoryListing listing) {
        return isSample(listing);
    }

    @Override
    String wanted() {
        return "text.txt and text.ann";
    }

    @Override
    public SourceEvent next() {
        SourceEvent event = super.next();
        gold = event instanceof ItemRead read
                ? Optional.ofNullable(marked.remove(read.item().id()))
                : Optional.empty();
        return event;
    }

    @Override
    public Optional<GoldDocument> gold() {
        return gold;
    }

    @Override
    List<SourceEvent> read(DirectoryListing listing) throws UnreadableItemException {
        Path file = listing.file("text.txt").orElseThrow();
        String content = Text.read(file).content();
        MdocreText text = MdocreText.of(file, content);
        MdocreAnnotations annotations = new MdocreAnnotations(listing, content);
        List<MediaFile> media = media(listing);
        List<SourceEvent> events = new ArrayList<>();
        for (MdocreText.Part part : text.parts()) {
            ItemFields fields = ItemFields.named(listing.name() + "-" + part.language(), listing.directory());
            fields = fields.inLanguage(fields.id(), Optional.of(part.language()));
            NewsItem item = fields.item(part.content(), media);
            marked.put(item.id(), annotations.of(part, item));
            events.add(new ItemRead(item, listing.directory()));
        }
        return events;
    }

    private static List<MediaFile> media(DirectoryListing listing) {
        List<MediaFile> media = new ArrayList<>();
        listing.file("video.mp4")
                .ifPresent(
                        video -> media.add(new MediaFile("v0", MediaKind.VIDEO, video, "video.mp4", Optional.empty())));
        for (Path directory : listing.directories()) {
            if (!DirectoryListing.nameOf(directory).equals("frames")) {
                continue;
            }
            int number = 0;
            for (Path frame : DirectoryListing.peek(directory).files()) {
                if (FolderSource.PICTURES.contains(DirectoryListing.extension(frame))) {
                    String name = "frames/" + DirectoryListing.nameOf(frame);
                    media.add(new MediaFile("p" + number++, MediaKind.IMAGE, frame, name, Optional.empty()));
                }
            }
        }
        return media;
    }
}
