package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.api.fixture.Documents;

/** WCAG 2.2 AA as far as axe can tell, and the keyboard. */
class AccessibilityIT extends PageTest {
    private static String axe() throws IOException {
        try (InputStream in = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void check(String what) throws IOException {
        // Colours that are on their way from one to another are neither.
        await("document.getAnimations().every(a => a.playState !== 'running')");
        page.evaluate(axe());
        @SuppressWarnings("unchecked")
        List<String> violations = (List<String>)
                page.evaluate(
                        "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa',"
                                + " 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r => r.violations.map(v => v.id + ': ' +"
                                + " v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')))");
        assertThat(violations).as(what).isEmpty();
    }

    private String path(String name) {
        return switch (name) {
            case "start" -> "";
            case "find" -> "?q=ellery";
            case "item" -> "item.html?id=" + encoded(Documents.HARBOUR);
            case "picture" -> "item.html?id=" + encoded(Documents.PICTURE);
            case "why" -> whyPath();
            case "entities" -> "entity.html";
            case "entity" -> "entity.html?id=" + encoded(entity("Ellery Harbour Board"));
            case "query" -> "sparql.html#query=" + encoded("SELECT * { ?s ?p ?o } LIMIT 5");
            case "nothing" -> "why.html";
            default -> "evaluation.html#" + name;
        };
    }

    private String entity(String name) {
        return io.restassured.RestAssured.given()
                .queryParam("q", name)
                .get(url + "api/entities")
                .jsonPath()
                .getString("entities[0].id");
    }

    private String whyPath() {
        return "why.html?subject=" + encoded(entity("Mara Venn")) + "&predicate="
                + encoded("https://w3id.org/newsreel/ns#memberOf") + "&object="
                + encoded(entity("Ellery Harbour Board"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "item", "why", "entity", "query", "overview"})
    void axeFindsNothingInLightAndDark(String name) throws IOException {
        look(name, "en");
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "find, en",
        "picture, en",
        "entities, en",
        "nothing, en",
        "card=newsreel-text-en, en",
        "ablation, en",
        "curves, en",
        "benchmarks, en",
        "start, zh",
        "item, zh",
        "why, zh",
        "entity, zh",
        "query, zh",
        "ablation, zh"
    })
    void axeFindsNothingOnTheOtherPagesAndInChinese(String name, String language) throws IOException {
        look(name, language);
    }

    private void look(String name, String language) throws IOException {
        String path = path(name);
        int hash = path.indexOf('#');
        String query = hash < 0 ? path : path.substring(0, hash);
        String address = url + query + (query.contains("?") ? "&" : "?") + "lang=" + language
                + (hash < 0 ? "" : path.substring(hash));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate(address);
            assertThat(page.locator("main h1, main .notice").first()).isAttached();
            assertThat(page.locator("[aria-busy]")).hasCount(0);
            if (name.equals("item")) {
                page.locator(".statement h3 button").first().click();
            }
            check(name + " " + language + " " + scheme);
        }
    }

    @Test
    void theKeyboardComesFirstToTheContent() {
        page.navigate(url);
        assertThat(page.locator(".card")).hasCount(4);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void theInterfaceIsChineseThroughout() {
        for (String path : List.of("", "sparql.html", "evaluation.html", "entity.html", path("item"), path("why"))) {
            page.navigate(url + path + (path.contains("?") ? "&" : "?") + "lang=zh");
            assertThat(page.locator("main h1").first()).isAttached();
            assertThat(page.locator("[aria-busy]")).hasCount(0);
            @SuppressWarnings("unchecked")
            List<String> foreign = (List<String>) page.evaluate("() => [...document.querySelectorAll("
                    + "'button, label, h2, h4, th, summary, option, .notice, [aria-label], [title], [placeholder]')]"
                    + ".filter(e => !e.closest('[lang=en]') && !e.closest('.CodeMirror') && !e.closest('.chip') && !e.closest('.box') && !e.closest('[data-statement] h3') && !e.closest('.mention') && !e.closest('.said'))"
                    + ".flatMap(e => [...[...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data), e.getAttribute('aria-label'), e.title, e.placeholder])"
                    + ".filter(s => s && /[A-Za-z]{3}/.test(s) && !/\\p{Script=Han}/u.test(s))");
            foreign.removeIf(s -> List.of(
                            "English",
                            "SPARQL",
                            "CSV",
                            "JSON",
                            "TSV",
                            "XML",
                            "JSON-LD",
                            "Turtle",
                            "newsreel-text-en",
                            "newsreel-text-zh",
                            "newsreel-pair-en",
                            "newsreel-hmnet-made",
                            "looker",
                            "other-looker",
                            "tesseract-eng")
                    .contains(s.strip()));
            assertThat(foreign).as(path).allSatisfy(s -> assertThat(s)
                    .matches(".*(Mara|Venn|Port|Oake|Harbour|made-for-tests).*"));
        }
    }

    @Test
    void languageAndColoursAreKept() {
        page.navigate(url);
        page.locator(".tools button[lang=zh]").click();
        assertThat(page.locator("nav a").first()).hasText("新闻");
        page.locator(".tools button").nth(1).click();
        page.locator(".tools button").nth(1).click();
        page.navigate(url + "sparql.html");
        assertThat(page.locator("html")).hasAttribute("lang", "zh");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
}
