package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class QueryPageIT extends PageTest {
    private void open(String query) {
        page.navigate("about:blank");
        page.navigate(url + "sparql.html#query=" + encoded(query));
    }

    private void type(String query) {
        page.locator(".CodeMirror").click();
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
        page.keyboard().insertText(query);
    }

    @Test
    void itRunsQueriesAndPointsAtErrors() {
        page.navigate(url + "sparql.html");
        assertThat(page.locator(".CodeMirror")).isVisible();
        type("SELECT ?o { ?s <https://w3id.org/newsreel/ns#memberOf> ?o }");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".results tbody tr")).hasCount(2);
        type("SELECT * {\n?s ?p }");
        page.locator("#run").click();
        assertThat(page.locator("#answer [role=alert]")).containsText("line 2, column");
        expect("400");
    }

    @Test
    void everyQuestionHasAnAnswer() {
        page.navigate(url + "sparql.html");
        assertThat(page.locator(".CodeMirror")).isVisible();
        int examples = (Integer) page.evaluate("document.querySelectorAll('#examples option').length - 1");
        assertThat(examples).isGreaterThan(8);
        for (int i = 0; i < examples; i++) {
            page.evaluate("() => document.getElementById('answer').replaceChildren()");
            page.locator("#examples").selectOption(String.valueOf(i));
            assertThat(page.locator(
                                    "#answer .results tbody tr, #answer .network canvas, #answer .chart svg, #answer .notice")
                            .first())
                    .isVisible();
            assertThat(page.locator("#answer [role=alert]")).hasCount(0);
        }
    }

    @Test
    void termsOfTheOntologyAreCompleted() {
        page.navigate(url + "sparql.html");
        assertThat(page.locator(".CodeMirror")).isVisible();
        type("PREFIX nr: <https://w3id.org/newsreel/ns#>\nSELECT * WHERE { ?s nr:memb");
        page.keyboard().press("Control+Space");
        page.locator(".CodeMirror-hint", new Page.LocatorOptions().setHasText("memberOf"))
                .first()
                .click();
        assertThat(page.locator(".CodeMirror-code")).containsText("nr:memberOf");
    }

    @Test
    void resultsAreDrawnAsAGraph() {
        open("SELECT ?a ?p ?b { ?a ?p ?b FILTER(ISIRI(?b) && CONTAINS(STR(?p), 'newsreel')) }");
        assertThat(page.locator(".results tbody tr")).hasCount(5);
        page.locator("[data-view=graph]").click();
        assertThat(page.locator(".network canvas").first()).isVisible();
        assertThat(page.locator(".network")).hasAttribute("aria-label", "8 entities, 5 facts");
        assertThat((String) page.evaluate("location.hash")).contains("view=graph");
        page.reload();
        assertThat(page.locator(".network canvas").first()).isVisible();
    }

    @Test
    void whatOccursTogetherIsATableOfShades() {
        open("SELECT ?a ?b (COUNT(*) AS ?n) { VALUES (?a ?b) { ('x' 'y') ('x' 'y') ('x' 'z') } } GROUP BY ?a ?b");
        page.locator("[data-view=together]").click();
        assertThat(page.locator(".heat tbody td")).hasText(new String[] {"2", "1"});
    }

    @Test
    void triplesOfAConstructAreShownAndCanBeSaved() {
        open("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3");
        assertThat(page.locator(".results tbody tr")).hasCount(3);
        assertThat(page.locator(".exports button")).hasText(new String[] {"Turtle", "JSON-LD", "N-Triples"});
    }

    @Test
    void noRowsSayWhatToDo() {
        open("SELECT * { ?s <urn:nothing> ?o }");
        assertThat(page.locator("#answer .notice")).containsText("Loosen a condition");
    }
}
