package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.kg.store.KnowledgeStore;

/** The pages of a graph that has nothing in it yet. */
class EmptyStoreIT extends PageTest {
    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        KnowledgeStore.open(folder.resolve("store")).close();
        service = RunningService.start(
                "-Dnewsreel.store=" + folder.resolve("store"), "-Dnewsreel.api-key=secret", "-Dnewsreel.key-link=true");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Override
    String service() {
        return service.url();
    }

    @Test
    void everyPageSaysWhatToDo() {
        page.navigate(url);
        assertThat(page.locator("#items .notice")).containsText("./newsreel ingest");
        assertThat(page.locator("[data-figure=items]")).hasText("0");
        assertThat(page.locator(".modellist, aside .more").first()).containsText("No model has made statements yet");
        page.navigate(url + "entity.html");
        assertThat(page.locator(".notice")).containsText("Add news on the start page");
        page.navigate(url + "?q=anything");
        assertThat(page.locator(".notice")).containsText("Try fewer or other words");
        page.navigate(url + "sparql.html#query=" + encoded("SELECT * { ?s ?p ?o }"));
        assertThat(page.locator("main")).containsText("No rows.");
        page.navigate(url + "evaluation.html");
        assertThat(page.locator("tbody").first()).isVisible();
    }

    @Test
    void aLinkBringsTheKeyAndKeepsItOutOfTheAddress() {
        page.navigate(url + "#key=secret");
        assertThat(page).hasURL(url);
        assertThat(page.locator(".tools button").first()).hasAttribute("aria-label", "API key: given");
        page.navigate(url + "entity.html");
        assertThat(page.locator(".tools button").first()).hasAttribute("aria-label", "API key: given");
    }
}
