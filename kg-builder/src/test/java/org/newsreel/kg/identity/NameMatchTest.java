package org.newsreel.kg.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.ontology.claim.EntityType;

class NameMatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PER | Mira Holm | Mira A. Holm",
                "PER | Bob Vey | Robert Vey",
                "PER | Zoë Ekström | Zoe Ekstrom",
                "PER | 叶小川 | Ye Xiaochuan",
                "PER | 叶小川 | Xiaochuan Ye",
                "PER | 叶小川 | 葉小川",
                "PER | 约翰·肯尼迪 | 约翰•肯尼迪",
                "PER | Bernard Clinton | 伯纳德·克林顿",
                "ORG | Acme Inc. | Acme",
                "ORG | Sella Herald Ltd | Sella-Herald"
            })
    void namesThatAreEnough(EntityType type, String a, String b) {
        assertThat(match(type, a, b).likeness()).isGreaterThanOrEqualTo(IdentityPolicy.STANDARD.merge());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PER | Mira Holm | M. Holm",
                "PER | Bob Vey | B. Vey",
                "PER | Mira Holm | Holm",
                "PER | Li Wei | 李伟",
                "PER | Obama | 奥巴马",
                "PER | Mira Lindqvist | Mira Lindqwist",
                "ORG | World Health Organization | WHO",
                "LOC | United States of America | U.S.A.",
                "LOC | London | 伦敦"
            })
    void namesThatNeedCompanyToo(EntityType type, String a, String b) {
        NameMatch match = match(type, a, b);
        assertThat(match.likeness()).isPositive().isLessThan(IdentityPolicy.STANDARD.merge());
        assertThat(match.reason()).isNotEmpty();
        assertThat(match.conflict()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PER | Mira Holm | Tomas Holm",
                "PER | George W. Bush | George H. Bush",
                "PER | Ann Vey Jr. | Ann Vey Sr.",
                "PER | 叶小川 | 叶大川"
            })
    void namesThatExcludeEachOther(EntityType type, String a, String b) {
        assertThat(match(type, a, b).conflict()).isTrue();
        assertThat(match(type, a, b).likeness()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PER | Mira Holm | Mira Vey",
                "PER | Ward 12 Nord | Ward 13 Nord",
                "ORG | Sella Herald | Sella Hospital",
                "LOC | London | Linden"
            })
    void namesThatSayNothing(EntityType type, String a, String b) {
        assertThat(match(type, a, b).likeness()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PER | Mira Holm | M. Holm",
                "PER | Mira Holm | Holm",
                "PER | Bob Vey | B. Vey",
                "PER | Bob Vey | Robert Vey",
                "PER | 叶小川 | Ye Xiaochuan",
                "PER | 叶小川 | Xiaochuan Ye",
                "PER | Obama | 奥巴马",
                "PER | Bernard Clinton | 伯纳德·克林顿",
                "ORG | World Health Organization | WHO",
                "LOC | London | 伦敦"
            })
    void whatCanMatchMeetsInABlockBothWays(EntityType type, String a, String b) {
        Blocks one = Blocks.of(key(type, a));
        Blocks other = Blocks.of(key(type, b));
        assertThat(meet(one.partners(), other.own()))
                .as("%s looks for %s", a, b)
                .isTrue();
        assertThat(meet(other.partners(), one.own()))
                .as("%s looks for %s", b, a)
                .isTrue();
    }

    private static boolean meet(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static NameMatch match(EntityType type, String a, String b) {
        NameMatch match = NameMatch.of(key(type, a), key(type, b));
        assertThat(NameMatch.of(key(type, b), key(type, a))).isEqualTo(match);
        return match;
    }

    private static EntityKey key(EntityType type, String name) {
        return new EntityKey(Iris.BASE + "x/" + name, type, name, true);
    }
}
