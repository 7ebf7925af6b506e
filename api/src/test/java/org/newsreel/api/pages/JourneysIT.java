package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.MadeStore;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.fixture.ScriptedWorker;

/** Whole ways through the pages, on a service of their own because they change the graph. */
class JourneysIT extends PageTest {
    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        MadeStore made = MadeStore.in(folder);
        service = RunningService.start(
                "-Dnewsreel.store=" + made.directory(),
                "-Dnewsreel.api-key=" + RunningService.KEY,
                ScriptedWorker.option());
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
    void fromAnUploadToItsEvidence() {
        page.navigate(url);
        page.locator(".upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "article.txt",
                        "text/plain",
                        "Word came on Monday. Edda Quist works for Halden Ferries.\n"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".chosen")).containsText("article.txt");
        page.locator(".upload input.field").fill("Quist goes to sea");
        page.locator(".upload .primary").click();
        page.locator("dialog input").fill(RunningService.KEY);
        page.locator("dialog .primary").click();
        assertThat(page.locator(".job .tag")).hasText("done");
        assertThat(page.locator(".stages progress").last()).hasJSProperty("value", 1);
        page.locator(".job a").click();

        assertThat(page.locator("h1")).hasText("Quist goes to sea");
        page.locator(".statement h3 button").click();
        assertThat(page.locator(".statement mark")).hasText(new String[] {"Edda Quist", "Halden Ferries"});
        page.locator(".statement .button.primary").click();
        assertThat(page.locator("h1")).hasText("Edda Quist member of Halden Ferries");
        assertThat(page.locator(".said blockquote").first())
                .hasText("Word came on Monday. Edda Quist works for Halden Ferries.");
        assertThat(page.locator(".said .weight").first()).containsText("weight 0.60");
    }

    @Test
    void fromASearchToWhyAndIntoTheVideo() {
        page.navigate(url);
        page.locator(".masthead input[name=q]").fill("venn");
        page.keyboard().press("Enter");
        page.locator(".factlist li", new Page.LocatorOptions().setHasText("member of"))
                .locator(".why")
                .click();
        assertThat(page.locator("h1")).hasText("Mara Venn member of Ellery Harbour Board");
        assertThat(page.locator("#merged")).hasText("In the merged graph");
        Locator shot = page.locator(".said .frames.large figure").first();
        assertThat(shot.locator(".mark")).isVisible();
        shot.scrollIntoViewIfNeeded();
        await("document.querySelector('.framed img').naturalWidth === 320");
        shot.locator(".watch").click();
        page.waitForURL("**/item.html**");
        await("Math.abs(document.querySelector('video')?.currentTime - 0.96) < 0.01");
        assertThat(page.locator(".stage .box")).containsText("Mara Venn");
        page.goBack();
        assertThat(page.locator("h1")).hasText("Mara Venn member of Ellery Harbour Board");
    }

    @Test
    void whoIsTakenForOneCanBeTakenApartAgain() {
        String one = entity("Tomas Oake");
        String other = entity("Ines <b>Quill</b>");
        RestAssured.given()
                .header("X-API-Key", RunningService.KEY)
                .contentType("application/json")
                .body(java.util.Map.of("a", one, "b", other, "decision", "same"))
                .post(url + "api/links")
                .then()
                .statusCode(200);
        giveKey(RunningService.KEY);
        page.navigate(url + "entity.html?id=" + encoded(entity("Tomas Oake")));
        assertThat(page.locator("main > .meta")).containsText("Also called");
        assertThat(page.locator(".links .tag")).containsText("taken for the same");
        page.locator(".links button", new Page.LocatorOptions().setHasText("They are different"))
                .click();
        assertThat(page.locator(".links .tag")).containsText("kept apart");
        assertThat(page.locator("main > .meta")).not().containsText("Also called");
        assertThat(page.locator(".links button")).hasText(new String[] {"They are the same"});

        page.navigate(url + "entity.html?q=quill");
        assertThat(page.locator(".chip")).hasText(new String[] {"Ines <b>Quill</b>"});
        RestAssured.given()
                .header("X-API-Key", RunningService.KEY)
                .queryParam("a", one)
                .queryParam("b", other)
                .delete(url + "api/links");
    }

    private String entity(String name) {
        return RestAssured.given()
                .queryParam("q", name)
                .get(url + "api/entities")
                .jsonPath()
                .getString("entities[0].id");
    }

    @Test
    void fromAQuestionToAChartAndAFile() throws Exception {
        page.navigate(url + "sparql.html");
        page.locator("#examples")
                .selectOption(new com.microsoft.playwright.options.SelectOption()
                        .setLabel("Who is seen when, and where in the frame?"));
        assertThat(page.locator(".chart svg circle").first()).isVisible();
        assertThat(page.locator(".chart")).containsText("Mara Venn");
        page.locator("[data-view=table]").click();
        assertThat(page.locator(".results tbody tr")).hasCount(7);
        Download csv = page.waitForDownload(
                () -> page.locator(".exports button").first().click());
        assertThat(Files.readAllLines(csv.path())).first().isEqualTo("name,time,x,y,width,height");
        assertThat(csv.suggestedFilename()).isEqualTo("newsreel.csv");
    }

    @Test
    void aRejectedFactIsGoneAndComesBack() {
        giveKey(RunningService.KEY);
        page.navigate(url + "?q=oake");
        page.locator(".factlist .why").first().click();
        String why = page.url();
        assertThat(page.locator("h1")).hasText("Tomas Oake residence Port Ellery");
        page.locator(".review button", new Page.LocatorOptions().setHasText("Reject"))
                .click();
        assertThat(page.locator("#merged")).hasText("Not in the merged graph");
        assertThat(page.locator(".decision .tag")).containsText("Rejected");

        page.navigate(url + "?q=oake");
        assertThat(page.locator(".chip")).hasCount(1);
        assertThat(page.locator(".factlist li")).hasCount(0);
        page.locator(".card a").click();
        assertThat(page.locator(".statement.out")).containsText("rejected");

        page.navigate(why);
        page.locator(".review button", new Page.LocatorOptions().setHasText("Take the decision back"))
                .click();
        assertThat(page.locator("#merged")).hasText("In the merged graph");
        page.navigate(url + "?q=oake");
        assertThat(page.locator(".factlist li")).hasCount(1);
    }

    @Test
    void aCorrectionSaysWhatIsRight() {
        giveKey(RunningService.KEY);
        page.navigate(url + "?q=林晓渡");
        page.locator(".factlist .why").first().click();
        page.locator(".review button", new Page.LocatorOptions().setHasText("Correct"))
                .click();
        page.locator(".correction select").selectOption("https://w3id.org/newsreel/ns#residence");
        page.locator(".correction .primary").click();
        assertThat(page.locator(".decision .tag")).hasText("Corrected");
        assertThat(page.locator("#merged")).hasText("Not in the merged graph");
        page.navigate(url + "?q=林晓渡");
        assertThat(page.locator(".factlist li")).containsText(new String[] {"residence"});
        page.navigate(url + "item.html?id=" + encoded(org.newsreel.api.fixture.Documents.CHINESE));
        assertThat(page.locator(".statement .tag.corrected")).hasCount(1);
    }
}
