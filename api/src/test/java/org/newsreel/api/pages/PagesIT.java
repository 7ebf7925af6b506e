package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.Documents;
import org.newsreel.api.fixture.RunningService;

/** The pages in a real browser: Debian's Chromium, or the one that CHROMIUM names. */
class PagesIT {
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private static Playwright playwright;
    private static Browser browser;
    private static String url;
    private final List<String> errors = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM),
                "The page tests are skipped: there is no browser at " + CHROMIUM
                        + " (install the package chromium, or name one in CHROMIUM).");
        url = RunningService.shared().url();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @BeforeEach
    void open() {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 1000));
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                errors.add(m.text());
            }
        });
        page.onPageError(errors::add);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static String itemPage(String id) {
        return url + "item.html?id="
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void fromTheListToTheQuoteBehindAStatement() {
        page.navigate(url);
        assertThat(page.locator(".card")).hasCount(4);
        assertThat(page.locator("#total")).hasText("4 items");
        page.locator(".card a", new Page.LocatorOptions().setHasText("Port Ellery opens"))
                .click();

        assertThat(page.locator("h1")).containsText("Port Ellery opens its ferry terminal");
        Locator statement = page.locator(".statement", new Page.LocatorOptions().setHasText("member of"));
        statement.locator("h3 button").click();
        assertThat(statement.locator("mark")).hasText(new String[] {"Venn", "Ellery Harbour Board"});
        assertThat(statement.locator(".frames figure")).hasCount(2);
        assertThat(page.locator(".article .quote")).hasText(new String[] {"Venn", "Ellery Harbour Board"});
        assertThat((String) page.evaluate("decodeURIComponent(location.hash)")).contains("statement=");
        await("[...document.querySelectorAll('.frames img')].every(i => i.naturalWidth > 0)");
        assertThat(errors).isEmpty();
    }

    @Test
    void aBoxStandsOverItsFrameAndGoesWithIt() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 2");
        seek(1.92);
        Locator box = page.locator(".stage .box");
        assertThat(box).hasCount(1);
        assertThat(box).containsText("Mara Venn");
        BoundingBox video = page.locator("video").boundingBox();
        BoundingBox seen = box.boundingBox();
        assertThat((seen.x - video.x) / video.width).isCloseTo(78 / 320.0, within(0.01));
        assertThat((seen.y - video.y) / video.height).isCloseTo(58 / 180.0, within(0.01));
        assertThat(seen.width / video.width).isCloseTo(44 / 320.0, within(0.01));
        seek(2.90);
        await("document.querySelector('.stage .box')?.getBoundingClientRect().x > " + (seen.x + 5));
        assertThat(errors).isEmpty();
    }

    /** Waits for a condition. (Playwright's own wait evaluates text in the page, which the page's policy forbids.) */
    private void await(String condition) {
        for (int i = 0; i < 200; i++) {
            if (Boolean.TRUE.equals(page.evaluate("() => Boolean(" + condition + ")"))) {
                return;
            }
            page.waitForTimeout(50);
        }
        throw new AssertionError("never became true: " + condition);
    }

    private void seek(double seconds) {
        page.evaluate(
                "t => new Promise(done => { const v = document.querySelector('video');"
                        + " v.addEventListener('seeked', done, {once: true}); v.currentTime = t; })",
                seconds);
    }

    @Test
    void aPlaceOnTheTimelineSeeksTheVideo() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 1");
        page.locator(".track").first().click(new Locator.ClickOptions().setPosition(200, 8));
        await("document.querySelector('video').currentTime > 0");
    }

    @Test
    void offsetsBehindEmojiHitTheirWords() {
        page.navigate(itemPage(Documents.HARBOUR));
        assertThat(page.locator(".article .mention")).hasText(new String[] {
            "Mara Venn",
            "Port Ellery",
            "Tuesday",
            "Venn",
            "Ellery Harbour Board",
            "Saint Brannock",
            "Friday",
            "Tomas Oake",
            "the board",
            "He",
            "Port Ellery"
        });
    }

    @Test
    void pointingAtAMentionLightsUpItsWholeChain() {
        page.navigate(itemPage(Documents.HARBOUR));
        page.locator(".article .mention").first().hover();
        assertThat(page.locator(".article .mention.lit")).hasText(new String[] {"Mara Venn", "Venn"});
        assertThat(page.locator(".chip.lit")).containsText("Mara Venn");
        page.locator(".article .mention", new Page.LocatorOptions().setHasText("Saint Brannock"))
                .click();
        assertThat(page.locator(".chip[aria-current]")).containsText("Saint Brannock");
    }

    @Test
    void aLinkToAStatementOpensIt() {
        page.navigate(itemPage(Documents.HARBOUR));
        page.locator(".statement h3 button").nth(1).click();
        String link = page.url();
        page.navigate("about:blank");
        page.navigate(link);
        assertThat(page.locator(".statement.open mark")).hasText(new String[] {"Port Ellery", "He"});
    }

    @Test
    void markupInNewsStaysText() {
        page.navigate(url);
        assertThat(page.locator(".card").last()).containsText("<img src=x onerror=");
        page.navigate(itemPage(Documents.HOSTILE));
        assertThat(page.locator("h1")).hasText(Documents.HOSTILE_HEADLINE);
        assertThat(page.locator(".article")).containsText("</p><script>");
        page.locator(".statement h3 button").first().click();
        assertThat(page.locator(".statement mark").first()).containsText("<b>Quill</b>");
        assertThat((Boolean) page.evaluate("document.body.dataset.broken === undefined"))
                .isTrue();
        assertThat((Integer)
                        page.evaluate("document.querySelectorAll('main script, main img[src=x], main b i').length"))
                .isZero();
        assertThat(errors).isEmpty();
    }

    @Test
    void picturesShowTheirBoxes() {
        page.navigate(itemPage(Documents.PICTURE));
        assertThat(page.locator(".pictures .box")).containsText("Unidentified person 1");
        assertThat(page.locator(".pictures img")).hasAttribute("alt", "Picture showing Unidentified person 1");
    }

    @Test
    void textCarriesItsLanguage() {
        page.navigate(itemPage(Documents.CHINESE));
        assertThat(page.locator(".article")).hasAttribute("lang", "zh");
        assertThat(page.locator(".article .mention")).hasText(new String[] {"林晓渡", "青屿航运公司", "白石镇"});
    }

    @Test
    void theQueryPageRunsQueriesAndPointsAtErrors() {
        page.navigate(url + "sparql.html");
        page.locator("#query").fill("SELECT ?o { ?s <https://w3id.org/newsreel/ns#memberOf> ?o }");
        page.locator("#query").press("Control+Enter");
        assertThat(page.locator(".results tbody tr")).hasCount(2);
        page.locator("#query").fill("SELECT * {\n?s ?p }");
        page.locator("#run").click();
        assertThat(page.locator("#answer [role=alert]")).containsText("line 2, column 7");
        errors.removeIf(e -> e.contains("400"));
        assertThat(errors).isEmpty();
    }

    @Test
    void everyExampleQueryRuns() {
        page.navigate(url + "sparql.html");
        int examples = (Integer) page.evaluate("document.querySelectorAll('#examples option').length - 1");
        assertThat(examples).isGreaterThan(3);
        for (int i = 0; i < examples; i++) {
            page.locator("#examples").selectOption(String.valueOf(i));
            assertThat(page.locator("#state")).containsText("row");
            assertThat(page.locator(".results tbody tr").first()).isVisible();
        }
    }

    @Test
    void anEntityLeadsToTheItemsThatStateItsFacts() {
        page.navigate(url + "entity.html?q=harbour");
        page.locator(".chip", new Page.LocatorOptions().setHasText("Ellery Harbour Board"))
                .click();
        assertThat(page.locator("h1")).hasText("Ellery Harbour Board");
        page.locator("tbody a", new Page.LocatorOptions().setHasText("Port Ellery opens"))
                .click();
        assertThat(page.locator(".statement.open mark")).hasText(new String[] {"Venn", "Ellery Harbour Board"});
        assertThat(errors).isEmpty();
    }

    @Test
    void anUnknownItemIsSaid() {
        page.navigate(itemPage("nowhere"));
        assertThat(page.locator("[role=alert]")).containsText("The store has no item");
    }
}
