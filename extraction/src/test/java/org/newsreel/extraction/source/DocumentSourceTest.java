package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.ontology.claim.MediaKind;

/** ninjs, NewsML-G2, HTML, RSS and Atom, each recognised by its content. */
class DocumentSourceTest {
    @TempDir
    Path root;

    private List<SourceEvent> read(String name, String content) throws IOException {
        List<SourceEvent> events = new ArrayList<>();
        try (ItemSource source = Sources.open(Files.writeString(root.resolve(name), content), Optional.empty())) {
            source.forEachRemaining(events::add);
        }
        return events;
    }

    private ItemRead only(String name, String content) throws IOException {
        List<SourceEvent> events = read(name, content);
        assertThat(events).singleElement().isInstanceOf(ItemRead.class);
        return (ItemRead) events.get(0);
    }

    private String failure(String name, String content) throws IOException {
        List<SourceEvent> events = read(name, content);
        assertThat(events).singleElement().isInstanceOf(ItemFailed.class);
        return ((ItemFailed) events.get(0)).sentence();
    }

    private void lies(String name) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), "bytes of " + name);
    }

    @Test
    void readsNinjsOfVersion1WithItsLargestPictureThatIsHere() throws IOException {
        lies("large.jpg");
        lies("small.jpg");
        ItemRead read = only(
                "a.json",
                """
                {"uri": "http://news.example/1", "language": "en-GB", "headline": "Ferry sails", "body_text": "It sails.",
                 "versioncreated": "2026-03-01T10:00:00Z", "copyrightholder": "Courier",
                 "associations": {"main": {"type": "picture", "renditions": {
                    "s": {"href": "small.jpg", "width": 10, "height": 10},
                    "l": {"href": "https://cdn.example/x/large.jpg?v=2", "width": 90, "height": 90}}}}}
                """);

        NewsItem item = read.item();
        assertThat(item.id()).isEqualTo("http://news.example/1");
        assertThat(item.url()).contains("http://news.example/1");
        assertThat(item.language()).contains("en-GB");
        assertThat(item.headline()).contains("Ferry sails");
        assertThat(item.published()).contains("2026-03-01T10:00:00Z");
        assertThat(item.source()).contains("Courier");
        assertThat(item.text()).isEqualTo("It sails.");
        assertThat(item.media()).singleElement().satisfies(medium -> {
            assertThat(medium.id()).isEqualTo("p0");
            assertThat(medium.name()).isEqualTo("large.jpg");
        });
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsNinjsOfVersion2() throws IOException {
        NewsItem item = only(
                        "a.json",
                        """
                        [{"uri": "urn:n:2", "headlines": [{"value": "Other"}, {"role": "main", "value": "Main"}],
                          "contentcreated": "2026-03-01T10:00:00+01:00",
                          "bodies": [{"contenttype": "text/html", "value": "<p>One &amp; two.</p><p>Three.</p>"}]}]
                        """)
                .item();

        assertThat(item.headline()).contains("Main");
        assertThat(item.text()).isEqualTo("One & two.\n\nThree.");
    }

    @Test
    void leavesOutWithANoteWhatIsWrongInAField() throws IOException {
        ItemRead read = only(
                "a.json",
                """
                {"uri": "u", "body_text": "Words.", "language": "not a language", "firstcreated": "yesterday",
                 "renditions": {"x": {"href": "../outside.jpg"}}}
                """);

        assertThat(read.item().language()).isEmpty();
        assertThat(read.item().published()).isEmpty();
        assertThat(read.warnings())
                .anyMatch(note -> note.contains("the language \"not a language\""))
                .anyMatch(note -> note.contains("the date \"yesterday\""))
                .anyMatch(note -> note.contains("../outside.jpg is left out"));
    }

    @Test
    void neverReadsWhatLiesOutsideTheDocumentsFolder() throws IOException {
        Path inner = Files.createDirectory(root.resolve("inner"));
        lies("secret.jpg");
        Files.createSymbolicLink(inner.resolve("link.jpg"), root.resolve("secret.jpg"));
        for (String href :
                List.of("../secret.jpg", root.resolve("secret.jpg").toString(), "link.jpg", "%2e%2e/secret.jpg")) {
            List<SourceEvent> events = read(
                    "inner/a.json",
                    "{\"uri\": \"u\", \"body_text\": \"x\", \"renditions\": {\"a\": {\"href\": \"" + href + "\"}}}");
            assertThat(((ItemRead) events.get(0)).item().media()).as(href).isEmpty();
        }
    }

    @Test
    void readsANewsMessageOfNewsmlWithAVideoUnderTheNameItWasSentWith() throws IOException {
        lies("video-000.mp4");
        lies("video-000.srt");
        Files.writeString(root.resolve("names.json"), "{\"video-000.mp4\": \"report.mp4\"}");
        NewsItem item = only(
                        "a.xml",
                        """
                        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
                          <newsItem guid="urn:newsml:courier:20260301:7" version="2">
                            <itemMeta><provider><name>Courier</name></provider>
                              <versionCreated>2026-03-01T10:00:00Z</versionCreated></itemMeta>
                            <contentMeta><language tag="en"/><headline>Ferry sails</headline></contentMeta>
                            <contentSet><inlineXML contenttype="application/xhtml+xml">
                              <html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head>
                              <body><p>One.</p><div><p>Two <b>bold</b>.</p></div></body></html></inlineXML>
                              <remoteContent href="media/report.mp4"/></contentSet>
                          </newsItem></itemSet></newsMessage>
                        """)
                .item();

        assertThat(item.id()).isEqualTo("urn:newsml:courier:20260301:7");
        assertThat(item.source()).contains("Courier");
        assertThat(item.language()).contains("en");
        assertThat(item.text()).isEqualTo("One.\n\nTwo bold.");
        assertThat(item.media()).singleElement().satisfies(medium -> {
            assertThat(medium.kind()).isEqualTo(MediaKind.VIDEO);
            assertThat(medium.name()).isEqualTo("report.mp4");
            assertThat(medium.subtitles()).isPresent();
        });
    }

    @Test
    void readsJsonLdAndTakesTheWordsFromThePageWhenItDoesNotRepeatThem() throws IOException {
        NewsItem item = only(
                        "a.html",
                        """
                        <!DOCTYPE html><html lang="en"><head><script type="application/ld+json">{broken</script>
                        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
                          {"@type": "Organization", "name": "x"},
                          {"@type": ["NewsArticle"], "headline": "Ferry sails", "datePublished": "2026-03-01",
                           "publisher": {"@type": "Organization", "name": "Courier"}, "url": "https://n.example/1"}]}
                        </script></head><body><nav>Menu</nav><article><h2>Head</h2><p>One&nbsp;<i>two</i>.</p>
                        <script>no()</script><p>Three.</p></article></body></html>
                        """)
                .item();

        assertThat(item.id()).isEqualTo("https://n.example/1");
        assertThat(item.source()).contains("Courier");
        assertThat(item.language()).contains("en");
        assertThat(item.text()).isEqualTo("Head\n\nOne two.\n\nThree.");
    }

    @Test
    void readsMicrodata() throws IOException {
        NewsItem item = only(
                        "a.html",
                        """
                        <html><body><div itemscope itemtype="https://schema.org/NewsArticle">
                        <h1 itemprop="headline">Ferry sails</h1><time itemprop="datePublished" datetime="2026-03-01">1 March</time>
                        <div itemprop="articleBody"><p>One.</p><p>Two.</p></div></div></body></html>
                        """)
                .item();

        assertThat(item.headline()).contains("Ferry sails");
        assertThat(item.published()).contains("2026-03-01");
        assertThat(item.text()).isEqualTo("One.\n\nTwo.");
        assertThat(item.id()).startsWith("document-");
    }

    @Test
    void readsRssWithItsEnclosuresAndRefusesAnIdThatComesTwice() throws IOException {
        lies("one.mp4");
        List<SourceEvent> events = read(
                "feed.xml",
                """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Courier</title><language>en</language>
                <item><guid>g1</guid><title>One</title><pubDate>Sun, 01 Mar 2026 10:00:00 +0100</pubDate>
                  <description>Short.</description><content:encoded><![CDATA[<p>Long &amp; full.</p>]]></content:encoded>
                  <enclosure url="https://cdn.example/one.mp4" type="video/mp4" length="1"/></item>
                <item><guid>g1</guid><title>Again</title><description>Again.</description></item>
                <item><guid>g2</guid><title>Empty</title></item></channel></rss>
                """);

        assertThat(events).hasSize(3);
        NewsItem first = ((ItemRead) events.get(0)).item();
        assertThat(first.text()).isEqualTo("Long & full.");
        assertThat(first.published()).contains("2026-03-01T10:00+01:00");
        assertThat(first.source()).contains("Courier");
        assertThat(first.media()).singleElement().extracting(MediaFile::name).isEqualTo("one.mp4");
        assertThat(((ItemFailed) events.get(1)).sentence()).contains("g1, which an item before it has");
        assertThat(((ItemFailed) events.get(2)).sentence()).contains("neither words nor videos");
    }

    @Test
    void readsAtom() throws IOException {
        NewsItem item = only(
                        "feed.xml",
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title><entry>
                        <id>urn:e:1</id><title>One</title><updated>2026-03-01T10:00:00Z</updated>
                        <link href="https://n.example/1"/><content type="html">&lt;p&gt;Words.&lt;/p&gt;</content></entry></feed>
                        """)
                .item();

        assertThat(item.id()).isEqualTo("urn:e:1");
        assertThat(item.url()).contains("https://n.example/1");
        assertThat(item.language()).contains("en");
        assertThat(item.text()).isEqualTo("Words.");
    }

    @Test
    void refusesDocumentTypesAndWithThemEntities() throws IOException {
        Files.writeString(root.resolve("secret"), "hidden");
        assertThat(failure(
                        "a.xml",
                        "<!DOCTYPE newsItem [<!ENTITY x SYSTEM 'secret'>]><newsItem guid='a'><contentSet><inlineData>&x;"
                                + "</inlineData></contentSet></newsItem>"))
                .contains("leave out the DOCTYPE")
                .doesNotContain("hidden");
        assertThat(failure("b.xml", "<newsItem guid='a'><contentSet>")).contains("can't be read as XML at line 1");
    }

    @Test
    void theSameDocumentHasTheSameIdAndVersion() throws IOException {
        String page = "<html><article itemscope itemtype='http://schema.org/Article'><p>Words.</p></article></html>";
        NewsItem one = only("a.html", page).item();
        NewsItem two = only("b.html", page).item();

        assertThat(one.id()).isEqualTo(two.id());
        assertThat(one.version()).isEqualTo(two.version());
    }
}
