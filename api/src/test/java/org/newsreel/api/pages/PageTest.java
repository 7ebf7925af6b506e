package org.newsreel.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.newsreel.api.fixture.RunningService;

/** A page of the built service in a real browser. Whatever the browser complains of fails the test. */
abstract class PageTest {
    final List<String> errors = new ArrayList<>();
    String url;
    BrowserContext context;
    Page page;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    @BeforeEach
    void open() throws Exception {
        Browser browser = Chromium.shared();
        url = service();
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1400, 1000).setLocale("en-GB"));
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                errors.add(m.text());
            }
        });
        page.onPageError(errors::add);
    }

    /** The address of the service that the test looks at. */
    String service() throws Exception {
        return RunningService.shared().url();
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
        assertThat(errors).isEmpty();
    }

    /** Some refusals are what a test is about: the browser's own note of them is no fault. */
    void expect(String error) {
        errors.removeIf(e -> e.contains(error));
    }

    String itemPage(String id) {
        return url + "item.html?id=" + encoded(id);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Waits for a condition, also over the change to another page. (Playwright's own wait evaluates text in the page, which
     * the page's policy forbids.)
     */
    void await(String condition) {
        // The first frame of a service loads the decoder, and other programs may keep the machine busy.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < end) {
            try {
                if (Boolean.TRUE.equals(page.evaluate("() => Boolean(" + condition + ")"))) {
                    return;
                }
            } catch (PlaywrightException e) {
                // The page that was asked has just been left: the next one is.
                if (!e.getMessage().contains("navigation") && !e.getMessage().contains("context")) {
                    throw e;
                }
            }
            page.waitForTimeout(50);
        }
        throw new AssertionError("never became true: " + condition);
    }

    void seek(double seconds) {
        page.evaluate(
                "t => new Promise(done => { const v = document.querySelector('video');"
                        + " const shown = () => requestAnimationFrame(() => requestAnimationFrame(done));"
                        + " v.addEventListener('seeked', shown, {once: true}); v.currentTime = t; })",
                seconds);
    }

    /** Gives the page the key that it would else ask for. */
    void giveKey(String key) {
        context.addInitScript("sessionStorage.setItem('newsreel.key', '" + key + "')");
    }
}
