package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class StartPageIT extends PageTest {
    @Test
    void whatIsInTheGraphIsCounted() {
        page.navigate(url);
        assertThat(page.locator("[data-figure=items]")).hasText("4");
        assertThat(page.locator("[data-figure=facts]")).hasText("5");
        assertThat(page.locator(".modellist li")).containsText(new String[] {"made-for-tests"});
        assertThat(page.locator(".card").first()).containsText("Port Ellery opens");
    }

    @Test
    void aSearchFindsEntitiesFactsAndItems() {
        page.navigate(url);
        page.locator(".masthead input[name=q]").fill("ellery harbour");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Results for “ellery harbour”");
        assertThat(page.locator(".chip")).hasText(new String[] {"Ellery Harbour Board"});
        assertThat(page.locator(".factlist li"))
                .containsText(new String[] {"Mara Venn member of Ellery Harbour Board"});
        assertThat(page.locator(".card")).hasCount(1);
    }

    @Test
    void factsAreFoundByTheirRelationInBothLanguages() {
        page.navigate(url + "?q=residence");
        assertThat(page.locator(".factlist li")).containsText(new String[] {"Tomas Oake residence Port Ellery"});
        page.navigate(url + "?q=居住&lang=zh");
        assertThat(page.locator(".factlist li")).containsText(new String[] {"Tomas Oake 居住地 Port Ellery"});
    }

    @Test
    void aSearchWithoutResultsSaysWhatToDo() {
        page.navigate(url + "?q=zzzz");
        assertThat(page.locator(".notice")).containsText("Try fewer or other words");
        assertThat(page.locator(".notice a").first()).hasAttribute("href", "entity.html");
    }

    @Test
    void anUploadAsksForAKeyFirst() {
        page.navigate(url);
        page.locator("textarea").fill("Words.");
        page.locator(".upload .primary").click();
        assertThat(page.locator("dialog")).containsText("newsreel keys create");
        page.locator("dialog input").fill("wrong-key");
        page.locator("dialog .primary").click();
        // It was not taken, so the page asks again.
        assertThat(page.locator("dialog")).isVisible();
        page.locator("dialog button", new Page.LocatorOptions().setHasText("Forget"))
                .click();
        assertThat(page.locator(".upload [role=alert]")).containsText("key");
        expect("401");
    }

    @Test
    void nothingToUploadIsSaid() {
        page.navigate(url);
        page.locator(".upload .primary").click();
        assertThat(page.locator(".upload [role=status]")).hasText("Choose files or paste a text first.");
    }
}
