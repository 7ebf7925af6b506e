package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.ontology.claim.MediaKind;

class FolderSourceTest {
    @TempDir
    Path root;

    private Path put(String name, String content) throws IOException {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path put(String name, byte[] content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private List<SourceEvent> read(Path path) {
        List<SourceEvent> events = new ArrayList<>();
        try (ItemSource source = Sources.open(path, Optional.of("folder"))) {
            source.forEachRemaining(events::add);
        }
        return events;
    }

    private ItemRead only(Path path) {
        List<SourceEvent> events = read(path);
        assertThat(events).singleElement().isInstanceOf(ItemRead.class);
        return (ItemRead) events.get(0);
    }

    private String failure(Path path) {
        List<SourceEvent> events = read(path);
        assertThat(events).singleElement().isInstanceOf(ItemFailed.class);
        String sentence = ((ItemFailed) events.get(0)).sentence();
        assertThat(sentence).endsWith(".").doesNotContain("\n", "Exception");
        return sentence;
    }

    private static List<String> ids(List<SourceEvent> events) {
        return events.stream()
                .map(e -> e instanceof ItemRead read
                        ? read.item().id()
                        : "failed " + e.origin().getFileName())
                .toList();
    }

    @Test
    void aWholeItemIsRead() throws Exception {
        put("story/article.txt", "Ada Lovelace met\r\n\tCharles Babbage. \u00e9\u4e2d\ud83d\ude00\n\n");
        put(
                "story/item.json",
                """
                {"id": "s-1", "headline": "They met", "language": "en", "published": "1833-06-05",
                 "source": "The Paper", "url": "https://example.org/story?1", "desk": "ours alone"}""");
        put("story/b.mp4", "b");
        put("story/a.MOV", "a");
        put("story/b.srt", "subtitles");
        put("story/b.vtt", "other subtitles");
        put("story/c.webm", "c");
        put("story/c.vtt", "subtitles of c");
        put("story/z.png", "z");
        put("story/y.JPEG", "y");
        put("story/notes.doc", "not ours");

        ItemRead read = only(root.resolve("story"));

        NewsItem item = read.item();
        assertThat(read.origin()).isEqualTo(root.resolve("story"));
        assertThat(read.warnings()).isEmpty();
        assertThat(item.id()).isEqualTo("s-1");
        assertThat(item.headline()).contains("They met");
        assertThat(item.language()).contains("en");
        assertThat(item.published()).contains("1833-06-05");
        assertThat(item.source()).contains("The Paper");
        assertThat(item.url()).contains("https://example.org/story?1");
        assertThat(item.text()).isEqualTo("Ada Lovelace met\r\n\tCharles Babbage. \u00e9\u4e2d\ud83d\ude00\n\n");
        assertThat(item.version()).matches("sha256:[0-9a-f]{64}");
        assertThat(item.media())
                .extracting(MediaFile::id, MediaFile::kind, MediaFile::name, m -> m.subtitles()
                        .map(DirectoryListing::nameOf)
                        .orElse(""))
                .containsExactly(
                        tuple("v0", MediaKind.VIDEO, "a.MOV", ""),
                        tuple("v1", MediaKind.VIDEO, "b.mp4", "b.srt"),
                        tuple("v2", MediaKind.VIDEO, "c.webm", "c.vtt"),
                        tuple("p0", MediaKind.IMAGE, "y.JPEG", ""),
                        tuple("p1", MediaKind.IMAGE, "z.png", ""));
    }

    @Test
    void anyPartMayBeMissing() throws Exception {
        put("text only/article.txt", "Words.");
        put("video only/v.mp4", "v");
        put("pictures only/p.jpg", "p");
        put("blank words and picture/article.txt", " \n");
        put("blank words and picture/p.jpg", "p");

        assertThat(ids(read(root)))
                .containsExactly("blank words and picture", "pictures only", "text only", "video only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"新闻 一 二", "a b  c", "..odd", "ünïcödé", "quote\"s'&<>", "%2e%2e", "-rf", "\ud83d\ude00"})
    void theDirectorysNameIsTheId(String name) throws Exception {
        put(name + "/article.txt", "Words.");

        assertThat(only(root.resolve(name)).item().id()).isEqualTo(name);
        assertThat(only(root.resolve(name).resolve(".")).item().id()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/etc/passwd", "a b", "新闻", "C:\\x", "http://x/y#z", "<script>"})
    void anIdIsOnlyAName(String id) throws Exception {
        put("i/article.txt", "Words.");
        put("i/item.json", "{\"id\": \"" + id.replace("\\", "\\\\") + "\"}");

        assertThat(only(root.resolve("i")).item().id()).isEqualTo(id);
    }

    @Test
    void aNumberIsAnId() throws Exception {
        put("i/article.txt", "Words.");
        put("i/item.json", "{\"id\": 9009}");

        assertThat(only(root.resolve("i")).item().id()).isEqualTo("9009");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": \"a\\u0000b\"}|with a control character",
                "{\"id\": \"a\\nb\"}|with a control character",
                "{\"id\": \"a\\ud800b\"}|half a character",
                "{\"id\": {}}|gives id as something else than text",
                "{\"headline\": [\"x\"]}|gives headline as something else than text",
                "{\"published\": \"yesterday\"}|gives published as \"yesterday\": write an ISO 8601 date",
                "{\"published\": \"2026-02-30\"}|write an ISO 8601 date",
                "{\"url\": \"javascript:alert(1)\"}|write an address that begins with https://",
                "{\"url\": \"https://x y\"}|write an address",
                "{\"language\": \"English, I think\"}|write a language tag",
                "[]|is not a JSON object",
                "{\"id\": \"x\",}|is not valid JSON in UTF-8 at line 1, column",
                "|is not a JSON object"
            })
    void aBadItemJsonIsNamedWithTheRemedy(String json, String expected) throws Exception {
        put("i/article.txt", "Words.");
        Path file = put("i/item.json", json == null ? "" : json);

        assertThat(failure(root.resolve("i"))).startsWith(file.toString()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-17", "2026-05-17T10:30:00Z", "2026-05-17T10:30:00+08:00", "2026-05-17T10:30:00"})
    void datesAndTimesOfIso8601AreTaken(String published) throws Exception {
        put("i/article.txt", "Words.");
        put("i/item.json", "{\"published\": \"" + published + "\"}");

        assertThat(only(root.resolve("i")).item().published()).contains(published);
    }

    @Test
    void articlesInTwoLanguagesAreAnItemEach() throws Exception {
        put("i/article.en.txt", "Words.");
        put("i/article.zh.txt", "文字。");
        put("i/item.json", "{\"id\": \"x\", \"language\": \"zh-Hans\", \"headline\": \"H\"}");
        put("i/p.jpg", "p");

        List<NewsItem> items =
                read(root).stream().map(e -> ((ItemRead) e).item()).toList();

        assertThat(items).extracting(NewsItem::id).containsExactly("x-en", "x-zh");
        assertThat(items).extracting(i -> i.language().orElse("")).containsExactly("en", "zh-Hans");
        assertThat(items).extracting(NewsItem::text).containsExactly("Words.", "文字。");
        assertThat(items).allSatisfy(i -> assertThat(i.media()).hasSize(1));
        assertThat(items).extracting(NewsItem::version).doesNotHaveDuplicates();
    }

    @Test
    void oneArticleWithALanguageInItsNameKeepsTheId() throws Exception {
        put("i/article.zh.txt", "文字。");

        assertThat(only(root.resolve("i")).item().id()).isEqualTo("i");
        assertThat(only(root.resolve("i")).item().language()).contains("zh");
    }

    @Test
    void aBatchGoesOnPastWhatIsWrongInIt() throws Exception {
        put("a/article.txt", "Words.");
        Files.createDirectories(root.resolve("b empty"));
        put("c/article.txt", new byte[] {'a', 0, 'b'});
        put("d/readme.md", "no news");
        put("e/item.json", "{}");
        put("f/article.txt", "");
        put("g/article.txt", "Words.");
        put("readme.md", "about the batch");

        List<SourceEvent> events = read(root);

        assertThat(ids(events))
                .containsExactly("a", "failed b empty", "failed c", "failed d", "failed e", "failed f", "g");
        assertThat(events.stream()
                        .filter(ItemFailed.class::isInstance)
                        .map(e -> ((ItemFailed) e).sentence())
                        .map(s -> s.replace(root.toString(), "…")))
                .containsExactly(
                        "…/b empty is empty: put an article.txt, videos or pictures into it, or take it away.",
                        "…/c/article.txt is not a text (it has NUL bytes in it): save the article as plain text in"
                                + " UTF-8.",
                        "…/d holds no news: put an article.txt, videos or pictures into it, or take it away.",
                        "…/e holds no news, only an item.json: put an article.txt, videos or pictures into it.",
                        "…/f/article.txt has no words in it and nothing lies beside it: write the article into it, or"
                                + " add videos or pictures.");
    }

    @Test
    void batchesOfBatchesAreWalkedInTheOrderOfNames() throws Exception {
        put("2026/05/b/article.txt", "Words.");
        put("2026/05/a/article.txt", "Words.");
        put("2026/04/z/article.txt", "Words.");
        put("2025/y/article.txt", "Words.");
        put(".git/hidden/article.txt", "Words.");
        put("__MACOSX/a/article.txt", "Words.");

        assertThat(ids(read(root))).containsExactly("y", "z", "a", "b");
        assertThat(ids(read(root))).isEqualTo(ids(read(root)));
    }

    @Test
    void directoriesInsideAnItemAreNotItems() throws Exception {
        put("i/article.txt", "Words.");
        put("i/thumbnails/p.jpg", "p");

        assertThat(only(root).item().media()).isEmpty();
    }

    @Test
    void picturesBesideItemsDoNotMakeABatchAnItem() throws Exception {
        put("logo.png", "p");
        put("a/article.txt", "Words.");

        assertThat(ids(read(root))).containsExactly("a");
    }

    @Test
    void linksInACircleEnd() throws Exception {
        put("a/article.txt", "Words.");
        Files.createDirectories(root.resolve("b"));
        Files.createSymbolicLink(root.resolve("b/up"), root);
        Files.createSymbolicLink(root.resolve("c"), root.resolve("a"));

        assertThat(ids(read(root))).containsExactly("a");
    }

    @Test
    void theSameIdTwiceIsRefused() throws Exception {
        put("a/article.txt", "Words.");
        put("b/article.txt", "Other words.");
        put("b/item.json", "{\"id\": \"a\"}");

        List<SourceEvent> events = read(root);

        assertThat(ids(events)).containsExactly("a", "failed b");
        assertThat(((ItemFailed) events.get(1)).sentence())
                .isEqualTo(root.resolve("b") + " has the same id as " + root.resolve("a")
                        + " (\"a\"): give it another in its item.json.");
    }

    @Test
    void theVersionFollowsContentAndNothingElse() throws Exception {
        put("i/article.txt", "Words.");
        put("i/item.json", "{\"id\": \"x\", \"headline\": \"H\"}");
        put("i/v.mp4", "video");
        put("i/v.srt", "words");
        String version = only(root.resolve("i")).item().version();
        Files.setLastModifiedTime(root.resolve("i/v.mp4"), java.nio.file.attribute.FileTime.fromMillis(0));
        put("i/notes.doc", "not ours");
        put("i/article.txt", "\ufeffWords.");
        Path moved = Files.move(root.resolve("i"), root.resolve("other"));
        assertThat(only(moved).item().version()).isEqualTo(version);

        List<String> versions = new ArrayList<>(List.of(version));
        put("other/article.txt", "Words!");
        versions.add(only(moved).item().version());
        put("other/v.mp4", "Video");
        versions.add(only(moved).item().version());
        put("other/v.srt", "Words");
        versions.add(only(moved).item().version());
        put("other/item.json", "{\"id\": \"x\", \"source\": \"H\"}");
        versions.add(only(moved).item().version());
        put("other/item.json", "{\"id\": \"y\", \"source\": \"H\"}");
        versions.add(only(moved).item().version());
        put("other/p.png", "p");
        versions.add(only(moved).item().version());
        Files.move(moved.resolve("p.png"), moved.resolve("q.png"));
        versions.add(only(moved).item().version());
        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    void namedPipesAreNotWaitedFor() throws Exception {
        put("i/article.txt", "Words.");
        Process mkfifo = new ProcessBuilder("mkfifo", root.resolve("i/v.mp4").toString()).start();
        org.junit.jupiter.api.Assumptions.assumeTrue(mkfifo.waitFor() == 0);

        assertThat(only(root.resolve("i")).item().media()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,fffe", "UTF-16BE,feff", "UTF-8,efbbbf"})
    void aByteOrderMarkTellsTheEncodingAndIsDropped(String charset, String mark) throws Exception {
        byte[] bom = java.util.HexFormat.of().parseHex(mark);
        byte[] text = "Zoë 在北京\ud83d\ude00.".getBytes(Charset.forName(charset));
        byte[] both = java.util.Arrays.copyOf(bom, bom.length + text.length);
        System.arraycopy(text, 0, both, bom.length, text.length);
        put("i/article.txt", both);

        ItemRead read = only(root.resolve("i"));

        assertThat(read.item().text()).isEqualTo("Zoë 在北京\ud83d\ude00.");
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO-8859-1|windows-1252|Der Bürgermeister von Köln, Jürgen Weiß, traf die Präsidentin.",
                "ISO-8859-1|windows-1252|Le préfet a déclaré que l'élection était régulière, à Orléans.",
                "windows-1252|windows-1252|“It’s a café,” said Zoë – and left for Málaga. Price: €5.",
                "ISO-8859-1|windows-1252|A short word: café.",
                "GB18030|GB18030|国务院总理在北京会见了来访的法国总统，双方就贸易问题交换了意见。",
                "GB18030|GB18030|记者王小明从上海报道：新的医院今天开始接待病人，院长说一切顺利。",
                "Big5|Big5|總統在臺北會見了來訪的代表團，雙方就貿易問題交換了意見，並表示滿意。"
            })
    void olderEncodingsAreReadWithAWarning(String written, String read, String text) throws Exception {
        Path file = put("i/article.txt", text.getBytes(Charset.forName(written)));

        ItemRead item = only(root.resolve("i"));

        assertThat(item.item().text()).isEqualTo(text);
        assertThat(item.warnings())
                .containsExactly(file + " is not in UTF-8 and was read as " + read
                        + ": save it as UTF-8 to be sure of every character.");
    }

    @Test
    void bytesInNoEncodingAreRefused() throws Exception {
        byte[] noise = new byte[20_000];
        new java.util.Random(3).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == 0 ? 1 : noise[i];
        }
        Path file = put("i/article.txt", noise);

        assertThat(failure(root.resolve("i"))).startsWith(file.toString()).contains("save it as UTF-8");
    }

    @Test
    void utf8WithOneBadByteIsNotTakenForAnotherEncoding() throws Exception {
        byte[] text = "北京市长今天会见了记者。北京市长今天会见了记者。".getBytes(StandardCharsets.UTF_8);
        text[10] = (byte) 0xFF;
        put("i/article.txt", text);

        assertThat(failure(root.resolve("i"))).contains("save it as UTF-8");
    }

    @Test
    void aLongArticleIsReadWhole() throws Exception {
        String text = "Ada met Bob in Köln \ud83d\ude00. ".repeat(220_000);
        put("i/article.txt", text);

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(5_000_000);
        assertThat(only(root.resolve("i")).item().text()).isEqualTo(text);
    }

    @Test
    void anArticleBeyondAllMeasureIsRefusedUnread() throws Exception {
        Path file = put("i/article.txt", "");
        try (java.io.RandomAccessFile sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }

        assertThat(failure(root.resolve("i"))).contains("has 3072 MB, more than any article");
    }

    @Test
    void aDirectoryNamedAsAnArticleIsNotOne() throws Exception {
        Files.createDirectories(root.resolve("i/article.txt"));
        put("i/p.jpg", "p");

        assertThat(only(root.resolve("i")).item().text()).isEmpty();
    }

    @Test
    void nothingComesAfterTheLastItem() throws Exception {
        put("i/article.txt", "Words.");
        try (ItemSource source = Sources.open(root, Optional.empty())) {
            source.next();
            assertThat(source.hasNext()).isFalse();
            assertThatThrownBy(source::next).isInstanceOf(NoSuchElementException.class);
        }
    }
}
