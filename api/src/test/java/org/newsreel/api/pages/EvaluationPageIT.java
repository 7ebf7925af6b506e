package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EvaluationPageIT extends PageTest {
    @Test
    void figuresAreThoseThatShip() throws Exception {
        page.navigate(url + "evaluation.html");
        String shipped = Files.readString(Path.of("..", "extraction", "models", "newsreel-text-en", "model.json"));
        String f1 = io.restassured.path.json.JsonPath.from(shipped)
                .getString("figures.'entity F1 (M3D, cross-validation)'");
        assertThat(page.locator("tbody").first()).containsText(f1);
        page.locator("a[href='#card=newsreel-text-en']").first().click();
        assertThat(page.locator(".prose h2").first()).hasText("newsreel-text-en");
        page.goBack();
        assertThat(page.locator(".panel h2").first()).hasText("Overview");
    }

    @Test
    void ablationsAreDrawnFromTheBenchmarks() throws Exception {
        page.navigate(url + "evaluation.html#ablation");
        long rows = Files.readAllLines(Path.of("..", "docs", "benchmarks.md")).stream()
                .filter(line -> line.matches("\\| \\S+ \\| [^|]+ \\| [^|]+ \\| \\d+ \\| [^|]+ \\| [+-][\\d.]+ ±.*"))
                .count();
        assertThat(rows).isPositive();
        assertThat(page.locator(".chart .bar")).hasCount((int) rows);
    }

    @Test
    void shippedRunsAndOnesOwnAreDrawn() {
        page.navigate(url + "evaluation.html#curves");
        assertThat(page.locator(".chart .curve").first()).isVisible();
        int before = page.locator(".curve").count();
        page.locator("input[type=file]").setInputFiles(csv("metrics.csv", "epoch,loss,dev_f1\n1,2.5,40\n2,1.5,50\n"));
        assertThat(page.locator(".curve")).hasCount(before + 2);
        page.locator("input[type=file]").setInputFiles(csv("other.csv", "a,b\n1,2\n"));
        assertThat(page.locator("[role=alert]")).containsText("other.csv has no column “epoch”");
    }

    private static FilePayload csv(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
