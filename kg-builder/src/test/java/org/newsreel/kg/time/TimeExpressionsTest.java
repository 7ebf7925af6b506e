package org.newsreel.kg.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionsTest {
    /** A Wednesday. */
    private static final Optional<LocalDate> WRITTEN = Optional.of(LocalDate.of(2024, 5, 8));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            July 4, 1976          | 1976-07-04
            July 1976             | 1976-07
            1976                  | 1976
            the 1970s             | 1970-01-01/1979-12-31
            in the 1990's         | 1990-01-01/1999-12-31
            from 1934 to 1940     | 1934-01-01/1940-12-31
            1934–1940             | 1934-01-01/1940-12-31
            2019年3月2日           | 2019-03-02
            1990年代               | 1990-01-01/1999-12-31
            20世纪70年代            | 1970-01-01/1979-12-31
            1934年至1940年          | 1934-01-01/1940-12-31
            """)
    void readsWhatMeansTheSameToEveryReader(String expression, String iso) {
        assertThat(TimeExpressions.read(expression, "en", Optional.empty()).map(TimeSpan::iso))
                .contains(iso);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            today                  | 2024-05-08
            this morning           | 2024-05-08
            yesterday              | 2024-05-07
            yesterday afternoon    | 2024-05-07
            tomorrow               | 2024-05-09
            the day before yesterday | 2024-05-06
            Tuesday                | 2024-05-07
            on Wednesday           | 2024-05-08
            Thursday               | 2024-05-02
            last Tuesday           | 2024-05-07
            last Wednesday         | 2024-05-01
            next Tuesday           | 2024-05-14
            this Friday            | 2024-05-10
            Monday night           | 2024-05-06
            July 4                 | 2024-07-04
            the 4th of December    | 2023-12-04
            two days ago           | 2024-05-06
            10 days ago            | 2024-04-28
            last week              | 2024-04-29/2024-05-05
            two weeks ago          | 2024-04-22/2024-04-28
            last month             | 2024-04
            three months ago       | 2024-02
            last year              | 2023
            five years ago         | 2019
            next year              | 2025
            """)
    void countsEnglishExpressionsFromTheDayOfWriting(String expression, String iso) {
        assertThat(TimeExpressions.read(expression, "en", WRITTEN).map(TimeSpan::iso))
                .contains(iso);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            今天        | 2024-05-08
            昨天        | 2024-05-07
            昨天晚上     | 2024-05-07
            前天        | 2024-05-06
            明天        | 2024-05-09
            今年        | 2024
            去年        | 2023
            去年5月      | 2023-05
            今年3月2日   | 2024-03-02
            上个月       | 2024-04
            本月1日      | 2024-05-01
            上周        | 2024-04-29/2024-05-05
            上周二       | 2024-04-30
            星期二       | 2024-05-07
            周日        | 2024-05-05
            12月4日      | 2023-12-04
            三天前       | 2024-05-05
            十二年前     | 2012
            两个月前     | 2024-03
            上世纪90年代  | 1990-01-01/1999-12-31
            """)
    void countsChineseExpressionsFromTheDayOfWriting(String expression, String iso) {
        assertThat(TimeExpressions.read(expression, "zh", WRITTEN).map(TimeSpan::iso))
                .contains(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recently",
                "early 1970s",
                "spring",
                "May",
                "noon",
                "31 June",
                "5",
                "10 times",
                "the end",
                "soon",
                "近日",
                "年轻时",
                "13月4日",
                "",
                "  ",
                "...",
                "Christmas Eve is near",
                "two weeks",
                "in a few days"
            })
    void makesNothingOfWhatIsVagueOrNoTime(String expression) {
        assertThat(TimeExpressions.read(expression, "en", WRITTEN)).isEmpty();
        assertThat(TimeExpressions.read(expression, "zh", WRITTEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "last week", "July 4", "昨天", "去年", "12月4日"})
    void makesNothingOfRelativeTimesWithoutTheDayOfWriting(String expression) {
        assertThat(TimeExpressions.read(expression, "en", Optional.empty())).isEmpty();
        assertThat(TimeExpressions.read(expression, "zh", Optional.empty())).isEmpty();
    }
}
