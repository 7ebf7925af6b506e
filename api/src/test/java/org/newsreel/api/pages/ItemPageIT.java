package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.Documents;

class ItemPageIT extends PageTest {
    @Test
    void fromTheListToTheQuoteBehindAStatement() {
        page.navigate(url);
        assertThat(page.locator(".card")).hasCount(4);
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
    }

    @Test
    void aPlaceOnTheTimelineSeeksTheVideo() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 1");
        page.locator(".track").first().click(new Locator.ClickOptions().setPosition(200, 8));
        await("document.querySelector('video').currentTime > 0");
    }

    @Test
    void aKeyFrameSeeksTheVideoToItsTime() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 1");
        page.locator(".strip button").nth(2).click();
        await("Math.abs(document.querySelector('video').currentTime - 1.92) < 0.01");
        assertThat(page.locator(".strip img").first()).hasAttribute("alt", "0:00: Mara Venn");
    }

    @Test
    void theKeyboardMovesThroughTheVideo() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 1");
        page.locator("input.seek").focus();
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("ArrowRight");
        }
        await("document.querySelector('video').currentTime > 0.15");
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
    void pointingAtAMentionLightsUpItsWholeChainAndItsBoxes() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 2");
        seek(1.92);
        page.locator(".article .mention").first().hover();
        assertThat(page.locator(".article .mention.lit")).hasText(new String[] {"Mara Venn", "Venn"});
        assertThat(page.locator(".chip.lit")).containsText("Mara Venn");
        assertThat(page.locator(".stage .box.lit")).containsText("Mara Venn");
        page.locator(".article .mention", new Page.LocatorOptions().setHasText("Saint Brannock"))
                .click();
        assertThat(page.locator(".chip[aria-current]")).containsText("Saint Brannock");
        assertThat(page.locator(".stage .box.dim")).hasCount(1);
        page.goBack();
        assertThat(page.locator(".chip[aria-current]")).hasCount(0);
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
    void aLinkToAMomentShowsIt() {
        page.navigate(itemPage(Documents.HARBOUR) + "#t=3.84");
        await("Math.abs(document.querySelector('video')?.currentTime - 3.84) < 0.01");
        assertThat(page.locator(".stage .box")).containsText("Mara Venn");
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
        page.locator(".statement .button.primary").click();
        assertThat(page.locator(".said mark").first()).containsText("<b>Quill</b>");
        assertThat((Boolean) page.evaluate("document.body.dataset.broken === undefined"))
                .isTrue();
        assertThat((Integer)
                        page.evaluate("document.querySelectorAll('main script, main img[src=x], main mark b').length"))
                .isZero();
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
    void anUnknownItemIsSaidWithAWayOut() {
        page.navigate(itemPage("nowhere"));
        assertThat(page.locator("[role=alert]")).containsText("The store has no item");
        assertThat(page.locator("[role=alert] a")).hasAttribute("href", "./");
        expect("404");
    }
}
