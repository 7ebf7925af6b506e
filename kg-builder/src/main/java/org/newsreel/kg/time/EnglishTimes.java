package org.newsreel.kg.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.natty.DateGroup;
import org.natty.Parser;

/**
 * English expressions that depend on the day of writing. Natty does the counting; ours are the habits of news: a bare
 * weekday is the last one, a day without its year the nearest one; and how much time is meant, for which Natty has only
 * an instant.
 */
final class EnglishTimes {
    private static final Pattern WEEKDAY = Pattern.compile(
            "(?:on )?(?:(last|this|next|past) )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
                    + "(?: (?:morning|afternoon|evening|night))?");
    private static final Pattern DAY_OF_MONTH =
            Pattern.compile("(?:on )?(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?" + Dates.MONTH + "|" + Dates.MONTH
                    + " (\\d{1,2})(?:st|nd|rd|th)?)");
    /** Only what Natty is good at: it finds dates in nearly everything. */
    private static final Pattern RELATIVE = Pattern.compile(
            "(?:the day (?:before yesterday|after tomorrow)|yesterday|today|tomorrow|(?:last|this|next) (?:week|month|year)"
                    + "|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3})"
                    + " (?:days?|weeks?|months?|years?) ago)");

    private static final Pattern SAME_DAY =
            Pattern.compile("(?:tonight|this (?:morning|afternoon|evening)|earlier today)");

    private EnglishTimes() {}

    static Optional<TimeSpan> read(String text, LocalDate written) {
        if (SAME_DAY.matcher(text).matches()) {
            return Optional.of(TimeSpan.day(written));
        }
        Matcher weekday = WEEKDAY.matcher(text);
        if (weekday.matches()) {
            return Optional.of(TimeSpan.day(weekday(weekday.group(1), weekday.group(2), written)));
        }
        Matcher day = DAY_OF_MONTH.matcher(text);
        if (day.matches()) {
            boolean dayFirst = day.group(1) != null;
            int month = Dates.month(dayFirst ? day.group(2) : day.group(3));
            return Optional.of(TimeSpan.day(
                    TimeExpressions.nearest(month, Integer.parseInt(dayFirst ? day.group(1) : day.group(4)), written)));
        }
        String bare = text.replaceFirst("^(?:in|on|since|during) ", "")
                .replaceFirst(" (?:morning|afternoon|evening|night)$", "");
        return RELATIVE.matcher(bare).matches() ? counted(bare, written) : Optional.empty();
    }

    private static LocalDate weekday(String which, String name, LocalDate written) {
        DayOfWeek day = DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
        if ("next".equals(which)) {
            return written.with(TemporalAdjusters.next(day));
        }
        if ("this".equals(which)) {
            return TimeSpan.week(written).first().with(TemporalAdjusters.nextOrSame(day));
        }
        boolean before = which != null;
        return written.with(before ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day));
    }

    private static Optional<TimeSpan> counted(String text, LocalDate written) {
        Parser parser = new Parser(TimeZone.getTimeZone(ZoneOffset.UTC));
        Date noon = Date.from(written.atTime(12, 0).toInstant(ZoneOffset.UTC));
        List<DateGroup> groups = parser.parse(text, noon);
        if (groups.size() != 1
                || groups.get(0).getDates().size() != 1
                || !groups.get(0).getText().equals(text)) {
            return Optional.empty();
        }
        LocalDate day = groups.get(0)
                .getDates()
                .get(0)
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        if (text.contains("year")) {
            return Optional.of(TimeSpan.year(day.getYear()));
        }
        if (text.contains("month")) {
            return Optional.of(TimeSpan.month(YearMonth.from(day)));
        }
        return Optional.of(text.contains("week") ? TimeSpan.week(day) : TimeSpan.day(day));
    }
}
