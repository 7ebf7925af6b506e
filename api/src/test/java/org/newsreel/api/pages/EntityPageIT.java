package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class EntityPageIT extends PageTest {
    private void open(String name) {
        page.navigate(url + "entity.html?q=" + encoded(name));
        page.locator(".chip", new Page.LocatorOptions().setHasText(name)).click();
    }

    @Test
    void anEntityLeadsToTheItemsThatStateItsFacts() {
        open("Ellery Harbour Board");
        assertThat(page.locator("h1")).hasText("Ellery Harbour Board");
        assertThat(page.locator(".relation h3").first()).containsText("member of (this is the object)");
        page.locator(".relation .source", new Page.LocatorOptions().setHasText("Port Ellery opens"))
                .click();
        assertThat(page.locator(".statement.open mark")).hasText(new String[] {"Venn", "Ellery Harbour Board"});
    }

    @Test
    void itsFacesLeadIntoTheVideo() {
        open("Mara Venn");
        assertThat(page.locator(".faces img")).hasCount(4);
        await("[...document.querySelectorAll('.faces img')].every(i => i.naturalWidth > 40)");
        page.locator(".faces a").first().click();
        await("document.querySelector('video')?.currentTime >= 0");
        assertThat(page.locator(".stage .box")).containsText("Mara Venn");
    }

    @Test
    void itsNeighboursAreDrawn() {
        open("Mara Venn");
        assertThat(page.locator(".network canvas").first()).isVisible();
        await("document.querySelector('.network').drawing.nodes().length === 3");
        page.locator(".network-bar select").selectOption("2");
        await("document.querySelector('.network').drawing.nodes().length === 4");
    }

    @Test
    void allEntitiesAreListedByKind() {
        page.navigate(url + "entity.html");
        assertThat(page.locator(".panel h2")).hasText(new String[] {"People", "Organisations", "Places", "Times"});
    }
}
