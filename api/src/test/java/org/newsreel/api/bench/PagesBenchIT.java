package org.newsreel.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;

/** How soon the start page of a large store can be used, and how a large graph moves. */
@Tag("bench")
class PagesBenchIT {
    private static final int ITEMS = Integer.getInteger("items", 10_000);
    private static final int ROUNDS = 9;

    private static final String GRAPH = "CONSTRUCT { ?a <urn:to> ?b } WHERE { { SELECT DISTINCT ?a ?b WHERE {"
            + " ?a <https://w3id.org/newsreel/ns#memberOf> ?b } LIMIT 2000 } }";

    @TempDir
    private Path folder;

    @Test
    void aStartPageOfManyItemsAndAGraphOfFiveHundredNodes() throws Exception {
        long begun = System.nanoTime();
        ManyItems.into(folder, ITEMS);
        System.out.printf("%d items stored in %.0f s%n", ITEMS, (System.nanoTime() - begun) / 1e9);
        try (RunningService service = RunningService.start("-Dnewsreel.store=" + folder);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(
                                        Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                                .setArgs(List.of("--no-sandbox", "--disable-background-networking")))) {
            // A service that has just been given such a store reads it into its index once, in the background.
            long asked = System.nanoTime();
            io.restassured.RestAssured.get(service.url() + "api/overview")
                    .then()
                    .statusCode(200);
            System.out.printf("index of names made in %.1f s%n", (System.nanoTime() - asked) / 1e9);
            List<Double> usable = new ArrayList<>();
            List<Double> counted = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                Page page = browser.newContext().newPage();
                page.navigate(service.url());
                page.locator(".card").first().waitFor();
                usable.add(now(page));
                page.locator(".modellist li").first().waitFor();
                counted.add(now(page));
                page.context().close();
            }
            System.out.printf(
                    "start page of %d items: usable after %.0f ms the first time, median %.0f ms; counts after %.0f ms the"
                            + " first time, median %.0f ms%n",
                    ITEMS, usable.get(0), median(usable), counted.get(0), median(counted));
            System.out.printf(
                    "of which the service: list %s, counts %s; a page in the middle of the list %s (median of %d, ms)%n",
                    answered(service.url() + "api/items?offset=0&limit=24"),
                    answered(service.url() + "api/overview"),
                    answered(service.url() + "api/items?limit=24&offset=" + ITEMS / 2),
                    ROUNDS);
            double frames = frames(browser, service.url());
            System.out.printf("graph of 500 nodes: %.1f frames/s%n", frames);
            assertThat(frames).as("frames a second").isGreaterThanOrEqualTo(30);
            assertThat(median(usable))
                    .as("milliseconds until the start page can be used")
                    .isLessThan(1000);
        }
    }

    /** Milliseconds until an answer is there. */
    private static String answered(String url) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long asked = System.nanoTime();
            io.restassured.RestAssured.get(url).then().statusCode(200);
            times.add((System.nanoTime() - asked) / 1e6);
        }
        return String.format(java.util.Locale.ROOT, "%.0f", median(times));
    }

    /** Milliseconds since the page was asked for. */
    private static double now(Page page) {
        return ((Number) page.evaluate("() => performance.now()")).doubleValue();
    }

    /** Frames a second while the graph is moved and zoomed for three seconds. */
    private static double frames(Browser browser, String url) {
        Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 1000))
                .newPage();
        page.setDefaultTimeout(120_000);
        page.navigate(url + "sparql.html#view=graph&query="
                + java.net.URLEncoder.encode(GRAPH, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("+", "%20"));
        page.locator(".network canvas").first().waitFor();
        page.waitForTimeout(1500);
        int nodes = (Integer) page.evaluate("() => document.querySelector('.network').drawing.nodes().length");
        assertThat(nodes).isEqualTo(500);
        return ((Number)
                        page.evaluate(
                                "() => new Promise(done => { const d = document.querySelector('.network').drawing;"
                                        + " const begun = performance.now(); let frames = 0; const step = () => {"
                                        + " frames++; const a = frames / 10;"
                                        + " d.panBy({x: 6 * Math.cos(a), y: 6 * Math.sin(a)}); if (frames % 5 === 0) d.zoom(d.zoom() * (frames % 2 ? 1.01 : 1 / 1.01));"
                                        + " const t = performance.now() - begun;"
                                        + " if (t > 3000) done(1000 * frames / t); else requestAnimationFrame(step); }; requestAnimationFrame(step); })"))
                .doubleValue();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
