package org.newsreel.api.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.api.fixture.MadeStore;
import org.newsreel.api.fixture.RunningService;

class MediaIT {
    private static MadeStore made;
    private static String video;
    private static String picture;
    private static byte[] bytes;

    @BeforeAll
    static void start() throws Exception {
        made = RunningService.made();
        video = RunningService.shared().url() + "media/" + made.video();
        picture = RunningService.shared().url() + "media/" + made.picture();
        bytes = Files.readAllBytes(made.directory().resolveSibling("harbour.mp4"));
    }

    @Test
    void theWholeFileIsSentWithTypeTagAndLongCaching() {
        byte[] answer = given().get(video)
                .then()
                .statusCode(200)
                .contentType("video/mp4")
                .header("Accept-Ranges", "bytes")
                .header("ETag", "\"" + made.video() + "\"")
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .asByteArray();
        assertThat(answer).isEqualTo(bytes);
        given().get(picture).then().contentType("image/png");
    }

    @Test
    void headTellsLengthAndTypeWithoutTheBytes() {
        given().head(video)
                .then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(bytes.length))
                .contentType("video/mp4");
    }

    @Test
    void rangesAreCutExactly() {
        byte[] part = given().header("Range", "bytes=100-199")
                .get(video)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 100-199/" + bytes.length)
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(bytes, 100, 200));
        byte[] end = given().header("Range", "bytes=-7")
                .get(video)
                .then()
                .statusCode(206)
                .extract()
                .asByteArray();
        assertThat(end).isEqualTo(java.util.Arrays.copyOfRange(bytes, bytes.length - 7, bytes.length));
    }

    @Test
    void aRangeBehindTheEndIsRefused() {
        given().header("Range", "bytes=" + bytes.length + "-")
                .get(video)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + bytes.length)
                .contentType("application/problem+json");
    }

    @Test
    void aRangeOfAnotherVersionGetsTheWhole() {
        given().header("Range", "bytes=0-9")
                .header("If-Range", "\"other\"")
                .get(video)
                .then()
                .statusCode(200);
        given().header("Range", "bytes=0-9")
                .header("If-Range", "\"" + made.video() + "\"")
                .get(video)
                .then()
                .statusCode(206);
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        given().header("If-None-Match", "\"" + made.video() + "\"")
                .get(video)
                .then()
                .statusCode(304);
        String tag = given().get(video + "/frame?t=1").header("ETag");
        given().header("If-None-Match", tag).get(video + "/frame?t=1").then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0000000000000000000000000000000000000000000000000000000000000000", "..%2F..%2Fetc"})
    void unknownHashesAreNotFound(String hash) {
        for (String path : new String[] {hash, hash + "/frame"}) {
            given().urlEncodingEnabled(false)
                    .get(video.substring(0, video.length() - 64) + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    /** The disc's left edge is at 30 plus the frame's number, so that the picture tells which frame it is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 24, 48, 73, 149})
    void theFrameIsTheOneThatIsOnScreenThen(int frame) throws Exception {
        BufferedImage image = image(video + "/frame?t=" + frame / 25.0);
        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(180);
        assertThat(discX(image)).isCloseTo(30 + frame, within(2));
    }

    @Test
    void aCutOutIsTheBox() throws Exception {
        BufferedImage image = image(video + "/frame?t=1.92&xywh=78,58,44,44");
        assertThat(image.getWidth()).isEqualTo(44);
        assertThat(image.getHeight()).isEqualTo(44);
        assertThat(isDisc(image, 22, 22)).isTrue();
        assertThat(isDisc(image, 1, 1)).isFalse();
    }

    @Test
    void aCutOutThatSticksOutIsClipped() throws Exception {
        BufferedImage image = image(picture + "/frame?xywh=300,170,100,100");
        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(10);
    }

    @Test
    void picturesHaveOneFrame() throws Exception {
        assertThat(discX(image(picture + "/frame"))).isCloseTo(90, within(1));
        assertThat(image(picture + "/frame?xywh=percent:0,0,50,50").getWidth()).isEqualTo(160);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t=x", "t=-1", "t=NaN", "t=1e9", "xywh=1,2,3", "xywh=400,0,1,1", "xywh=0,0,0,0"})
    void badParametersAreProblemsOfOneSentence(String query) {
        given().get(video + "/frame?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    @Test
    void aFileThatCanNotBeDecodedIsAProblemAndNotAFailure() {
        given().get(video.replace(made.video(), made.broken()) + "/frame?t=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static BufferedImage image(String url) throws Exception {
        byte[] body = given().get(url)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        return ImageIO.read(new ByteArrayInputStream(body));
    }

    /** The first column from the left in which the disc is, at the height of its middle. */
    private static int discX(BufferedImage image) {
        for (int x = 0; x < image.getWidth(); x++) {
            if (isDisc(image, x, 80)) {
                return x;
            }
        }
        throw new AssertionError("no disc in the picture");
    }

    private static boolean isDisc(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 175 && color.getBlue() < 140;
    }
}
