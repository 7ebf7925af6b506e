package org.newsreel.kg.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese expressions that depend on the day of writing. No library under a free licence reads them. */
final class ChineseTimes {
    private static final Map<String, Integer> DAYS =
            Map.of("今天", 0, "今日", 0, "昨天", -1, "昨日", -1, "前天", -2, "前日", -2, "明天", 1, "明日", 1, "后天", 2, "大前天", -3);
    private static final Map<String, Integer> YEARS = Map.of("今年", 0, "去年", -1, "前年", -2, "明年", 1, "后年", 2);
    private static final Map<String, Integer> STEPS = Map.of("上", -1, "这", 0, "本", 0, "下", 1);
    private static final String NUMBERS = "〇一二三四五六七八九";
    private static final String NUMBER = "(\\d{1,3}|[一二两三四五六七八九十]{1,3})";

    private static final Pattern DAY = Pattern.compile("(大?[今昨前明后][天日])(?:早上|上午|中午|下午|晚上|晚|凌晨)?");
    private static final Pattern YEAR = Pattern.compile("([今去前明后]年)(?:(\\d{1,2}) ?月(?:份|(?: ?(\\d{1,2}) ?[日号]))?)?");
    private static final Pattern MONTH = Pattern.compile("([上这本下])个?月(?:(\\d{1,2}) ?[日号])?");
    private static final Pattern WEEK = Pattern.compile("([上这本下])?(?:个?星期|个?礼拜|周)([一二三四五六日天])?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]");
    private static final Pattern AGO = Pattern.compile(NUMBER + " ?(天|日|周|个星期|个月|年)(?:之|以)?前");
    private static final Pattern LAST_CENTURY = Pattern.compile("上个?世纪(\\d|[一二三四五六七八九])(?:0|十)年代");

    private ChineseTimes() {}

    static Optional<TimeSpan> read(String text, LocalDate written) {
        Matcher m = DAY.matcher(text);
        if (m.matches() && DAYS.containsKey(m.group(1))) {
            return Optional.of(TimeSpan.day(written.plusDays(DAYS.get(m.group(1)))));
        }
        m = YEAR.matcher(text);
        if (m.matches() && YEARS.containsKey(m.group(1))) {
            return Optional.of(inYear(written.getYear() + YEARS.get(m.group(1)), m.group(2), m.group(3)));
        }
        m = MONTH.matcher(text);
        if (m.matches()) {
            YearMonth month = YearMonth.from(written).plusMonths(STEPS.get(m.group(1)));
            return Optional.of(
                    m.group(2) == null
                            ? TimeSpan.month(month)
                            : TimeSpan.day(month.atDay(Integer.parseInt(m.group(2)))));
        }
        m = WEEK.matcher(text);
        if (m.matches() && (m.group(1) != null || m.group(2) != null)) {
            return Optional.of(week(m.group(1), m.group(2), written));
        }
        m = DATE.matcher(text);
        if (m.matches()) {
            return Optional.of(TimeSpan.day(
                    TimeExpressions.nearest(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), written)));
        }
        m = AGO.matcher(text);
        if (m.matches()) {
            return Optional.of(ago(number(m.group(1)), m.group(2), written));
        }
        m = LAST_CENTURY.matcher(text);
        return m.matches()
                ? Optional.of(TimeExpressions.decade((written.getYear() / 100 - 1) * 100 + 10 * number(m.group(1))))
                : Optional.empty();
    }

    private static TimeSpan inYear(int year, String month, String day) {
        if (month == null) {
            return TimeSpan.year(year);
        }
        YearMonth in = YearMonth.of(year, Integer.parseInt(month));
        return day == null ? TimeSpan.month(in) : TimeSpan.day(in.atDay(Integer.parseInt(day)));
    }

    /** A weekday alone is the last one, as in English news. */
    private static TimeSpan week(String which, String day, LocalDate written) {
        if (day == null) {
            return TimeSpan.week(written.plusWeeks(STEPS.get(which)));
        }
        int index = "一二三四五六".indexOf(day);
        DayOfWeek weekday = index < 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(index + 1);
        return TimeSpan.day(
                which == null
                        ? written.with(TemporalAdjusters.previousOrSame(weekday))
                        : TimeSpan.week(written.plusWeeks(STEPS.get(which)))
                                .first()
                                .with(TemporalAdjusters.nextOrSame(weekday)));
    }

    private static TimeSpan ago(int n, String unit, LocalDate written) {
        return switch (unit) {
            case "年" -> TimeSpan.year(written.getYear() - n);
            case "个月" -> TimeSpan.month(YearMonth.from(written).minusMonths(n));
            case "周", "个星期" -> TimeSpan.week(written.minusWeeks(n));
            default -> TimeSpan.day(written.minusDays(n));
        };
    }

    /** One to ninety-nine, in either script. */
    static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        String plain = text.replace('两', '二');
        int ten = plain.indexOf('十');
        if (ten < 0) {
            return NUMBERS.indexOf(plain.charAt(0));
        }
        int tens = ten == 0 ? 1 : NUMBERS.indexOf(plain.charAt(0));
        int ones = ten + 1 < plain.length() ? NUMBERS.indexOf(plain.charAt(ten + 1)) : 0;
        return tens * 10 + ones;
    }
}
