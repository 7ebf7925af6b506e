package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.Documents;

/** The three subtitles of {@link Documents#HARBOUR}'s video. */
class SubtitlesIT extends PageTest {
    private void openItem() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 2 && document.querySelectorAll('.cues li').length === 3");
    }

    private Locator current() {
        return page.locator(".cues li[aria-current]");
    }

    @Test
    void theyStandBesideTheVideoAsText() {
        openItem();
        assertThat(page.locator(".cues header")).containsText("3 lines");
        assertThat(page.locator(".cues p").first()).hasText("Mara Venn opened the terminal.");
        // Escapes are undone, and markup stays words.
        assertThat((String) page.locator(".cues p").nth(1).evaluate("p => p.innerText"))
                .isEqualTo("Tomas Oake & <others>\nwere there.");
        assertThat(page.locator(".cues p").nth(2)).hasText("The boat to Saint Brannock 🚢 sails.");
    }

    @Test
    void theirMentionsAreThoseOfTheText() {
        openItem();
        assertThat(page.locator(".cues .mention")).hasText(new String[] {"Mara Venn", "Tomas Oake", "Saint Brannock"});
        page.locator(".cues .mention").first().hover();
        assertThat(page.locator(".article .mention.lit")).hasText(new String[] {"Mara Venn", "Venn"});
        page.locator(".cues .mention").nth(2).click();
        assertThat(page.locator(".chip[aria-current]")).containsText("Saint Brannock");
        assertThat(page.locator(".cues .mention.lit")).hasText("Saint Brannock");
    }

    @Test
    void theCurrentOneIsMarkedWhileSeekingAndAClickSeeks() {
        openItem();
        assertThat(current()).hasCount(0);
        seek(1.0);
        assertThat(current()).containsText("Mara Venn opened");
        seek(2.0);
        assertThat(current()).containsText("Tomas Oake");
        seek(3.8);
        assertThat(current()).hasCount(0);
        page.locator(".cues li").nth(2).click();
        await("document.querySelector('video').currentTime >= 4 && document.querySelector('video').currentTime < 4.2");
        assertThat(current()).containsText("The boat");
        page.locator(".cues button").first().focus();
        page.keyboard().press("Enter");
        await("Math.abs(document.querySelector('video').currentTime - 0.55) < 0.01");
        assertThat(current()).containsText("Mara Venn opened");
    }

    @Test
    void theCurrentOneIsMarkedWhileTheVideoPlays() {
        openItem();
        @SuppressWarnings("unchecked")
        List<List<Object>> seen = (List<List<Object>>) page.evaluate("() => new Promise(done => {"
                + " const v = document.querySelector('video'), seen = []; v.muted = true;"
                + " const look = (_, f) => {"
                + "   seen.push([f.mediaTime, document.querySelector('.cues li[aria-current] .when')?.textContent ?? '']);"
                + "   if (f.mediaTime > 2.6) { v.pause(); done(seen); } else v.requestVideoFrameCallback(look); };"
                + " v.requestVideoFrameCallback(look); v.currentTime = 1.4; v.play(); })");
        assertThat(seen).hasSizeGreaterThan(5);
        for (List<Object> one : seen.subList(1, seen.size())) {
            double time = ((Number) one.get(0)).doubleValue();
            assertThat(one.get(1)).as("at %s s", time).isEqualTo(time < 2 ? "0:01" : "0:02");
        }
    }

    @Test
    void theyCanLieOverThePicture() {
        openItem();
        assertThat((String) page.evaluate("document.querySelector('video').textTracks[0].mode"))
                .isEqualTo("hidden");
        page.locator(".cues header input").focus();
        page.keyboard().press("Space");
        assertThat((String) page.evaluate("document.querySelector('video').textTracks[0].mode"))
                .isEqualTo("showing");
        seek(1.0);
        await("document.querySelector('video').textTracks[0].activeCues.length === 1");
        assertThat((String) page.evaluate("document.querySelector('video').textTracks[0].activeCues[0].text"))
                .startsWith("Mara Venn opened");
        // As the player's own menu does it.
        page.evaluate("() => { document.querySelector('video').textTracks[0].mode = 'disabled'; }");
        assertThat(page.locator(".cues header input")).not().isChecked();
        seek(2.5);
        assertThat(current()).containsText("Tomas Oake");
    }
}
