package org.newsreel.kg.time;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads expressions of time in English and Chinese. Those that name a year mean the same to every reader; others
 * ({@code last Tuesday}, {@code two weeks ago}, {@code 去年5月}) are counted from the day on which the item was written and
 * mean nothing without it. What is vague ({@code recently}, {@code early 1970s}, {@code spring}) means nothing here.
 */
public final class TimeExpressions {
    private static final String DASH = " ?(?:-|–|—|to|until|and|through|至|到|~) ?";
    private static final String YEAR = "(1\\d{3}|20\\d{2})";
    private static final Pattern YEARS =
            Pattern.compile("(?:from |between |in )?" + YEAR + " ?年?" + DASH + YEAR + " ?年?");
    private static final Pattern DECADE = Pattern.compile("(?:in )?(?:the )?(1\\d{2}|20\\d)0['’]?s");
    private static final Pattern CHINESE_DECADE = Pattern.compile("(?:(\\d{2})世纪|(上)个?世纪|(1\\d|20))(\\d)0年代");

    private TimeExpressions() {}

    /**
     * What an expression means.
     *
     * @param expression as the text has it
     * @param language BCP 47 tag; {@code zh} for Chinese, others are read as English
     * @param written the day on which the text was written, in the place where it was
     * @return empty when it can't be told
     */
    public static Optional<TimeSpan> read(String expression, String language, Optional<LocalDate> written) {
        String text = normalised(expression);
        try {
            Optional<TimeSpan> absolute = absolute(text);
            if (absolute.isPresent() || written.isEmpty()) {
                return absolute;
            }
            return language.toLowerCase(Locale.ROOT).startsWith("zh")
                    ? ChineseTimes.read(text, written.get())
                    : EnglishTimes.read(text, written.get());
        } catch (DateTimeException e) {
            return Optional.empty(); // such as 31 June
        }
    }

    /** The span of a date that {@link Dates} has read. */
    public static TimeSpan ofIso(String iso) {
        return switch (iso.length()) {
            case 4 -> TimeSpan.year(Integer.parseInt(iso));
            case 7 -> TimeSpan.month(YearMonth.parse(iso));
            default -> TimeSpan.day(LocalDate.parse(iso));
        };
    }

    private static Optional<TimeSpan> absolute(String text) {
        Optional<TimeSpan> date = Dates.read(text).map(TimeExpressions::ofIso);
        if (date.isPresent()) {
            return date;
        }
        Matcher years = YEARS.matcher(text);
        if (years.matches() && Integer.parseInt(years.group(1)) < Integer.parseInt(years.group(2))) {
            return Optional.of(TimeSpan.between(
                    TimeSpan.year(Integer.parseInt(years.group(1))), TimeSpan.year(Integer.parseInt(years.group(2)))));
        }
        Matcher decade = DECADE.matcher(text);
        if (decade.matches()) {
            return Optional.of(decade(Integer.parseInt(decade.group(1)) * 10));
        }
        Matcher chinese = CHINESE_DECADE.matcher(text);
        if (chinese.matches() && chinese.group(2) == null) {
            int century = chinese.group(1) != null
                    ? Integer.parseInt(chinese.group(1)) - 1
                    : Integer.parseInt(chinese.group(3));
            return Optional.of(decade(century * 100 + Integer.parseInt(chinese.group(4)) * 10));
        }
        return Optional.empty();
    }

    static TimeSpan decade(int year) {
        return TimeSpan.between(TimeSpan.year(year), TimeSpan.year(year + 9));
    }

    /** The day of this month and number that is nearest to another; the later one where both are as near. */
    static LocalDate nearest(int month, int day, LocalDate to) {
        LocalDate best = null;
        for (int year = to.getYear() - 1; year <= to.getYear() + 1; year++) {
            if (day <= YearMonth.of(year, month).lengthOfMonth()) {
                LocalDate candidate = LocalDate.of(year, month, day);
                if (best == null || distance(candidate, to) <= distance(best, to)) {
                    best = candidate;
                }
            }
        }
        if (best == null) {
            throw new DateTimeException("no year around has a day " + month + "-" + day);
        }
        return best;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    private static String normalised(String expression) {
        return Normalizer.normalize(expression, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("^[\\p{P}\\s&&[^'’]]+|[\\p{P}\\s]+$", "")
                .strip();
    }
}
