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
        ManyItems.into(folder, ITEMS);
        try (RunningService service = RunningService.start("-Dnewsreel.store=" + folder);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(
                                        Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                                .setArgs(List.of("--no-sandbox", "--disable-background-networking")))) {
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
            System.out.printf("graph of 500 nodes: median %.1f frames/s%n", frames(browser, service.url()));
            assertThat(usable).hasSize(ROUNDS);
        }
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
