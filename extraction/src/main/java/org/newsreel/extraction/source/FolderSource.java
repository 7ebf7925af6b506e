package org.newsreel.extraction.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.ontology.claim.MediaKind;

/**
 * Items that are directories with {@code article.txt} (or {@code article.en.txt}, {@code article.zh.txt}), videos,
 * pictures, subtitles and {@code item.json}, each of which may be missing; and directories of such directories.
 *
 * <p>A directory with an article or an {@code item.json} is one item, whatever lies in directories below it. A directory
 * with media alone is an item too, unless directories below it are items. An item with its words in several languages
 * becomes one item for each, which share the media and everything in {@code item.json}: {@code article.txt} keeps the
 * id, the others get {@code -en} and {@code -zh} at its end. So nothing is left out, and each text keeps one language.
 */
final class FolderSource extends DirectorySource {
    static final Set<String> VIDEOS = Set.of("mp4", "webm", "mkv", "mov");
    static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "webp");
    private static final List<String> SUBTITLES = List.of("srt", "vtt");
    private static final String ITEM = "item.json";
    /** The languages that an article's file name can tell; no language is the plain name. */
    private static final List<Optional<String>> ARTICLES =
            List.of(Optional.empty(), Optional.of("en"), Optional.of("zh"));

    FolderSource(Path root) {
        super(root);
    }

    @Override
    String wanted() {
        return "an article.txt, videos or pictures";
    }

    @Override
    boolean isItem(DirectoryListing listing) {
        if (saysThatItIsAnItem(listing)) {
            return true;
        }
        boolean media = listing.files().stream().anyMatch(f -> kindOf(f).isPresent());
        return media
                && listing.directories().stream()
                        .map(DirectoryListing::peek)
                        .noneMatch(FolderSource::saysThatItIsAnItem);
    }

    private static boolean saysThatItIsAnItem(DirectoryListing listing) {
        return listing.file(ITEM).isPresent() || !articles(listing).isEmpty();
    }

    private static Map<Optional<String>, Path> articles(DirectoryListing listing) {
        Map<Optional<String>, Path> found = new LinkedHashMap<>();
        for (Optional<String> language : ARTICLES) {
            String name = "article" + language.map(l -> "." + l).orElse("") + ".txt";
            listing.file(name).ifPresent(file -> found.put(language, file));
        }
        return found;
    }

    private static Optional<MediaKind> kindOf(Path file) {
        String extension = DirectoryListing.extension(file);
        if (VIDEOS.contains(extension)) {
            return Optional.of(MediaKind.VIDEO);
        }
        return PICTURES.contains(extension) ? Optional.of(MediaKind.IMAGE) : Optional.empty();
    }

    @Override
    List<SourceEvent> read(DirectoryListing listing) throws UnreadableItemException {
        Optional<Path> json = listing.file(ITEM);
        ItemFields fields = json.isPresent()
                ? ItemFields.read(json.get(), listing.name())
                : ItemFields.named(listing.name(), listing.directory());
        List<MediaFile> media = media(listing);
        Map<Optional<String>, Path> articles = articles(listing);
        if (articles.isEmpty()) {
            if (media.isEmpty()) {
                throw new UnreadableItemException(
                        listing.directory() + " holds no news, only an item.json: put " + wanted() + " into it.");
            }
            return List.of(new ItemRead(fields.item("", media), listing.directory()));
        }
        List<SourceEvent> events = new ArrayList<>();
        for (Map.Entry<Optional<String>, Path> article : articles.entrySet()) {
            ItemFields own = articles.size() == 1 ? fields : forLanguage(fields, article.getKey());
            own = own.inLanguage(own.id(), language(article.getKey(), fields.language()));
            try {
                events.add(event(listing, own, article.getValue(), media));
            } catch (UnreadableItemException e) {
                events.add(new ItemFailed(listing.directory(), e.getMessage()));
            }
        }
        return events;
    }

    private static ItemFields forLanguage(ItemFields fields, Optional<String> language) {
        return fields.inLanguage(fields.id() + language.map(l -> "-" + l).orElse(""), fields.language());
    }

    /** A file's name is closer to the text than item.json, which may still say it more exactly: zh-Hant for zh. */
    private static Optional<String> language(Optional<String> ofName, Optional<String> ofJson) {
        if (ofName.isEmpty()) {
            return ofJson;
        }
        return ofJson.filter(l -> l.toLowerCase(Locale.ROOT).split("-", 2)[0].equals(ofName.get()))
                .or(() -> ofName);
    }

    private ItemRead event(DirectoryListing listing, ItemFields fields, Path article, List<MediaFile> media)
            throws UnreadableItemException {
        Text text = Text.read(article);
        if (text.content().isBlank() && media.isEmpty()) {
            throw new UnreadableItemException(article + " has no words in it and nothing lies beside it: write the"
                    + " article into it, or add videos or pictures.");
        }
        List<String> warnings = text.warning().map(List::of).orElse(List.of());
        return new ItemRead(fields.item(text.content(), media), listing.directory(), warnings);
    }

    private static List<MediaFile> media(DirectoryListing listing) {
        List<MediaFile> found = new ArrayList<>();
        for (MediaKind kind : MediaKind.values()) {
            int number = 0;
            for (Path file : listing.files()) {
                if (kindOf(file).equals(Optional.of(kind))) {
                    String id = (kind == MediaKind.VIDEO ? "v" : "p") + number++;
                    Optional<Path> subtitles = kind == MediaKind.VIDEO ? subtitles(listing, file) : Optional.empty();
                    found.add(new MediaFile(id, kind, file, DirectoryListing.nameOf(file), subtitles));
                }
            }
        }
        return found;
    }

    private static Optional<Path> subtitles(DirectoryListing listing, Path video) {
        String base = DirectoryListing.base(video);
        return SUBTITLES.stream()
                .flatMap(e -> listing.file(base + "." + e).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
