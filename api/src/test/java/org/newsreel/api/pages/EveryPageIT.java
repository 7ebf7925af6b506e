package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.api.fixture.Documents;

/** What holds for every page: its address, narrow screens, paper, waiting and failing. */
class EveryPageIT extends PageTest {
    private static final String QUERY = "SELECT * { ?s ?p ?o } LIMIT 5";

    private String path(String name) {
        return switch (name) {
            case "start" -> "";
            case "find" -> "?q=ellery";
            case "item" -> "item.html?id=" + encoded(Documents.HARBOUR);
            case "hostile" -> "item.html?id=" + encoded(Documents.HOSTILE);
            case "chinese" -> "item.html?id=" + encoded(Documents.CHINESE) + "&lang=zh";
            case "picture" -> "item.html?id=" + encoded(Documents.PICTURE);
            case "why" ->
                "why.html?subject=" + encoded(entity("Mara Venn")) + "&predicate="
                        + encoded("https://w3id.org/newsreel/ns#memberOf") + "&object="
                        + encoded(entity("Ellery Harbour Board"));
            case "entities" -> "entity.html";
            case "entity" -> "entity.html?id=" + encoded(entity("Ellery Harbour Board"));
            case "query" -> "sparql.html#query=" + encoded(QUERY);
            default -> "evaluation.html#" + name;
        };
    }

    private String entity(String name) {
        return RestAssured.given()
                .queryParam("q", name)
                .get(url + "api/entities")
                .jsonPath()
                .getString("entities[0].id");
    }

    private void open(String name) {
        page.navigate(url + path(name));
        assertThat(page.locator("main h1, main .notice, main .panel").first()).isAttached();
        assertThat(page.locator("[aria-busy]")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "find",
                "item",
                "hostile",
                "chinese",
                "picture",
                "why",
                "entities",
                "entity",
                "query",
                "overview",
                "ablation",
                "curves",
                "card=newsreel-text-en",
                "benchmarks"
            })
    void aPhoneNeverScrollsSideways(String name) {
        for (int width : new int[] {390, 320}) {
            page.setViewportSize(width, 844);
            open(name);
            if (name.equals("item") || name.equals("hostile")) {
                page.locator(".statement h3 button").first().click();
            }
            if (name.equals("query")) {
                assertThat(page.locator(".results")).isVisible();
            }
            @SuppressWarnings("unchecked")
            List<String> wide =
                    (List<String>) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth ? []"
                            + " : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                            + ".map(e => e.tagName + '.' + e.className).slice(0, 8)");
            assertThat(wide).as("%s at %d", name, width).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "item, .article, Mara Venn",
        "why, .said blockquote, who leads the Ellery Harbour Board",
        "entity, .relation, member of",
        "ablation, main, F1"
    })
    void paperHasWhatCountsAndNoButtons(String name, String place, String words) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        context.addInitScript("localStorage.setItem('newsreel.theme', 'dark')");
        open(name);
        if (name.equals("item")) {
            page.locator(".statement h3 button").first().click();
            assertThat(page.locator(".statement.open .quotes mark").first()).isVisible();
        }
        for (String hidden : List.of(".masthead nav", ".masthead .search", ".masthead .tools", ".footer")) {
            assertThat(page.locator(hidden)).isHidden();
        }
        assertThat(page.locator(".button:visible")).hasCount(0);
        assertThat(page.locator(place).first()).containsText(words);
        assertThat(page.locator(place).first()).isVisible();
        if (name.equals("why")) {
            assertThat(page.locator(".said .weight").first()).isVisible();
            assertThat(page.locator(".framed img").first()).isVisible();
        }
        // Black on white, whatever colours the screen has.
        assertThat((String) page.evaluate("getComputedStyle(document.querySelector('.panel')).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        byte[] pdf = page.pdf();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf).hasSizeGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "find, .factlist a.s, h1, Results for",
        "item, .entities .chip, .statement, member of",
        "why, .watch, h1, Mara Venn member of",
        "entities, .chip, h1, Entities",
        "entity, .relation a, h1, Ellery Harbour Board",
        "query, .masthead nav a, .results, Mara",
        "card=newsreel-text-en, .eval > nav a, .prose h2, newsreel-text-en"
    })
    void anAddressBringsBackWhatItShowedAndSoDoesTheBackButton(String name, String away, String place, String words) {
        if (name.equals("query")) {
            page.navigate(
                    url + "sparql.html#query="
                            + encoded(
                                    "SELECT ?n { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?n FILTER(STRSTARTS(?n, \"Mara\")) }"));
        } else {
            open(name);
        }
        assertThat(page.locator(place).first()).containsText(words);
        String address = page.url();
        page.locator(away).first().click();
        page.waitForURL(to -> !to.equals(address));
        page.goBack();
        assertThat(page.locator(place).first()).containsText(words);
        assertThat(page).hasURL(address);
        // And in another tab.
        Page other = context.newPage();
        other.navigate(address);
        assertThat(other.locator(place).first()).containsText(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "find", "item", "why", "entities", "entity", "overview"})
    void waitingIsShownAndEndsByItself(String name) {
        String path = path(name);
        List<Route> held = new ArrayList<>();
        List<Boolean> open = new ArrayList<>(List.of(false));
        page.route(
                address -> address.contains("/api/") || address.endsWith("/sparql") || address.endsWith("models.json"),
                route -> {
                    if (open.get(0)) {
                        route.resume();
                    } else {
                        held.add(route);
                    }
                });
        page.navigate(url + path);
        if (!name.equals("overview")) {
            assertThat(page.locator("main .loading").first()).containsText("Loading");
        }
        open.set(0, true);
        held.forEach(Route::resume);
        assertThat(page.locator("main .loading")).hasCount(0);
        assertThat(page.locator("main .card, main .panel, main .chip").first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "find", "item", "why", "entities", "entity", "query"})
    void aServiceThatIsSilentIsSaidWithWhatToDo(String name) {
        String path = path(name);
        page.route(address -> address.contains("/api/") || address.endsWith("/sparql"), Route::abort);
        page.navigate(url + path);
        Locator alert = page.locator("main [role=alert]").first();
        assertThat(alert).containsText("Start it with ./newsreel serve");
        expect("Failed to load resource");
        expect("net::");
    }

    @Test
    void whatIsNotThereIsSaidWithAWayOn() {
        page.navigate(url + "item.html");
        assertThat(page.locator(".notice a")).hasAttribute("href", "./");
        page.navigate(
                url
                        + "why.html?subject=https%3A%2F%2Fx.example%2Fa&predicate=https%3A%2F%2Fx.example%2Fb&object=https%3A%2F%2Fx.example%2Fc");
        assertThat(page.locator("main")).containsText("No item in the graph states this");
        page.navigate(url + "entity.html?id=https%3A%2F%2Fx.example%2Fa");
        assertThat(page.locator("[role=alert] a")).hasAttribute("href", "entity.html");
        page.navigate(url + "?offset=480");
        assertThat(page.locator(".notice a").first()).hasAttribute("href", "./");
        page.navigate(url + "entity.html?q=zzzzqq");
        assertThat(page.locator(".notice")).containsText("No entity has these words");
        expect("404");
    }
}
