package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.api.fixture.Documents;

/**
 * Where networks looked when they claimed the first relation of {@link Documents#HARBOUR}: one at the right bottom of the
 * frame of the first box, the other at a frame on which no evidence lies.
 */
class HeatMapIT extends PageTest {
    private void openWhy() {
        page.navigate(itemPage(Documents.HARBOUR));
        page.locator(".statement h3 button").first().click();
        page.locator(".statement.open .button.primary").click();
        page.waitForURL("**/why.html**");
        await("document.querySelectorAll('.framed img').length === 3"
                + " && [...document.querySelectorAll('.framed img')].every(i => i.naturalWidth === 320)");
    }

    @ParameterizedTest
    @CsvSource({"1400, 1000", "390, 844"})
    void aMapLiesOverItsFrame(int width, int height) {
        page.setViewportSize(width, height);
        openWhy();
        assertThat(page.locator("canvas.heat")).hasCount(2);
        for (Locator map : page.locator("canvas.heat").all()) {
            BoundingBox over = map.boundingBox();
            BoundingBox picture = map.locator("xpath=..").locator("img").boundingBox();
            assertThat(over.x).isCloseTo(picture.x, within(1.0));
            assertThat(over.y).isCloseTo(picture.y, within(1.0));
            assertThat(over.width).isCloseTo(picture.width, within(1.0)).isGreaterThan(200);
            assertThat(over.height).isCloseTo(picture.height, within(1.0));
            assertThat(over.width / over.height).isCloseTo(320 / 180.0, within(0.02));
        }
        assertThat(page.locator("canvas.heat").first())
                .hasAttribute(
                        "aria-label", "Heat map of looker, strongest at 75 % from the left and 75 % from the top");
    }

    @Test
    void itsCellsAreThoseOfTheNetwork() {
        openWhy();
        @SuppressWarnings("unchecked")
        List<Integer> alphas = (List<Integer>) page.evaluate("() => [...document.querySelectorAll('canvas.heat')]"
                + ".flatMap(c => [...c.getContext('2d').getImageData(0, 0, 2, 2).data].filter((_, i) => i % 4 === 3))");
        assertThat(alphas).containsExactly(57, 0, 0, 170, 0, 85, 170, 0);
    }

    @Test
    void theKeyboardSwitchesItOffAndFadesIt() {
        openWhy();
        Locator map = page.locator("canvas.heat").first();
        Locator on = page.locator(".heatbar input[type=checkbox]").first();
        Locator depth = page.locator(".heatbar input[type=range]").first();
        assertThat(page.locator(".heatbar").first()).containsText("where looker looked");
        assertThat(map).isVisible();
        depth.focus();
        page.keyboard().press("Home");
        assertThat(map).hasCSS("opacity", "0.1");
        page.keyboard().press("ArrowRight");
        assertThat(map).hasCSS("opacity", "0.15");
        page.keyboard().press("Shift+Tab");
        assertThat(on).isFocused();
        page.keyboard().press("Space");
        assertThat(map).isHidden();
        assertThat(depth).isDisabled();
        page.keyboard().press("Space");
        assertThat(map).isVisible();
    }

    @Test
    void aFrameThatIsNoEvidenceOfItsOwnIsShownToo() {
        openWhy();
        Locator alone = page.locator(".said .frames.large").nth(1).locator("figure");
        assertThat(alone).hasCount(1);
        assertThat(alone).containsText("0:02.88");
        alone.locator(".watch").click();
        page.waitForURL("**/item.html**");
        await("Math.abs(document.querySelector('video')?.currentTime - 2.88) < 0.01");
    }
}
