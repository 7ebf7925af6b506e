package org.newsreel.kg.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.kg.Documents;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

class IdentitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PER | Mira Holm | Dr. Mira  Holm",
                "PER | Mira Holm | MIRA HOLM",
                "PER | Mira Holm | Mira Holm's",
                "PER | Mira Holm | President Mira Holm",
                "PER | Mira Holm | Ｍｉｒａ Ｈｏｌｍ",
                "PER | 叶小川 | 叶小川教授",
                "ORG | the Tidewater Institute | Tidewater Institute",
                "ORG | Straße AG | STRASSE AG",
                "LOC | Port Sella | The Port Sella",
                "TIME | July 4, 1976 | 4 July 1976",
                "TIME | July 4 , 1976 | 1976-07-04",
                "TIME | on July 4th, 1976 | 1976年7月4日",
                "TIME | in 1976 | 1976年",
                "TIME | Sept. 1999 | September of 1999"
            })
    void namesOfTheSameEntityMeetAcrossDocuments(EntityType type, String one, String other) {
        assertThat(iri("a", type, one)).isEqualTo(iri("b", type, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PER | Holm",
                "PER | Mr. Holm",
                "PER | his wife",
                "PER | the King",
                "PER | a young woman",
                "PER | 小明",
                "PER | 他的妻子",
                "PER | 一名男子",
                "ORG | the company",
                "ORG | their school",
                "LOC | my second home",
                "LOC | 这座城市",
                "TIME | yesterday",
                "TIME | July 4",
                "TIME | the 1970s",
                "TIME | 13 months",
                "TIME | June 31, 1976",
                "TIME | 1976-13-01",
                "MISC | a boat"
            })
    void whatNamesNobodyStaysInItsItem(EntityType type, String name) {
        assertThat(iri("a", type, name)).isNotEqualTo(iri("b", type, name));
        assertThat(iri("a", type, name)).isEqualTo(iri("a", type, name));
    }

    @Test
    void theSameNameOfAnotherTypeIsAnotherEntity() {
        assertThat(iri("a", EntityType.ORG, "New York")).isNotEqualTo(iri("a", EntityType.LOC, "New York"));
    }

    @Test
    void irisCanBeReadByPeople() {
        assertThat(iri("a", EntityType.PER, "Dr. Michael Phelps"))
                .matches("https://w3id.org/newsreel/id/person/michael-phelps-[0-9a-f]{12}");
        assertThat(iri("a", EntityType.TIME, "July 4, 1976")).isEqualTo("https://w3id.org/newsreel/id/time/1976-07-04");
        assertThat(iri("a", EntityType.LOC, "塞拉港")).matches("https://w3id.org/newsreel/id/place/[0-9a-f]{12}");
    }

    @Test
    void twoChainsWithoutANameInOneItemStayTwo() {
        Map<String, String> iris = Identities.of(document("a", EntityType.PER, "his sister", "his sister"));
        assertThat(iris.get("c0")).isNotEqualTo(iris.get("c1"));
    }

    @Test
    void aPersonWhoIsOnlySeenHasNoNameBeyondTheItemUnlessACaptionGivesOne() {
        assertThat(seen("a", Optional.empty())).isNotEqualTo(seen("b", Optional.empty()));
        assertThat(seen("a", Optional.of("Unidentified Person 1, doctor")))
                .isEqualTo(seen("b", Optional.of("x Unidentified Person 1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "..",
                ".",
                "a b",
                "新闻 🎬",
                "a%2Fb",
                "<>\"{}|\\^`",
                "\u0000\n",
                "a#b?c",
                "ünï",
                " x ",
                "%",
                "'"
            })
    void anyIdMakesAnAsciiIriOfItsOwn(String id) {
        String iri = Iris.item(id);
        assertThat(iri).matches("https://w3id.org/newsreel/id/item/[A-Za-z0-9_~%-]+");
        assertThat(Iris.isVersion(Iris.version(id, Documents.version(3)))).isTrue();
        assertThat(Iris.versionIn(Iris.version(id, Documents.version(3)))).contains(Documents.version(3));
        String back = java.net.URLDecoder.decode(
                iri.substring(iri.lastIndexOf('/') + 1), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(back).isEqualTo(id);
    }

    @Test
    void halfASurrogatePairIsNoId() {
        assertThatThrownBy(() -> Iris.item("a\uD83C"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id has half a surrogate pair at char 1, which is no Unicode text: remove that character");
        assertThatThrownBy(() -> Iris.item("\uDC00a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsOfKeysNeverRunTogether() {
        assertThat(Iris.part("evidence", "g", "ab", "c")).isNotEqualTo(Iris.part("evidence", "g", "a", "bc"));
        assertThat(Iris.statement("i", "s", "p", "o")).isNotEqualTo(Iris.statement("j", "s", "p", "o"));
    }

    private static String seen(String id, Optional<String> caption) {
        ExtractionDocument base = Documents.small(id);
        EntityChain chain = new EntityChain("s", EntityType.PER, "Unidentified Person 1", List.of());
        Region region = new Region(
                "g",
                EntityType.PER,
                "v0",
                0,
                OptionalDouble.of(0),
                new Box(0, 0, 1, 1),
                Optional.of("s"),
                0.5,
                caption);
        return Identities.of(new ExtractionDocument(
                        id,
                        base.version(),
                        "en",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        base.media(),
                        List.of(),
                        List.of(chain),
                        List.of(),
                        List.of(region),
                        List.of()))
                .get("s");
    }

    private static String iri(String id, EntityType type, String name) {
        return Identities.of(document(id, type, name)).get("c0");
    }

    private static ExtractionDocument document(String id, EntityType type, String... names) {
        StringBuilder text = new StringBuilder();
        List<Mention> mentions = new ArrayList<>();
        List<EntityChain> chains = new ArrayList<>();
        for (String name : names) {
            int start = text.codePointCount(0, text.length());
            text.append(name).append(". ");
            String mention = "m" + mentions.size();
            mentions.add(new Mention(mention, type, start, start + name.codePointCount(0, name.length()), name, 1));
            chains.add(new EntityChain("c" + chains.size(), type, name, List.of(mention)));
        }
        return new ExtractionDocument(
                id,
                Documents.version(1),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text.toString(),
                List.of(),
                mentions,
                chains,
                List.of(),
                List.of(),
                List.of());
    }
}
