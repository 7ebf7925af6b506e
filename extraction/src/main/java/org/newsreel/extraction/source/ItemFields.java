package org.newsreel.extraction.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is said about an item beside its words and media: the content of {@code item.json}. */
record ItemFields(
        String id,
        Optional<String> language,
        Optional<String> headline,
        Optional<String> published,
        Optional<String> source,
        Optional<String> url) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long LARGEST = 1 << 20;
    private static final int LONGEST_ID = 500;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    /** An item that has no more than a name. */
    static ItemFields named(String id, Path origin) throws UnreadableItemException {
        checkId(id, origin + " has a name", "put an item.json with an id into it");
        return new ItemFields(
                id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Reads {@code item.json}; fields other than the six are left alone. */
    static ItemFields read(Path file, String defaultId) throws UnreadableItemException {
        JsonNode json = parse(file, LARGEST);
        if (!json.isObject()) {
            throw new UnreadableItemException(file + " is not a JSON object: write it as {\"id\": \"…\", …}.");
        }
        ItemFields fields = new ItemFields(
                text(json, "id", file).orElse(defaultId),
                text(json, "language", file),
                text(json, "headline", file),
                text(json, "published", file),
                text(json, "source", file),
                text(json, "url", file));
        checkId(fields.id(), file + " gives an id", "change it");
        check(fields.language(), file, "language", "a language tag such as en or zh", value -> {
            if (!LANGUAGE.matcher(value).matches()) {
                throw new IllegalArgumentException(value);
            }
        });
        check(fields.published(), file, "published", "an ISO 8601 date such as 2026-05-17", ItemFields::parseDate);
        check(fields.url(), file, "url", "an address that begins with https:// or http://", ItemFields::parseUrl);
        return fields;
    }

    /**
     * What a document says. A field that is not as it should be is left out with a note, because the sender of a document
     * is seldom who ingests it; an id must be right.
     *
     * @param place the document, and which item of it
     */
    static ItemFields lenient(Article article, String id, String place, List<String> notes)
            throws UnreadableItemException {
        checkId(id, place + " gives an id", "change it");
        return new ItemFields(
                id,
                fitting(article.language(), "language", notes, value -> {
                    if (!LANGUAGE.matcher(value).matches()) {
                        throw new IllegalArgumentException(value);
                    }
                }),
                fitting(article.headline(), "headline", notes, value -> {}),
                fitting(article.published(), "date", notes, ItemFields::parseDate),
                fitting(article.source(), "source", notes, value -> {}),
                fitting(article.url(), "address", notes, ItemFields::parseUrl));
    }

    private static Optional<String> fitting(
            Optional<String> value, String field, List<String> notes, Consumer<String> parser) {
        try {
            value.ifPresent(parser);
            if (value.filter(Text::hasUnpairedSurrogate).isEmpty()) {
                return value;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Said below.
        }
        notes.add("the " + field + " \"" + value.orElse("") + "\" is left out, because it is none.");
        return Optional.empty();
    }

    /** A JSON file of at most so many bytes. */
    static JsonNode parse(Path file, long largest) throws UnreadableItemException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > largest) {
                throw new UnreadableItemException(
                        file + " is not a file of at most " + (largest >> 20) + " MB: write a JSON object into it.");
            }
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new UnreadableItemException(file + " is not valid JSON in UTF-8" + where + ": correct it.");
        } catch (IOException e) {
            throw new UnreadableItemException(file + " can't be read (" + Reason.of(e) + "): check its permissions.");
        }
    }

    private static Optional<String> text(JsonNode json, String field, Path file) throws UnreadableItemException {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() && !(field.equals("id") && value.isIntegralNumber())) {
            throw new UnreadableItemException(
                    file + " gives " + field + " as something else than text: write it in quotes.");
        }
        String text = value.asText().strip();
        if (Text.hasUnpairedSurrogate(text)) {
            throw new UnreadableItemException(
                    file + " has half a character (an unpaired surrogate) in " + field + ": correct it.");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void checkId(String id, String begin, String remedy) throws UnreadableItemException {
        if (id.isBlank()) {
            throw new UnreadableItemException(begin + " that is blank: " + remedy + ".");
        }
        if (id.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD' || c == '\u2028')) {
            throw new UnreadableItemException(
                    begin + " with a control character or a broken character in it: " + remedy + ".");
        }
        if (id.length() > LONGEST_ID) {
            throw new UnreadableItemException(begin + " of more than " + LONGEST_ID + " characters: " + remedy + ".");
        }
    }

    private static void check(Optional<String> value, Path file, String field, String wanted, Consumer<String> parser)
            throws UnreadableItemException {
        if (value.isEmpty()) {
            return;
        }
        try {
            parser.accept(value.get());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableItemException(
                    file + " gives " + field + " as \"" + value.get() + "\": write " + wanted + ".");
        }
    }

    private static void parseDate(String value) {
        List<Consumer<String>> forms = List.of(LocalDate::parse, OffsetDateTime::parse, LocalDateTime::parse);
        for (Consumer<String> form : forms) {
            try {
                form.accept(value);
                return;
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        throw new IllegalArgumentException(value);
    }

    private static void parseUrl(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) {
                throw new IllegalArgumentException(value);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    /** The same in another language under another id. */
    ItemFields inLanguage(String otherId, Optional<String> otherLanguage) {
        return new ItemFields(otherId, otherLanguage, headline, published, source, url);
    }

    NewsItem item(String text, List<MediaFile> media) {
        return new NewsItem(
                id, language, headline, published, source, url, text, media, ItemVersion.of(this, text, media));
    }
}
