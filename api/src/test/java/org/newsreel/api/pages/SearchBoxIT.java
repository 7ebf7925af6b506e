package org.newsreel.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search at the head of every page. */
class SearchBoxIT extends PageTest {
    private Locator field() {
        return page.locator(".masthead input[name=q]");
    }

    private Locator proposals() {
        return page.locator(".masthead [role=option] .name");
    }

    @ParameterizedTest
    @CsvSource({
        "elery harbor bord, en, Ellery Harbour Board",
        "mara v, en, Mara Venn",
        "晓渡, zh, 林晓渡",
        "ferry terminal, en, Port Ellery opens its ferry terminal ⛴️",
        "member, en, member of",
        "居住, zh, 居住地"
    })
    void itProposesWhatIsMisspeltUnfinishedChineseAndRelations(String typed, String language, String first) {
        page.navigate(url + "evaluation.html?lang=" + language);
        field().pressSequentially(typed);
        assertThat(proposals().first()).hasText(first);
        assertThat(field()).hasAttribute("aria-expanded", "true");
    }

    @Test
    void arrowKeysChooseAndEnterOpens() {
        page.navigate(url + "sparql.html");
        field().pressSequentially("ellery");
        assertThat(proposals()).not().hasCount(0);
        int count = page.locator(".masthead [role=option]").count();
        page.keyboard().press("ArrowUp");
        Locator chosen = page.locator(".masthead [aria-selected=true]");
        assertThat(chosen).hasText("Everything with “ellery”");
        page.keyboard().press("ArrowDown");
        assertThat(chosen).hasCount(1);
        String id = chosen.getAttribute("id");
        assertThat(field()).hasAttribute("aria-activedescendant", id);
        assertThat(field()).isFocused();
        String name = chosen.locator(".name").textContent();
        assertThat(count).isGreaterThan(2);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText(name);
    }

    @Test
    void escapeClosesItAndEnterAloneListsEverything() {
        page.navigate(url);
        field().pressSequentially("mara");
        assertThat(proposals().first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".proposals")).isHidden();
        assertThat(field()).hasAttribute("aria-expanded", "false");
        assertThat(field()).hasValue("mara");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Results for “mara”");
        assertThat(page.locator(".chip")).hasText(new String[] {"Mara Venn"});
    }

    @Test
    void aClickOpensAProposalAndElsewhereClosesTheList() {
        page.navigate(url);
        field().pressSequentially("venn");
        assertThat(proposals().first()).hasText("Mara Venn");
        page.locator("main").click(new Locator.ClickOptions().setPosition(5, 600));
        assertThat(page.locator(".proposals")).isHidden();
        field().press("ArrowDown");
        page.locator(".masthead [role=option]", new Page.LocatorOptions().setHasText("Mara Venn"))
                .click();
        assertThat(page.locator("h1")).hasText("Mara Venn");
    }

    @Test
    void whereNothingFitsItSaysWhatToDo() {
        page.navigate(url);
        field().pressSequentially("zzzzqq");
        assertThat(page.locator(".proposals [role=status]")).containsText("Press Enter to look through the articles");
        assertThat(field()).hasAttribute("aria-expanded", "false");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).containsText("Try fewer or other words");
        assertThat(page.locator(".notice a")).hasCount(3);
    }

    @Test
    void resultsForgiveTypingErrorsAndFindWordsOfArticles() {
        page.navigate(url + "?q=" + encoded("Mara Ven"));
        assertThat(page.locator(".chip").first()).hasText("Mara Venn");
        assertThat(page.locator(".factlist li").first()).containsText("Mara Venn");
        page.navigate(url + "?q=" + encoded("first boat"));
        assertThat(page.locator(".card")).hasCount(1);
        assertThat(page.locator(".card")).containsText("Port Ellery opens");
        assertThat((String) page.evaluate("document.querySelector('.card .counts').textContent"))
                .contains("3 facts");
    }
}
