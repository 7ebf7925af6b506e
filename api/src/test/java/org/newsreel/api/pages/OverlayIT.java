package org.newsreel.api.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.api.fixture.Documents;

/**
 * The boxes over the made video, in which a disc of 44 pixels wanders to the right by a pixel a frame, 25 frames a second;
 * its left edge is at 30 pixels in frame 0. There is a box for every 24th frame.
 */
class OverlayIT extends PageTest {
    private static final double WIDTH = 320;
    private static final double RATE = 25;
    private static final double DIAMETER = 44;

    private static double left(int frame) {
        return 30 + frame;
    }

    @ParameterizedTest
    @CsvSource({"1400, 1000", "820, 1100", "390, 844"})
    void aBoxStandsOnItsFrameAtEverySizeAfterSeeking(int width, int height) {
        page.setViewportSize(width, height);
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 2");
        for (int frame : new int[] {48, 60, 5, 120, 133, 24}) {
            // The middle of the frame's time, so that no rounding decides which one is shown.
            seek((frame + 0.5) / RATE);
            await("document.querySelectorAll('.stage .box').length === 1");
            BoundingBox video = page.locator("video").boundingBox();
            BoundingBox box = page.locator(".stage .box").boundingBox();
            double scale = video.width / WIDTH;
            assertThat(box.x - video.x).as("left edge in frame %d", frame).isCloseTo(left(frame) * scale, within(1.0));
            assertThat(box.width).isCloseTo(DIAMETER * scale, within(1.0));
            assertThat(box.y - video.y).isCloseTo(58 * scale, within(1.0));
            assertThat(discCentre())
                    .as("the disc in the pixels of frame %d", frame)
                    .isCloseTo((box.x - video.x + box.width / 2) / scale, within(1.5));
        }
    }

    /** Where the disc is in the frame that the browser shows, in the video's pixels. */
    private double discCentre() {
        return ((Number) page.evaluate("() => { const v = document.querySelector('video');"
                        + " const c = document.createElement('canvas'); c.width = v.videoWidth; c.height = v.videoHeight;"
                        + " const g = c.getContext('2d'); g.drawImage(v, 0, 0); const y = 80;"
                        + " const p = g.getImageData(0, y, c.width, 1).data; let a = 1e9, b = -1;"
                        + " for (let x = 0; x < c.width; x++) {"
                        + "   if (p[4*x] > 195 && p[4*x+1] > 140 && p[4*x+1] < 190 && p[4*x+2] < 150) { a = Math.min(a, x); b = x; } }"
                        + " return (a + b + 1) / 2; }"))
                .doubleValue();
    }

    @Test
    void aBoxKeepsUpWhileTheVideoPlays() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 2");
        @SuppressWarnings("unchecked")
        List<List<Number>> seen = (List<List<Number>>) page.evaluate("() => new Promise(done => {"
                + " const v = document.querySelector('video'), seen = []; v.muted = true;"
                + " const look = (_, f) => {"
                + "   const b = document.querySelector('.stage .box'), w = v.getBoundingClientRect();"
                + "   if (b) seen.push([f.mediaTime, (b.getBoundingClientRect().x - w.x) / w.width]);"
                + "   if (f.mediaTime > 3) { v.pause(); done(seen); } else v.requestVideoFrameCallback(look); };"
                + " v.requestVideoFrameCallback(look); v.currentTime = 0.5; v.play(); })");
        assertThat(seen).hasSizeGreaterThan(10);
        double scale = page.locator("video").boundingBox().width / WIDTH;
        for (List<Number> one : seen.subList(1, seen.size())) {
            double frame = one.get(0).doubleValue() * RATE;
            // One frame is one of the video's pixels.
            assertThat(one.get(1).doubleValue() * WIDTH).isCloseTo(30 + frame, within(1 + 1 / scale));
        }
    }

    @Test
    void aBoxStaysOnThePictureInFullScreen() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 2");
        page.locator(".full").click();
        await("document.fullscreenElement?.classList.contains('stage')");
        for (int frame : new int[] {48, 77, 5}) {
            seek((frame + 0.5) / RATE);
            await("document.querySelectorAll('.stage .box').length === 1");
            BoundingBox video = page.locator("video").boundingBox();
            BoundingBox box = page.locator(".stage .box").boundingBox();
            double scale = Math.min(video.width / WIDTH, video.height / 180);
            assertThat(scale).as("the picture is larger than on the page").isGreaterThan(2);
            double pictureX = video.x + (video.width - WIDTH * scale) / 2;
            double pictureY = video.y + (video.height - 180 * scale) / 2;
            assertThat(box.x - pictureX).isCloseTo(left(frame) * scale, within(1.0));
            assertThat(box.y - pictureY).isCloseTo(58 * scale, within(1.0));
            assertThat(box.width).isCloseTo(DIAMETER * scale, within(1.0));
            assertThat(discCentre()).isCloseTo((box.x - pictureX + box.width / 2) / scale, within(1.5));
        }
        page.evaluate("() => document.exitFullscreen()");
        await("document.fullscreenElement === null && document.querySelector('.stage').offsetWidth < 1000");
        BoundingBox video = page.locator("video").boundingBox();
        await(
                "Math.abs(document.querySelector('.stage .layer').offsetWidth - document.querySelector('video').offsetWidth) < 1");
        assertThat(page.locator(".stage .box").boundingBox().width)
                .isCloseTo(DIAMETER * video.width / WIDTH, within(1.0));
    }

    @Test
    void aBoxStaysOnAPictureOfAnotherShapeThanItsStage() {
        page.navigate(itemPage(Documents.HARBOUR));
        await("document.querySelector('video')?.readyState >= 2");
        // As in full screen: the stage has another shape than the video, which keeps its own.
        page.evaluate("() => { const s = document.querySelector('.stage').style;"
                + " s.setProperty('width', '600px'); s.setProperty('height', '600px');"
                + " const v = document.querySelector('video').style; v.setProperty('height', '600px'); }");
        seek(48.5 / RATE);
        await("Math.abs(document.querySelector('.stage .layer').getBoundingClientRect().height - 337.5) < 1");
        BoundingBox stage = page.locator(".stage").boundingBox();
        BoundingBox box = page.locator(".stage .box").boundingBox();
        assertThat(box.y - stage.y).isCloseTo((600 - 337.5) / 2 + 58 * 600 / WIDTH, within(1.0));
    }
}
