package org.newsreel.kg.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * A stretch of whole days.
 *
 * @param first its first day
 * @param last its last day, not before the first
 * @param unit what it is one of
 */
public record TimeSpan(LocalDate first, LocalDate last, Unit unit) {
    /** What a span is one of; a {@code PERIOD} is none of the calendar's units. */
    public enum Unit {
        DAY,
        MONTH,
        YEAR,
        PERIOD
    }

    public TimeSpan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a span can't end on " + last + " before it begins on " + first);
        }
    }

    public static TimeSpan day(LocalDate day) {
        return new TimeSpan(day, day, Unit.DAY);
    }

    /** Monday to Sunday around a day (ISO 8601). */
    public static TimeSpan week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new TimeSpan(monday, monday.plusDays(6), Unit.PERIOD);
    }

    public static TimeSpan month(YearMonth month) {
        return new TimeSpan(month.atDay(1), month.atEndOfMonth(), Unit.MONTH);
    }

    public static TimeSpan year(int year) {
        return new TimeSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Unit.YEAR);
    }

    /** From the beginning of one span to the end of another. */
    static TimeSpan between(TimeSpan from, TimeSpan to) {
        return new TimeSpan(from.first(), to.last(), Unit.PERIOD);
    }

    /** ISO 8601: a date, a year and month, a year, or for a period first and last day with a slash between. */
    public String iso() {
        return switch (unit) {
            case DAY -> first.toString();
            case MONTH -> YearMonth.from(first).toString();
            case YEAR -> String.format("%04d", first.getYear());
            case PERIOD -> first + "/" + last;
        };
    }
}
